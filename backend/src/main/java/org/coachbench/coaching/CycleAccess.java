package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Asks the access policy about cycles, with what it needs to know of the pair. */
@Component
public class CycleAccess {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private final People people;
    private final CoachingCycles cycles;
    private final MongoOperations store;

    CycleAccess(People people, CoachingCycles cycles, MongoOperations store) {
        this.people = people;
        this.cycles = cycles;
        this.store = store;
    }

    /** A cycle whose notes and events the viewer may follow. */
    public Optional<CoachingCycle> followable(Viewer viewer, String cycleId) {
        return cycles.findById(cycleId).filter(cycle -> allows(viewer, Act.READ_NOTES, cycle));
    }

    /** What of a cycle is asked again and again while somebody follows it. */
    public record FollowedCycle(
        @Id String id,
        String mentorId,
        String ectId,
        @Nullable Instant sharedAt,
        int lastSequence
    ) {
        public boolean mayBeFollowedBy(Viewer viewer) {
            var relation = AccessPolicy.relation(viewer, mentorId, ectId, false);
            return AccessPolicy.allows(Act.READ_NOTES, relation, sharedAt != null, false);
        }
    }

    /** By id, with one store command. */
    public Map<String, FollowedCycle> followed(Set<String> cycleIds) {
        var query = Query.query(where("_id").in(cycleIds));
        query.fields().include("mentorId", "ectId", "sharedAt", "lastSequence");
        return store
            .find(query, FollowedCycle.class, CoachingCycle.COLLECTION)
            .stream()
            .collect(toMap(FollowedCycle::id, identity()));
    }

    boolean allows(Viewer viewer, Act act, CoachingCycle cycle) {
        return allows(viewer, act, cycle, mentorsToday(viewer, cycle.ectId()));
    }

    boolean allows(Viewer viewer, Act act, CoachingCycle cycle, boolean mentorsEctToday) {
        var relation = AccessPolicy.relation(viewer, cycle.mentorId(), cycle.ectId(), mentorsEctToday);
        return AccessPolicy.allows(act, relation, cycle.sharedAt() != null, cycle.phase() == Phase.CLOSED);
    }

    /** The pair's notes: whoever mentors the ECT now makes no difference to them. */
    public boolean mayReadNotes(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.READ_NOTES, cycle, false);
    }

    /** Whether the viewer may do more than read, be it only in the shared notes. */
    public boolean mayWrite(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.TYPE_NOTES, cycle);
    }

    List<CycleAction> actions(Viewer viewer, CoachingCycle cycle, boolean mentorsEctToday) {
        if (allows(viewer, Act.COACH, cycle, mentorsEctToday)) {
            return List.copyOf(cycle.mentorActions());
        }
        return allows(viewer, Act.REFLECT, cycle, mentorsEctToday) ? List.copyOf(cycle.ectActions()) : List.of();
    }

    boolean mentorsToday(Viewer viewer, String ectId) {
        return !mentoredToday(viewer, Set.of(ectId)).isEmpty();
    }

    /** Whom of these ECTs the viewer mentors today. */
    Set<String> mentoredToday(Viewer viewer, Set<String> ectIds) {
        return people.ectsMentoredBy(viewer.personId(), ectIds, LocalDate.now(SCHOOL_TIME));
    }

    Set<String> ectsOfToday(Viewer viewer) {
        return people.ectsMentoredBy(viewer.personId(), LocalDate.now(SCHOOL_TIME));
    }

    /** The policy's READ_LOG as a query, so that lists can be paged. */
    Criteria readable(Viewer viewer, Set<String> ectsOfToday) {
        return new Criteria().orOperator(
            Criteria.where("mentorId").is(viewer.personId()),
            Criteria.where("ectId").is(viewer.personId()).and("sharedAt").ne(null),
            Criteria.where("ectId").in(ectsOfToday).and("sharedAt").ne(null).and("phase").is(Phase.CLOSED)
        );
    }
}
