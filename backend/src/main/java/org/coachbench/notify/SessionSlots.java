package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.Programmes;
import org.coachbench.programme.Programmes.OfSchool;
import org.coachbench.programme.SchoolCalendar;
import org.springframework.stereotype.Component;

/** The next times at which a pair can meet in a protected lesson, and has nothing else. */
@Component
class SessionSlots {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final int WEEKS_AHEAD = 12;
    private static final int MOST = 4;

    private final TakenTimes takenTimes;
    private final People people;
    private final Programmes programmes;

    SessionSlots(TakenTimes takenTimes, People people, Programmes programmes) {
        this.takenTimes = takenTimes;
        this.people = people;
        this.programmes = programmes;
    }

    record SessionSlot(Instant startsAt, Instant endsAt) {}

    /** By cycle, the soonest first; five store commands for any number of cycles. */
    Map<CoachingCycle, List<SessionSlot>> of(Map<CoachingCycle, List<ProtectedLesson>> lessons, Instant now) {
        var asked = new HashMap<>(lessons);
        asked.values().removeIf(List::isEmpty);
        if (asked.isEmpty()) {
            return Map.of();
        }
        var pairs = asked
            .keySet()
            .stream()
            .flatMap(cycle -> TakenTimes.pair(cycle).stream())
            .collect(toSet());
        var taken = takenTimes.of(pairs, now);
        var calendars = calendars(asked.keySet().stream().map(CoachingCycle::ectId).collect(toSet()));
        var found = new HashMap<CoachingCycle, List<SessionSlot>>();
        asked.forEach((cycle, free) -> {
            var calendar = calendars.getOrDefault(cycle.ectId(), SchoolCalendar.USUAL);
            found.put(cycle, next(cycle, free, calendar, taken, now));
        });
        return found;
    }

    private static List<SessionSlot> next(
        CoachingCycle cycle,
        List<ProtectedLesson> lessons,
        SchoolCalendar calendar,
        TakenTimes.Taken taken,
        Instant now
    ) {
        var minutes = cycle.kind().minutes();
        var today = SchoolDay.of(now);
        return today
            .datesUntil(today.plusWeeks(WEEKS_AHEAD))
            .flatMap(day ->
                lessons
                    .stream()
                    .filter(lesson -> lesson.minutes() >= minutes && lesson.isOn(day, calendar))
                    .map(lesson -> day.atTime(lesson.start()).atZone(SCHOOL_TIME).toInstant())
                    .sorted()
            )
            .filter(startsAt -> startsAt.isAfter(now))
            .map(startsAt -> new SessionSlot(startsAt, startsAt.plus(Duration.ofMinutes(minutes))))
            .filter(slot -> taken.during(cycle, slot.startsAt(), slot.endsAt()).findFirst().isEmpty())
            .limit(MOST)
            .toList();
    }

    /** Of the school at which each of them is today. */
    private Map<String, SchoolCalendar> calendars(Set<String> personIds) {
        var schools = people
            .findAllById(personIds)
            .stream()
            .collect(toMap(Person::id, person -> school(person)));
        var ids = schools.values().stream().flatMap(Optional::stream).collect(toSet());
        var calendars = programmes.ofSchools(ids);
        var found = new HashMap<String, SchoolCalendar>();
        schools.forEach((personId, school) ->
            school
                .map(calendars::get)
                .map(OfSchool::calendar)
                .ifPresent(calendar -> found.put(personId, calendar))
        );
        return found;
    }

    private static Optional<String> school(Person person) {
        return person.placesOn(SchoolDay.today()).stream().map(AtSchool::schoolId).findFirst();
    }
}
