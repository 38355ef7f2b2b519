package org.coachbench.live;

import com.mongodb.MongoException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.coachbench.coaching.CycleChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Follows the log with one change stream for this process and tells which cycle has news. What the news are is read
 * from the log, so a lost or doubled signal loses and doubles no event.
 */
@Component
class EventFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventFollower.class);

    /** Stands for any cycle: after a break in the stream everybody looks. */
    private static final String EVERY_CYCLE = "";

    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final MongoOperations store;
    private final Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Thread follower;

    EventFollower(MongoOperations store) {
        this.store = store;
    }

    /** A signal whenever there may be new events of the cycle; only the last one is kept for a slow reader. */
    Flux<String> newsOf(String cycleId) {
        return news
            .asFlux()
            .filter(id -> id.equals(cycleId) || id.equals(EVERY_CYCLE))
            .onBackpressureLatest();
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
                    tell(EVERY_CYCLE);
                    while (isRunning()) {
                        var asked = System.nanoTime();
                        var change = changes.tryNext();
                        if (change == null) {
                            waitUnlessTheServerDid(asked);
                            continue;
                        }
                        token = change.getResumeToken();
                        var inserted = change.getDocumentKey();
                        if (inserted != null) {
                            var id = inserted.getString("_id").getValue();
                            tell(id.substring(0, id.lastIndexOf(':')));
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

    /** This process's own changes are in the log by now: no need to wait for the next look. */
    @EventListener
    @Order(2)
    void lookNow(CycleChanged change) {
        LockSupport.unpark(follower);
    }

    private void tell(String cycleId) {
        news.emitNext(cycleId, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
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
