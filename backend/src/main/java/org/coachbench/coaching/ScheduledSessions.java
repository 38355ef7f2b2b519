package org.coachbench.coaching;

import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.AccessPolicy.Ties;
import org.coachbench.access.Viewer;
import org.coachbench.people.CoachPairing;
import org.coachbench.people.CoachPairings;
import org.coachbench.people.People;
import org.coachbench.people.SchoolDay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Which sessions people have before them. */
@Service
public class ScheduledSessions {

    private static final int MOST_UPCOMING = 50;

    private final CycleAccess access;
    private final People people;
    private final CoachPairings pairings;
    private final MongoOperations store;

    ScheduledSessions(CycleAccess access, People people, CoachPairings pairings, MongoOperations store) {
        this.access = access;
        this.people = people;
        this.pairings = pairings;
        this.store = store;
    }

    /**
     * The viewer's cycles whose session is to come, the soonest first; at most 50. Whoever is coached knows of it from
     * the moment the cycle is shared, and it is off when the other does not coach them any more.
     */
    public List<CoachingCycle> upcoming(Viewer viewer, Instant now) {
        var toCome = of(Set.of(viewer.personId()))
            .and("scheduled.endsAt")
            .gt(now)
            .and("phase")
            .in(Phase.OBSERVE, Phase.STEP);
        var soonestFirst = Query.query(toCome).with(Sort.by("scheduled.endsAt")).limit(MOST_UPCOMING);
        var found = store
            .find(soonestFirst, CoachingCycle.class)
            .stream()
            .filter(cycle -> access.allows(viewer, Act.READ_LOG, cycle, Ties.NONE))
            .toList();
        var coaching = access.tiesToday(viewer, found);
        var coachedBy = found.stream().allMatch(cycle -> cycle.mentorId().equals(viewer.personId()))
            ? Set.<String>of()
            : coachesOf(viewer);
        return found
            .stream()
            .filter(cycle ->
                cycle.mentorId().equals(viewer.personId())
                    ? coaching.getOrDefault(cycle.id(), Ties.NONE).mentorsEct()
                    : coachedBy.contains(cycle.mentorId())
            )
            .toList();
    }

    /** Who coaches somebody today: their mentor, their coach. */
    private Set<String> coachesOf(Viewer viewer) {
        var mentor = people
            .findById(viewer.personId())
            .flatMap(person -> person.mentorOn(SchoolDay.today()))
            .map(mentoring -> mentoring.mentorId());
        var coach = pairings.runningOf(viewer.personId()).map(CoachPairing::coachId);
        return Stream.concat(mentor.stream(), coach.stream()).collect(toSet());
    }

    /** Cycles in which any of some people have a session to come that is not over at a time; one store command. */
    public List<CoachingCycle> takenFrom(Collection<String> personIds, Instant from) {
        var taken = of(personIds).and("scheduled.endsAt").gt(from).and("phase").in(Phase.OBSERVE, Phase.STEP);
        return store.find(Query.query(taken), CoachingCycle.class);
    }

    private static Criteria of(Collection<String> personIds) {
        return new Criteria().orOperator(where("mentorId").in(personIds), where("ectId").in(personIds));
    }

    /** Who arranges the sessions of some cycles today. */
    public Set<CoachingCycle> arrangedBy(Viewer viewer, List<CoachingCycle> cycles) {
        var ties = access.tiesToday(viewer, cycles);
        return cycles
            .stream()
            .filter(cycle -> cycle.phase().isPreparing())
            .filter(cycle -> access.allows(viewer, Act.COACH, cycle, ties.getOrDefault(cycle.id(), Ties.NONE)))
            .collect(toSet());
    }
}
