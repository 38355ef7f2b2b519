package org.coachbench.coaching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Keeps a log of what took place beside the cycles, and reads it. */
@Service
public class CoachingLogs {

    /** Which collections that were made from others are complete. */
    private static final String FILLED = "filled_collections";

    private final MongoOperations store;

    CoachingLogs(MongoOperations store) {
        this.store = store;
    }

    /** Of two that arrive the wrong way round the newer stays; the same one twice changes nothing. */
    public void keep(LogEntry entry) {
        var place = "entries." + entry.cycleId();
        var withoutNewer = where("_id")
            .is(entry.ectId())
            .and(place + ".sequence")
            .not()
            .gte(entry.sequence());
        var set = new Update().set(place, entry);
        try {
            store.upsert(Query.query(withoutNewer), set, CoachingLog.class);
        } catch (DuplicateKeyException e) {
            // There is a log by now: either somebody began it a moment ago, or it tells of a later event already.
            store.updateFirst(Query.query(withoutNewer), set, CoachingLog.class);
        }
    }

    /** By ECT, in no order; one store command for any number of them. */
    public Map<String, List<LogEntry>> of(Collection<String> ectIds) {
        return store
            .find(Query.query(where("_id").in(ectIds)), CoachingLog.class)
            .stream()
            .collect(toMap(CoachingLog::ectId, one -> List.copyOf(one.entries().values())));
    }

    /** By ECT, when meetings of mentor and ECT began, in no order; one store command for any number of them. */
    public Map<String, List<Instant>> meetings(Collection<String> ectIds) {
        return store
            .find(Query.query(where("_id").in(ectIds)), CoachingLog.Meetings.class, CoachingLog.COLLECTION)
            .stream()
            .collect(
                toMap(CoachingLog.Meetings::ectId, log ->
                    log
                        .entries()
                        .values()
                        .stream()
                        .filter(entry -> LogEntry.isMeeting(entry.phase(), entry.metAt()))
                        .map(entry -> requireNonNull(entry.metAt()))
                        .toList()
                )
            );
    }

    /** A store that was written before there was a log gets one; cut off in between, at the next start. */
    @EventListener(ContextRefreshedEvent.class)
    void fill() {
        var filled = Query.query(where("_id").is(CoachingLog.COLLECTION));
        if (!store.exists(filled, FILLED)) {
            var ofEcts = Query.query(where("kind").is(CycleKind.INSTRUCTIONAL));
            try (var cycles = store.stream(ofEcts, CoachingCycle.class)) {
                cycles.forEach(cycle -> keep(cycle.logEntry()));
            }
            store.save(new Document("_id", CoachingLog.COLLECTION), FILLED);
        }
    }
}
