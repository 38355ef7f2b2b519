package org.coachbench.live;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.coachbench.live.Presence.CyclePart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Who has which cycle open, in whichever process they are connected to. Each process prolongs its own visits, so that
 * those of a killed one are soon over.
 */
@Component
class WhoIsHere implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WhoIsHere.class);

    /** Stands for any cycle: after a break in the stream everybody looks. */
    private static final String EVERY_CYCLE = "";

    private final MongoOperations store;
    private final Duration lasting;
    private final InsertFollower follower;
    private final Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();

    private final Map<String, Visit> ours = new ConcurrentHashMap<>();
    /** Nobody's visit is prolonged while it ends: it would be there again. */
    private final ReentrantLock prolongingOrLeaving = new ReentrantLock();

    WhoIsHere(MongoOperations store, @Value("${coachbench.presence-prolonged-every}") Duration prolongedEvery) {
        this.store = store;
        // One look may come late without anybody vanishing.
        lasting = prolongedEvery.multipliedBy(2);
        follower = new InsertFollower(
            store,
            Visit.COLLECTION,
            visit -> tell(visit.getString("cycleId")),
            () -> tell(EVERY_CYCLE)
        );
    }

    /** Being subscribed is being here. */
    Flux<List<Presence>> enter(String cycleId, String personId, CyclePart lookingAt, boolean mayWrite) {
        return Flux.defer(() -> {
            var visit = Visit.begin(cycleId, personId, lookingAt, mayWrite, lasting);
            store.insert(visit);
            ours.put(visit.id(), visit);
            follower.lookNow();
            return news
                .asFlux()
                .filter(changed -> changed.equals(cycleId) || changed.equals(EVERY_CYCLE))
                .startWith(cycleId)
                .onBackpressureLatest()
                .publishOn(Schedulers.boundedElastic(), 1)
                .map(changed -> present(cycleId))
                .distinctUntilChanged()
                .doFinally(end -> leave(visit));
        });
    }

    /** One entry a person: the place they went to last. */
    private List<Presence> present(String cycleId) {
        var visits = Query.query(where("cycleId").is(cycleId).and("seenUntil").gt(Instant.now())).with(
            Sort.by("since", "id")
        );
        var byPerson = new LinkedHashMap<String, Presence>();
        store.find(visits, Visit.class).forEach(visit -> byPerson.put(visit.personId(), visit.presence()));
        return List.copyOf(byPerson.values());
    }

    private void leave(Visit visit) {
        // Whoever closes a connection may have been told to hurry: the store would refuse to be asked.
        var interrupted = Thread.interrupted();
        prolongingOrLeaving.lock();
        try {
            ours.remove(visit.id());
            store.remove(visit);
            store.insert(visit.leaving());
            follower.lookNow();
        } catch (DataAccessException e) {
            log.warn("{} stays until it is over by itself: {}", visit, e.toString());
        } finally {
            prolongingOrLeaving.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Scheduled(fixedRateString = "${coachbench.presence-prolonged-every}")
    void lookAround() {
        try {
            prolongOurs();
            sweepThoseOver();
        } catch (DataAccessException e) {
            log.warn("Visits are prolonged at the next try: {}", e.toString());
        }
    }

    /** Puts them back, too, should this process have been away for so long that others swept them. */
    private void prolongOurs() {
        prolongingOrLeaving.lock();
        try {
            if (ours.isEmpty()) {
                return;
            }
            var prolonging = store.bulkOps(BulkMode.UNORDERED, Visit.class);
            ours.values().forEach(visit ->
                prolonging.replaceOne(
                    Query.query(where("_id").is(visit.id())),
                    visit.lasting(lasting),
                    FindAndReplaceOptions.options().upsert()
                )
            );
            prolonging.execute();
        } finally {
            prolongingOrLeaving.unlock();
        }
    }

    /** Nobody tells when the visits of a killed process are over. They stay for a while, for every process to see. */
    private void sweepThoseOver() {
        var now = Instant.now();
        var over = store.find(Query.query(where("seenUntil").lte(now)), Visit.class);
        over.stream().map(Visit::cycleId).distinct().forEach(this::tell);
        var longOver = now.minus(lasting);
        if (over.stream().anyMatch(visit -> visit.seenUntil().isBefore(longOver))) {
            store.remove(Query.query(where("seenUntil").lt(longOver)), Visit.class);
        }
    }

    private void tell(String cycleId) {
        news.emitNext(cycleId, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
