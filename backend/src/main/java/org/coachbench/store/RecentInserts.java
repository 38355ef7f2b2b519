package org.coachbench.store;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * The last insertions, in memory, for change streams to read. The library's collections put what is new into the places
 * of what was removed, so that none of them can tell its oldest documents; this one keeps them in their order.
 */
class RecentInserts extends MemoryCollection {

    /** Each look of a change stream goes through all of them. */
    private static final int MOST = 1000;

    private final Queue<Document> oldestFirst = new ArrayDeque<>();

    RecentInserts(CursorRegistry cursors) {
        super(new MemoryDatabase("local", cursors), "recent", CollectionOptions.withoutIdField(), cursors);
    }

    @Override
    public synchronized void addDocument(Document inserted) {
        if (oldestFirst.size() == MOST) {
            oldestFirst.remove();
        }
        oldestFirst.add(inserted);
    }

    /** As they are now: others go on inserting while these are read. */
    @Override
    public synchronized Stream<Document> queryAllAsStream() {
        return List.copyOf(oldestFirst).stream();
    }
}
