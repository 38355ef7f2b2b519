package org.coachbench.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.CollectionBackedOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;

/**
 * Answers a write only when it is on disk. The library alone commits in the background, so that a killed process
 * would lose writes it has acknowledged.
 */
class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
        "insert",
        "update",
        "delete",
        "findandmodify",
        "createindexes",
        "create",
        "drop",
        "dropindexes",
        "dropdatabase"
    );
    /** Often and little at a time: everybody who writes waits for it. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 50;
    private static final int LEAST_FILL_PERCENT = 70;
    private static final int COMPACT_AT_LEAST_BYTES = 512 * 1024;
    private static final int ALL = 100;
    private static final int FEWEST_REWRITES = 8;
    private static final int MOST_REWRITES = 20;
    private static final int REWRITE_MILLIS = 2000;

    private final AtomicLong written = new AtomicLong();
    private final ReentrantLock committing = new ReentrantLock();
    /** Everybody at once, but for who rewrites the file. */
    private final ReentrantReadWriteLock answering = new ReentrantReadWriteLock();
    private long committed;
    private int commits;

    DurableBackend(MVStore file) {
        super(file);
        enableOplog();
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        var reply = answer(message, command);
        if (command.equals("isMaster")) {
            // Another process of the service may use this store too: changes can be followed, as on a replica set.
            reply.put("setName", "coachbench");
        }
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            commitUpTo(written.incrementAndGet());
        }
        return reply;
    }

    private Document answer(MongoMessage message, String command) {
        // Asked again and again whether the store is there; it touches no data.
        if (command.equals("isMaster")) {
            return super.handleMessage(message);
        }
        answering.readLock().lock();
        try {
            return super.handleMessage(message);
        } finally {
            answering.readLock().unlock();
        }
    }

    /** Whoever holds the lock commits for all who wait for it: one write to disk for many writers. */
    private void commitUpTo(long write) {
        committing.lock();
        try {
            if (committed >= write) {
                return;
            }
            var upTo = written.get();
            getMvStore().commit();
            committed = upTo;
            commits++;
            if (commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                getMvStore().compact(LEAST_FILL_PERCENT, COMPACT_AT_LEAST_BYTES);
            }
        } finally {
            committing.unlock();
        }
    }

    /**
     * What was deleted or written over stays in the file until its place is needed. This copies all that is left into fresh
     * chunks and these to the front of the file, until it does not shrink any more. Whoever reads or writes meanwhile waits:
     * nobody may stand on a chunk that moves.
     */
    void rewriteFile() {
        answering.writeLock().lock();
        committing.lock();
        var file = getMvStore();
        var retention = file.getRetentionTime();
        try {
            file.setRetentionTime(0);
            // What others have written is on disk before anything is taken back.
            file.commit();
            rewriteKeys(file);
            var sizeBefore = Long.MAX_VALUE;
            for (int round = 1; round <= MOST_REWRITES; round++) {
                // Old chunks are free only once there is a newer version of the store.
                file.setStoreVersion(file.getStoreVersion() + 1);
                file.commit();
                file.compact(ALL, Integer.MAX_VALUE);
                file.commit();
                file.compactFile(REWRITE_MILLIS);
                var size = file.getFileStore().size();
                if (round >= FEWEST_REWRITES && size >= sizeBefore) {
                    return;
                }
                sizeBefore = size;
            }
        } finally {
            file.setRetentionTime(retention);
            committing.unlock();
            answering.writeLock().unlock();
        }
    }

    /** A map is never on disk but whole. */
    private static void rewriteKeys(MVStore file) {
        try {
            file.getMapNames().forEach(name -> withoutOldKeys(file.openMap(name)));
        } catch (RuntimeException | Error e) {
            file.rollback();
            throw e;
        }
    }

    /** A key that was removed can stay in the inner pages of a map, where it parts the others. */
    private static void withoutOldKeys(MVMap<Object, Object> map) {
        if (!holdsOldKeys(map, map.getRootPage())) {
            return;
        }
        var entries = new ArrayList<Map.Entry<Object, Object>>(map.size());
        map.entrySet().forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue())));
        map.clear();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    }

    private static boolean holdsOldKeys(MVMap<Object, Object> map, Page<Object, Object> page) {
        if (page.isLeaf()) {
            return false;
        }
        var keys = page.getKeyCount();
        return (
            IntStream.range(0, keys).anyMatch(i -> !map.containsKey(page.getKey(i))) ||
            IntStream.rangeClosed(0, keys).anyMatch(i -> holdsOldKeys(map, page.getChildPage(i)))
        );
    }

    /** Change streams end with the process, so what they read need not be on disk, nor grow for ever. */
    @Override
    @SuppressWarnings("unchecked")
    protected Oplog createOplog() {
        // The library's oplog takes any collection and never reads the type of its positions.
        var recent = (MongoCollection<Document>) (MongoCollection<?>) new RecentInserts(getCursorRegistry());
        return new CollectionBackedOplog(this, recent, getCursorRegistry()) {
            @Override
            public void handleUpdate(String namespace, Document selector, Document query, List<Object> modifiedIds) {
                // Only insertions are followed.
            }

            @Override
            public void handleDelete(String namespace, Document query, List<Object> deletedIds) {
                // Only insertions are followed.
            }
        };
    }
}
