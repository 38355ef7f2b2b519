package org.coachbench.live;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Follows what any process inserts into one collection, by one change stream. What was inserted during a break may never
 * be told of: after each one the follower's owner has to look for itself.
 */
public final class InsertFollower {

    private static final Logger log = LoggerFactory.getLogger(InsertFollower.class);

    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);
    private static final Duration OPEN_AGAIN = Duration.ofMillis(500);

    private final MongoOperations store;
    private final String collection;
    private final Consumer<Document> inserted;
    private final Runnable opened;
    private volatile @Nullable Thread follower;

    /**
     * @param inserted takes each inserted document as it is stored
     * @param opened runs when the stream is open, the first time and after every break
     */
    public InsertFollower(MongoOperations store, String collection, Consumer<Document> inserted, Runnable opened) {
        this.store = store;
        this.collection = collection;
        this.inserted = inserted;
        this.opened = opened;
    }

    public void start() {
        if (!store.collectionExists(collection)) {
            store.createCollection(collection);
        }
        // Known before it starts: it goes on for as long as it is the follower.
        var thread = Thread.ofVirtual()
            .name("follower-of-" + collection)
            .unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    private void follow() {
        @Nullable
        BsonDocument token = null;
        while (isRunning()) {
            try {
                var inserts = List.of(Aggregates.match(Filters.eq("operationType", "insert")));
                var stream = store.getCollection(collection).watch(inserts, Document.class);
                if (token != null) {
                    stream = stream.resumeAfter(token);
                }
                try (var changes = stream.cursor()) {
                    opened.run();
                    while (isRunning()) {
                        var asked = System.nanoTime();
                        var change = changes.tryNext();
                        if (change == null) {
                            waitUnlessTheServerDid(asked);
                        } else {
                            token = change.getResumeToken();
                            inserted.accept(requireNonNull(change.getFullDocument()));
                        }
                    }
                }
            } catch (RuntimeException e) {
                // Whatever it was, also an insertion of a newer version of the service that this one cannot read.
                if (isRunning()) {
                    log.warn("The change stream of {} broke and is opened again: {}", collection, e.toString());
                    // A token may be too old to resume from.
                    token = null;
                    LockSupport.parkNanos(OPEN_AGAIN.toNanos());
                }
            }
        }
    }

    /** MongoDB answers when there is a change or a second has passed; the embedded store answers at once. */
    private static void waitUnlessTheServerDid(long asked) {
        if (System.nanoTime() - asked < AT_ONCE.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** For a process that has just inserted something: no need to wait for the next look. */
    public void lookNow() {
        LockSupport.unpark(follower);
    }

    public void stop() {
        var running = follower;
        follower = null;
        if (running != null) {
            running.interrupt();
        }
    }

    public boolean isRunning() {
        return follower != null;
    }
}
