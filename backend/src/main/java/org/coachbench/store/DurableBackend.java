package org.coachbench.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.CollectionBackedOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

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

    private final AtomicLong written = new AtomicLong();
    private final ReentrantLock committing = new ReentrantLock();
    private long committed;
    private int commits;

    DurableBackend(MVStore file) {
        super(file);
        enableOplog();
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var reply = super.handleMessage(message);
        var command = message.getDocument().keySet().iterator().next();
        if (command.equals("isMaster")) {
            // Another process of the service may use this store too: changes can be followed, as on a replica set.
            reply.put("setName", "coachbench");
        }
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            commitUpTo(written.incrementAndGet());
        }
        return reply;
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

    /** Change streams end with the process, so what they read need not be on disk, nor grow for ever. */
    @Override
    protected Oplog createOplog() {
        var recent = new RecentInserts(getCursorRegistry());
        return new CollectionBackedOplog(this, recent.collection(), getCursorRegistry()) {
            @Override
            public void handleInsert(String namespace, List<Document> documents) {
                super.handleInsert(namespace, documents);
                recent.trim();
            }

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
