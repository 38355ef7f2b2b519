package org.coachbench.live;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.coaching.CycleChanged;
import org.coachbench.coaching.CycleEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Copies events from the cycles' outboxes into the log, in order and once, and reads them back. */
@Component
class EventLog {

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);
    private static final int AT_ONCE = 200;

    private final MongoOperations store;
    private final CoachingLogs logs;
    private final ApplicationEventPublisher news;

    EventLog(MongoOperations store, CoachingLogs logs, ApplicationEventPublisher news) {
        this.store = store;
        this.logs = logs;
        this.news = news;
    }

    /**
     * The change is on disk with its events already, so it is done whatever happens here, also to those who listen; the
     * sweep does it again.
     */
    @EventListener
    void relay(CycleChanged change) {
        try {
            copy(change);
        } catch (RuntimeException e) {
            log.warn("Events of {} stay in its outbox until the next sweep", change.cycleId(), e);
        }
    }

    /** Finishes what a killed process or a lost store connection interrupted. */
    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        var waiting = Query.query(where("outbox.0").exists(true)).limit(AT_ONCE);
        store.find(waiting, CoachingCycle.class).forEach(cycle -> relay(CycleChanged.of(cycle)));
    }

    private void copy(CycleChanged change) {
        var cycleId = change.cycleId();
        var outbox = change.outbox();
        if (outbox.isEmpty()) {
            return;
        }
        if (change.changesLog()) {
            logs.keep(change.entry());
        }
        for (var event : outbox) {
            try {
                store.insert(LoggedEvent.of(event));
            } catch (DuplicateKeyException e) {
                log.debug("{} of {} is in the log already", event.sequence(), cycleId);
            }
        }
        news.publishEvent(new EventsLogged(cycleId, outbox));
        store.updateFirst(
            Query.query(where("_id").is(cycleId)),
            new Update().pull("outbox", Query.query(where("header.sequence").lte(outbox.getLast().sequence()))),
            // By name: given the class, Spring Data would count its version up.
            CoachingCycle.COLLECTION
        );
    }

    /** The next events after a sequence number, in order, without a gap; none when the next one is not logged yet. */
    List<CycleEvent> after(String cycleId, int sequence) {
        var ids = IntStream.rangeClosed(sequence + 1, sequence + AT_ONCE)
            .mapToObj(number -> LoggedEvent.id(cycleId, number))
            .toList();
        var found = find(ids).sorted(comparingInt(CycleEvent::sequence)).toList();
        var unbroken = IntStream.range(0, found.size())
            .takeWhile(i -> found.get(i).sequence() == sequence + 1 + i)
            .count();
        return found.subList(0, (int) unbroken);
    }

    /** Every event after a sequence number that is logged, in order, without a gap. */
    List<CycleEvent> allAfter(String cycleId, int sequence) {
        var all = new ArrayList<CycleEvent>();
        var page = after(cycleId, sequence);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = after(cycleId, page.getLast().sequence());
        }
        return all;
    }

    /** The events after one number up to another, read page by page as they are asked for. */
    Flux<CycleEvent> between(String cycleId, int after, int upTo) {
        if (after >= upTo) {
            return Flux.empty();
        }
        return Flux.defer(() -> {
            var page = after(cycleId, after);
            if (page.isEmpty()) {
                return Flux.error(new IllegalStateException("Event %d of %s is lost".formatted(after + 1, cycleId)));
            }
            var wanted = page.subList(0, Math.min(page.size(), upTo - after));
            return Flux.fromIterable(wanted).concatWith(between(cycleId, wanted.getLast().sequence(), upTo));
        });
    }

    /** All events of some cycles in order, by cycle; what is not logged yet stands in the outboxes they came with. */
    Map<String, List<CycleEvent>> allOf(Collection<CoachingCycle> cycles) {
        var ids = cycles
            .stream()
            .flatMap(cycle ->
                IntStream.rangeClosed(1, cycle.lastSequence()).mapToObj(number -> LoggedEvent.id(cycle.id(), number))
            )
            .distinct()
            .toList();
        var logged = IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
            .mapToObj(from -> ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
            .flatMap(this::find);
        var waiting = cycles.stream().flatMap(cycle -> cycle.outbox().stream());
        var inOrder = new HashMap<String, SortedMap<Integer, CycleEvent>>();
        Stream.concat(logged, waiting).forEach(event ->
            inOrder.computeIfAbsent(event.cycleId(), id -> new TreeMap<>()).put(event.sequence(), event)
        );
        return inOrder
            .entrySet()
            .stream()
            .collect(toMap(Map.Entry::getKey, cycle -> List.copyOf(cycle.getValue().values())));
    }

    private Stream<CycleEvent> find(List<String> ids) {
        return store
            .find(Query.query(where("_id").in(ids)), LoggedEvent.class)
            .stream()
            .map(LoggedEvent::event);
    }
}
