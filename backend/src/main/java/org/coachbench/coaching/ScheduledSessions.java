package org.coachbench.coaching;

import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private static final int MOST_IN_CALENDAR = 500;

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
        var found = readable(viewer, soonestFirst);
        var coached = coachedToday(viewer, found);
        return found.stream().filter(coached::contains).toList();
    }

    /** A session as it stands in a calendar; off when it was cancelled, or the other does not coach any more. */
    public record CalendarSession(CoachingCycle cycle, boolean isOff) {}

    /** The viewer's sessions that are not over at a time, whatever became of them, the latest first; at most 500. */
    public List<CalendarSession> from(Viewer viewer, Instant since) {
        var scheduled = of(Set.of(viewer.personId())).and("scheduled.endsAt").gt(since);
        var latestFirst = Query.query(scheduled)
            .with(Sort.by(Sort.Direction.DESC, "scheduled.endsAt"))
            .limit(MOST_IN_CALENDAR);
        var found = readable(viewer, latestFirst);
        var coached = coachedToday(viewer, found);
        return found
            .stream()
            .map(cycle -> {
                var given = cycle.phase().isPreparing() && !coached.contains(cycle);
                return new CalendarSession(cycle, given || cycle.phase() == Phase.CANCELLED);
            })
            .toList();
    }

    /** The viewer's closed cycles whose next drop-in is to come; not when the next cycle has begun with it. */
    public List<CoachingCycle> dropIns(Viewer viewer, LocalDate today) {
        var agreed = of(Set.of(viewer.personId()))
            .and("phase")
            .is(Phase.CLOSED)
            .and("followUp.nextDropInOn")
            .gte(today);
        var newestFirst = Query.query(agreed).with(Sort.by(Sort.Direction.DESC, "_id")).limit(MOST_UPCOMING);
        var closed = readable(viewer, newestFirst);
        var pairs = closed
            .stream()
            .map(cycle -> CoachingCycle.pair(cycle.mentorId(), cycle.ectId()))
            .collect(toSet());
        if (pairs.isEmpty()) {
            return List.of();
        }
        var begun = store
            .find(Query.query(where("openFor").in(pairs)), CoachingCycle.class)
            .stream()
            .map(cycle -> CoachingCycle.pair(cycle.mentorId(), cycle.ectId()))
            .collect(toSet());
        var coached = coachedToday(viewer, closed);
        var told = new HashSet<String>(begun);
        return closed
            .stream()
            .filter(coached::contains)
            .filter(cycle -> told.add(CoachingCycle.pair(cycle.mentorId(), cycle.ectId())))
            .toList();
    }

    private List<CoachingCycle> readable(Viewer viewer, Query query) {
        return store
            .find(query, CoachingCycle.class)
            .stream()
            .filter(cycle -> access.allows(viewer, Act.READ_LOG, cycle, Ties.NONE))
            .toList();
    }

    /** Of the viewer's own cycles, those in which the one still coaches the other. */
    private Set<CoachingCycle> coachedToday(Viewer viewer, List<CoachingCycle> cycles) {
        var ties = access.tiesToday(viewer, cycles);
        var coachedBy = cycles.stream().allMatch(cycle -> cycle.mentorId().equals(viewer.personId()))
            ? Set.<String>of()
            : coachesOf(viewer);
        return cycles
            .stream()
            .filter(cycle ->
                cycle.mentorId().equals(viewer.personId())
                    ? ties.getOrDefault(cycle.id(), Ties.NONE).mentorsEct()
                    : coachedBy.contains(cycle.mentorId())
            )
            .collect(toSet());
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

    /**
     * Cycles whose session is to come, and off, because the one does not coach the other any more; three store commands
     * for any number.
     */
    public List<CoachingCycle> off(Instant now) {
        var toCome = where("scheduled.endsAt").gt(now).and("phase").in(Phase.OBSERVE, Phase.STEP);
        var found = store.find(Query.query(toCome), CoachingCycle.class);
        var today = SchoolDay.today();
        var coached = found.stream().map(CoachingCycle::ectId).collect(toSet());
        var pairs = new HashSet<String>();
        people
            .findAllById(coached)
            .forEach(ect ->
                ect
                    .mentorOn(today)
                    .ifPresent(mentoring -> pairs.add(CoachingCycle.pair(mentoring.mentorId(), ect.id())))
            );
        pairings
            .runningOf(coached)
            .forEach(pairing -> pairs.add(CoachingCycle.pair(pairing.coachId(), pairing.mentorId())));
        return found
            .stream()
            .filter(cycle -> !pairs.contains(CoachingCycle.pair(cycle.mentorId(), cycle.ectId())))
            .toList();
    }

    /** Cycles in which any of some people have a session to come that is not over at a time; one store command. */
    public List<CoachingCycle> takenFrom(Collection<String> personIds, Instant from) {
        var taken = of(personIds).and("scheduled.endsAt").gt(from).and("phase").in(Phase.OBSERVE, Phase.STEP);
        return store.find(Query.query(taken), CoachingCycle.class);
    }

    private static Criteria of(Collection<String> personIds) {
        return new Criteria().orOperator(where("mentorId").in(personIds), where("ectId").in(personIds));
    }

    /** A cycle in which the viewer coaches today. */
    public Optional<CoachingCycle> coached(Viewer viewer, String cycleId) {
        return access.find(viewer, Act.COACH, cycleId);
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
