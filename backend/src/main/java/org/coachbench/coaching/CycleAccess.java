package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import org.coachbench.people.CoachPairings;
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
    private final CoachPairings pairings;
    private final CycleTutors tutors;
    private final CoachingCycles cycles;
    private final MongoOperations store;

    CycleAccess(
        People people,
        CoachPairings pairings,
        CycleTutors tutors,
        CoachingCycles cycles,
        MongoOperations store
    ) {
        this.people = people;
        this.pairings = pairings;
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
        var ties = new HashMap<>(tiesToday(viewer, found));
        // Nobody visits what is not shared, or is their own: for most people the store is asked nothing more.
        var foreign = found
            .stream()
            .filter(cycle -> cycle.sharedAt() != null && !isOfPair(viewer, cycle.mentorId(), cycle.ectId()))
            .filter(cycle -> cycle.kind() == CycleKind.INSTRUCTIONAL && !ties.containsKey(cycle.id()))
            .map(cycle -> new Asked(viewer.personId(), cycle.id(), cycle.ectId()))
            .collect(toSet());
        tutors.ties(foreign).forEach((visitor, ofTutor) -> ties.put(visitor.cycleId(), ofTutor));
        return found
            .stream()
            .filter(cycle -> allows(viewer, act, cycle, ties.getOrDefault(cycle.id(), Ties.NONE)))
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
        @Nullable CoachAccess coachAccess,
        int lastSequence
    ) {
        boolean isSharedWith(Viewer viewer) {
            return coachAccess != null && coachAccess.lasts() && coachAccess.coachId().equals(viewer.personId());
        }

        /** Whoever mentors the ECT now makes no difference to who may follow. */
        boolean mayBeFollowedBy(Viewer viewer, Ties today) {
            var relation = AccessPolicy.relation(viewer, mentorId, ectId, today);
            return AccessPolicy.allows(Act.FOLLOW, relation, sharedAt != null, false);
        }
    }

    /**
     * Of those who follow cycles the ones that still may, with the number of the cycle's last event. One store command
     * for all, one more for each coach among them, and three more when there are visitors.
     */
    public Map<Follower, Integer> stillFollowing(Set<Follower> followers) {
        var query = Query.query(where("_id").in(followers.stream().map(Follower::cycleId).collect(toSet())));
        query.fields().include("mentorId", "ectId", "sharedAt", "coachAccess", "lastSequence");
        var followed = store
            .find(query, Followed.class, CoachingCycle.COLLECTION)
            .stream()
            .collect(toMap(Followed::id, identity()));
        var reviewing = reviewing(followers, followed);
        var foreign = new HashSet<Asked>();
        for (var follower : followers) {
            var cycle = followed.get(follower.cycleId());
            if (
                cycle != null &&
                !isOfPair(follower.viewer(), cycle.mentorId(), cycle.ectId()) &&
                !reviewing.contains(follower)
            ) {
                foreign.add(new Asked(follower.viewer().personId(), cycle.id(), cycle.ectId()));
            }
        }
        var ofTutors = tutors.ties(foreign);
        var still = new HashMap<Follower, Integer>();
        for (var follower : followers) {
            var cycle = followed.get(follower.cycleId());
            var visitor = new Visitor(follower.viewer().personId(), follower.cycleId());
            var ties = reviewing.contains(follower) ? Ties.NONE.reviewing() : ofTutors.getOrDefault(visitor, Ties.NONE);
            if (cycle != null && cycle.mayBeFollowedBy(follower.viewer(), ties)) {
                still.put(follower, cycle.lastSequence());
            }
        }
        return still;
    }

    private Set<Follower> reviewing(Set<Follower> followers, Map<String, Followed> followed) {
        var byCoach = new HashMap<Viewer, List<Followed>>();
        for (var follower : followers) {
            var cycle = followed.get(follower.cycleId());
            if (cycle != null && cycle.isSharedWith(follower.viewer())) {
                byCoach.computeIfAbsent(follower.viewer(), _ -> new ArrayList<>()).add(cycle);
            }
        }
        var reviewing = new HashSet<Follower>();
        byCoach.forEach((coach, shared) -> {
            var mentors = shared.stream().map(Followed::mentorId).collect(toSet());
            var coached = pairings.mentorsCoachedBy(coach.personId(), mentors);
            shared
                .stream()
                .filter(cycle -> coached.contains(cycle.mentorId()))
                .forEach(cycle -> reviewing.add(new Follower(coach, cycle.id())));
        });
        return reviewing;
    }

    private static boolean isOfPair(Viewer viewer, String mentorId, String ectId) {
        return viewer.personId().equals(mentorId) || viewer.personId().equals(ectId);
    }

    boolean allows(Viewer viewer, Act act, CoachingCycle cycle, Ties today) {
        var relation = AccessPolicy.relation(viewer, cycle.mentorId(), cycle.ectId(), today);
        return AccessPolicy.allows(act, relation, cycle.sharedAt() != null, cycle.phase() == Phase.CLOSED);
    }

    /** Of a cycle that was found for the viewer: whether a coach still coaches its mentor was asked then. */
    private boolean mayRead(Viewer viewer, Act act, CoachingCycle cycle) {
        var shared = cycle.isSharedWith(viewer.personId());
        return allows(viewer, act, cycle, shared ? Ties.NONE.reviewing() : Ties.NONE);
    }

    /** The pair's notes: whoever mentors the ECT now makes no difference to them. */
    public boolean mayReadNotes(Viewer viewer, CoachingCycle cycle) {
        return mayRead(viewer, Act.READ_NOTES, cycle);
    }

    /** What the ECT wrote in private for the pair. */
    public boolean mayReadReflection(Viewer viewer, CoachingCycle cycle) {
        return mayRead(viewer, Act.READ_REFLECTION, cycle);
    }

    boolean mayRead(Viewer viewer, NoteKind kind, CoachingCycle cycle) {
        return mayRead(viewer, kind.reading(), cycle);
    }

    boolean maySeeCoach(Viewer viewer, CoachingCycle cycle) {
        return mayRead(viewer, Act.SEE_COACH, cycle);
    }

    /** Which of its events the viewer hears who may follow it. */
    public Hearing hearing(Viewer viewer, CoachingCycle cycle) {
        if (mayReadReflection(viewer, cycle)) {
            return Hearing.ALL;
        }
        return mayReadNotes(viewer, cycle) ? Hearing.SHARED_SESSION : Hearing.LOG;
    }

    /** A cycle with those whom it concerns today, and which of its events each of them hears. */
    public record Concerned(CoachingCycle cycle, Map<String, Hearing> hearing) {
        public boolean hears(String personId, CycleEvent event) {
            var heard = hearing.get(personId);
            return heard != null && heard.hears(event);
        }
    }

    /** The pair, and the coach who may review it; one store command, one more when there is such a coach. */
    public Optional<Concerned> concerned(String cycleId) {
        return cycles.findById(cycleId).map(cycle -> {
            var hearing = new HashMap<String, Hearing>();
            for (var personId : List.of(cycle.mentorId(), cycle.ectId())) {
                var viewer = new Viewer(personId, false);
                if (mayRead(viewer, Act.FOLLOW, cycle)) {
                    hearing.put(personId, hearing(viewer, cycle));
                }
            }
            var given = cycle.coachAccess();
            if (given != null && given.lasts()) {
                var coach = new Viewer(given.coachId(), false);
                var coached = pairings.mentorsCoachedBy(coach.personId(), Set.of(cycle.mentorId()));
                if (!coached.isEmpty() && mayRead(coach, Act.FOLLOW, cycle)) {
                    hearing.put(coach.personId(), hearing(coach, cycle));
                }
            }
            return new Concerned(cycle, hearing);
        });
    }

    /** Which tutors looked: as with the notes, whoever mentors the ECT now makes no difference. */
    public boolean maySeeVisits(Viewer viewer, CoachingCycle cycle) {
        return mayRead(viewer, Act.SEE_VISITS, cycle);
    }

    /** Whether the viewer may do more than read, be it only in the shared notes. */
    public boolean mayWrite(Viewer viewer, CoachingCycle cycle) {
        return allows(viewer, Act.TYPE_NOTES, cycle, tiesToday(viewer, cycle));
    }

    List<CycleAction> actions(Viewer viewer, CoachingCycle cycle, Ties today) {
        var actions = new ArrayList<CycleAction>();
        if (allows(viewer, Act.COACH, cycle, today)) {
            actions.addAll(cycle.mentorActions());
        } else if (allows(viewer, Act.REFLECT, cycle, today)) {
            actions.addAll(cycle.ectActions());
        } else if (allows(viewer, Act.REVIEW, cycle, today)) {
            actions.addAll(cycle.coachActions());
        }
        var seen = cycle.coachAccess();
        if (seen != null && seen.lasts() && allows(viewer, Act.END_COACH_ACCESS, cycle, today)) {
            actions.add(CycleAction.END_COACH_ACCESS);
        }
        return actions;
    }

    boolean mentorsToday(Viewer viewer, String ectId) {
        return people.ectsMentoredBy(viewer.personId(), Set.of(ectId), SchoolDay.today()).contains(ectId);
    }

    Ties tiesToday(Viewer viewer, CoachingCycle cycle) {
        return tiesToday(viewer, List.of(cycle)).getOrDefault(cycle.id(), Ties.NONE);
    }

    /**
     * By cycle, for those whose ECT the viewer mentors, whose mentor they coach, or which they review today. One store
     * command for any number of cycles between mentors and ECTs, one more when there is coaching for mentors or review.
     */
    Map<String, Ties> tiesToday(Viewer viewer, Collection<CoachingCycle> asked) {
        var ects = new HashSet<String>();
        var mentors = new HashSet<String>();
        for (var cycle : asked) {
            (cycle.kind() == CycleKind.INSTRUCTIONAL ? ects : mentors).add(cycle.ectId());
            if (cycle.isSharedWith(viewer.personId())) {
                mentors.add(cycle.mentorId());
            }
        }
        var mentored = ects.isEmpty()
            ? Set.<String>of()
            : people.ectsMentoredBy(viewer.personId(), ects, SchoolDay.today());
        var coached = mentors.isEmpty() ? Set.<String>of() : pairings.mentorsCoachedBy(viewer.personId(), mentors);
        var ties = new HashMap<String, Ties>();
        for (var cycle : asked) {
            var supported = cycle.kind() == CycleKind.INSTRUCTIONAL ? mentored : coached;
            var supports = supported.contains(cycle.ectId());
            var reviews = cycle.isSharedWith(viewer.personId()) && coached.contains(cycle.mentorId());
            if (supports || reviews) {
                ties.put(cycle.id(), new Ties(supports, false, false, reviews));
            }
        }
        return ties;
    }

    /**
     * The policy's READ_LOG as a query, so that lists can be paged. A visit opens one cycle, not lists, and so does a
     * session shared for review. Two store commands.
     */
    Criteria readable(Viewer viewer) {
        var ects = people.ectsMentoredBy(viewer.personId(), SchoolDay.today());
        var mentors = pairings
            .by(viewer.personId())
            .stream()
            .map(pairing -> pairing.mentorId())
            .toList();
        return new Criteria().orOperator(
            where("mentorId").is(viewer.personId()),
            where("ectId").is(viewer.personId()).and("sharedAt").ne(null),
            closedOf(CycleKind.INSTRUCTIONAL, ects),
            closedOf(CycleKind.COACHING_FOR_MENTORS, mentors)
        );
    }

    private static Criteria closedOf(CycleKind kind, Collection<String> coached) {
        return where("ectId").in(coached).and("kind").is(kind).and("sharedAt").ne(null).and("phase").is(Phase.CLOSED);
    }
}
