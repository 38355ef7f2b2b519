package org.coachbench.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;

/** The last insertions, in memory, for change streams to read. */
class RecentInserts {

    /** Each look of a change stream goes through all of them; whoever misses some looks into the log by itself. */
    private static final int MOST = 500;
    private static final int KEPT_WHEN_TRIMMED = 250;

    private final MongoCollection<Document> collection;

    @SuppressWarnings("unchecked")
    RecentInserts(CursorRegistry cursors) {
        // The library's oplog takes any collection and never reads the type of its positions.
        collection = (MongoCollection<Document>) (MongoCollection<?>) new MemoryDatabase(
            "local",
            cursors
        ).createCollectionOrThrowIfExists("recent");
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    void trim() {
        var surplus = collection.count() - MOST;
        if (surplus > 0) {
            collection
                .queryAllAsStream()
                .limit(MOST - KEPT_WHEN_TRIMMED)
                .toList()
                .forEach(oldest ->
                    collection.deleteDocuments(new Document("ts", oldest.get("ts")), 1, NoopOplog.get())
                );
        }
    }
}
