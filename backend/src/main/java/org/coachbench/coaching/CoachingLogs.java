package org.coachbench.coaching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(CoachingLogs.class);

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
        try {
            store.upsert(Query.query(withoutNewer), new Update().set(place, entry), CoachingLog.class);
        } catch (DuplicateKeyException e) {
            log.debug("The log of {} tells of a later event already", entry.cycleId());
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

    /** A store that was written before there was a log gets one. */
    @EventListener(ContextRefreshedEvent.class)
    void fill() {
        if (store.findOne(new Query().limit(1), CoachingLog.class) == null) {
            try (var cycles = store.stream(new Query(), CoachingCycle.class)) {
                cycles.forEach(cycle -> keep(cycle.logEntry()));
            }
        }
    }
}
