package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.AccessPolicy.Ties;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CycleTutors.Asked;
import org.coachbench.coaching.CycleVisitors.Visitor;
import org.coachbench.people.People;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Asks the access policy about cycles, with what it needs to know of the pair. */
@Component
public class CycleAccess {

    private final People people;
    private final CycleTutors tutors;
    private final CoachingCycles cycles;
    private final MongoOperations store;

    CycleAccess(People people, CycleTutors tutors, CoachingCycles cycles, MongoOperations store) {
        this.people = people;
        this.tutors = tutors;
        this.cycles = cycles;
        this.store = store;
    }

    public Optional<CoachingCycle> find(Viewer viewer, Act act, String cycleId) {
        return Optional.ofNullable(find(viewer, act, Set.of(cycleId)).get(cycleId));
    }

    /** By id, those with which the viewer may do this; as many store commands for many as for one. */
    public Map<String, CoachingCycle> find(Viewer viewer, Act act, Set<String> cycleIds) {
        var found = cycles.findAllById(cycleIds);
        var mentored = mentoredToday(viewer, found.stream().map(CoachingCycle::ectId).collect(toSet()));
        // Nobody visits what is not shared, or is their own: for most people the store is asked nothing more.
        var foreign = found
            .stream()
            .filter(cycle -> cycle.sharedAt() != null && !isOfPair(viewer, cycle.mentorId(), cycle.ectId()))
            .filter(cycle -> !mentored.contains(cycle.ectId()))
            .map(cycle -> new Asked(viewer.personId(), cycle.id(), cycle.ectId()))
            .collect(toSet());
        var ofTutor = tutors.ties(foreign);
        return found
            .stream()
            .filter(cycle -> {
                var ofMentor = Ties.ofMentor(mentored.contains(cycle.ectId()));
                var today = ofTutor.getOrDefault(new Visitor(viewer.personId(), cycle.id()), ofMentor);
                return allows(viewer, act, cycle, today);
            })
            .collect(toMap(CoachingCycle::id, identity()));
    }

    /** Somebody who follows a cycle. */
    public record Follower(Viewer viewer, String cycleId) {}

    /** What of a cycle is asked again and again while somebody follows it. */
    private record Followed(
        @Id String id,
        String mentorId,
        String ectId,
        @Nullable Instant sharedAt,
        int lastSequence
    ) {
        /** Whoever mentors the ECT now makes no difference to who may follow. */
        boolean mayBeFollowedBy(Viewer viewer, Ties ofTutor) {
            var relation = AccessPolicy.relation(viewer, mentorId, ectId, ofTutor);
            return AccessPolicy.allows(Act.FOLLOW, relation, sharedAt != null, false);
        }
    }

    /**
     * Of those who follow cycles the ones that still may, with the number of the cycle's last event. One store command
     * for all, and three more when there are visitors among them.
     */
    public Map<Follower, Integer> stillFollowing(Set<Follower> followers) {
        var query = Query.query(where("_id").in(followers.stream().map(Follower::cycleId).collect(toSet())));
        query.fields().include("mentorId", "ectId", "sharedAt", "lastSequence");
        var followed = store
            .find(query, Followed.class, CoachingCycle.COLLECTION)
            .stream()
            .collect(toMap(Followed::id, identity()));
        var foreign = new HashSet<Asked>();
        for (var follower : followers) {
            var cycle = followed.get(follower.cycleId());
            if (cycle != null && !isOfPair(follower.viewer(), cycle.mentorId(), cycle.ectId())) {
                foreign.add(new Asked(follower.viewer().personId(), cycle.id(), cycle.ectId()));
            }
        }
        var ofTutors = tutors.ties(foreign);
        var still = new HashMap<Follower, Integer>();
        for (var follower : followers) {
            var cycle = followed.get(follower.cycleId());
            var visitor = new Visitor(follower.viewer().personId(), follower.cycleId());
            var ties = ofTutors.getOrDefault(visitor, Ties.NONE);
            if (cycle != null && cycle.mayBeFollowedBy(follower.viewer(), ties)) {
                still.put(follower, cycle.lastSequence());
            }
        }
        return still;
    }

    private static boolean isOfPair(Viewer viewer, String mentorId, String ectId) {
        return viewer.personId().equals(mentorId) || viewer.personId().equals(ectId);
    }

    boolean allows(Viewer viewer, Act act, CoachingCycle cycle, Ties today) {
        var relation = AccessPolicy.relation(viewer, cycle.mentorId(), cycle.ectId(), today);
        return AccessPolicy.allows(act, relation, cycle.sharedAt() != null, cycle.phase() == Phase.CLOSED);
    }

    /** For what a visiting tutor may not do anyway. */
    boolean allows(Viewer viewer, Act act, CoachingCycle cycle, boolean mentorsEctToday) {
        return allows(viewer, act, cycle, Ties.ofMentor(mentorsEctToday));
    }

    /** The pair's notes: whoever mentors the ECT now makes no difference to them. */
    public boolean mayReadNotes(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.READ_NOTES, cycle, Ties.NONE);
    }

    /** Which tutors looked: as with the notes, whoever mentors the ECT now makes no difference. */
    public boolean maySeeVisits(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.SEE_VISITS, cycle, Ties.NONE);
    }

    /** Whether the viewer may do more than read, be it only in the shared notes. */
    public boolean mayWrite(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.TYPE_NOTES, cycle, mentorsToday(viewer, cycle.ectId()));
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
        return people.ectsMentoredBy(viewer.personId(), ectIds, SchoolDay.today());
    }

    Set<String> ectsOfToday(Viewer viewer) {
        return people.ectsMentoredBy(viewer.personId(), SchoolDay.today());
    }

    /**
     * The policy's READ_LOG as a query, so that lists can be paged. A visit opens one cycle, not lists: what a tutor
     * visits is in none of them.
     */
    Criteria readable(Viewer viewer, Set<String> ectsOfToday) {
        return new Criteria().orOperator(
            Criteria.where("mentorId").is(viewer.personId()),
            Criteria.where("ectId").is(viewer.personId()).and("sharedAt").ne(null),
            Criteria.where("ectId").in(ectsOfToday).and("sharedAt").ne(null).and("phase").is(Phase.CLOSED)
        );
    }
}
