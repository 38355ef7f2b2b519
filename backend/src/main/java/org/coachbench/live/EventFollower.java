package org.coachbench.live;

import com.mongodb.MongoException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Follows the log with one change stream for this process, for what other processes write. Events may be told late or
 * twice; who hears of them keeps the order.
 */
@Component
class EventFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventFollower.class);

    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final MongoOperations store;
    private final Audiences audiences;
    private volatile @Nullable Thread follower;

    EventFollower(MongoOperations store, Audiences audiences) {
        this.store = store;
        this.audiences = audiences;
    }

    @Override
    public void start() {
        if (!store.collectionExists(LoggedEvent.COLLECTION)) {
            store.createCollection(LoggedEvent.COLLECTION);
        }
        // Known before it starts: it goes on for as long as it is the follower.
        var thread = Thread.ofVirtual().name("event-follower").unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    private void follow() {
        @Nullable
        BsonDocument token = null;
        while (isRunning()) {
            try {
                var inserts = List.of(Aggregates.match(Filters.eq("operationType", "insert")));
                var stream = store.getCollection(LoggedEvent.COLLECTION).watch(inserts, Document.class);
                if (token != null) {
                    stream = stream.resumeAfter(token);
                }
                try (var changes = stream.cursor()) {
                    audiences.lookAgain();
                    while (isRunning()) {
                        var asked = System.nanoTime();
                        var change = changes.tryNext();
                        if (change == null) {
                            waitUnlessTheServerDid(asked);
                            continue;
                        }
                        token = change.getResumeToken();
                        var inserted = change.getFullDocument();
                        if (inserted != null) {
                            var event = store.getConverter().read(LoggedEvent.class, inserted).event();
                            audiences.arrived(new EventsLogged(event.cycleId(), List.of(event)));
                        }
                    }
                }
            } catch (MongoException | IllegalStateException e) {
                if (isRunning()) {
                    log.warn("The change stream broke and is opened again: {}", e.toString());
                    // A token may be too old to resume from; what was missed is in the log.
                    token = null;
                    pause();
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

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }

    @Override
    public void stop() {
        var running = follower;
        follower = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
