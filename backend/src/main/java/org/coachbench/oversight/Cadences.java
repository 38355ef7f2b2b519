package org.coachbench.oversight;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Cadence;
import org.coachbench.programme.Meeting;
import org.coachbench.programme.MeetingKind;
import org.coachbench.programme.Programmes;
import org.coachbench.programme.Programmes.Agreed;
import org.coachbench.programme.Programmes.OfSchool;
import org.coachbench.programme.RhythmPolicy;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.coachbench.programme.SchoolCalendar.SchoolWeek;
import org.springframework.stereotype.Service;

/** Brings together what decides about an ECT's cadence; three store commands for any number of ECTs. */
@Service
class Cadences {

    private static final int WEEKS_AHEAD = 12;

    private final Programmes programmes;
    private final CoachingLogs logs;

    Cadences(Programmes programmes, CoachingLogs logs) {
        this.programmes = programmes;
        this.logs = logs;
    }

    /**
     * By ECT, for those who are at a school as an ECT on the day. Weeks at another school are judged by what that school
     * decided; they decide about what is due, and are told to nobody at the new one.
     */
    Map<String, Cadence> on(LocalDate today, Collection<Person> people) {
        var ects = people
            .stream()
            .distinct()
            .filter(person -> presentPlace(person, today).isPresent())
            .toList();
        if (ects.isEmpty()) {
            return Map.of();
        }
        var agreed = programmes.of(ects);
        var schools = programmes.ofSchools(
            ects
                .stream()
                .flatMap(ect -> places(ect).stream())
                .map(AtSchool::schoolId)
                .distinct()
                .toList()
        );
        var met = logs.meetings(ects.stream().map(Person::id).toList());
        var earliest = agreed
            .values()
            .stream()
            .map(one -> one.time().startedOn())
            .min(LocalDate::compareTo)
            .orElseThrow();
        var weeks = schools
            .entrySet()
            .stream()
            .collect(
                toMap(Map.Entry::getKey, school ->
                    school.getValue().calendar().weeks(earliest, today.plusWeeks(WEEKS_AHEAD))
                )
            );
        return ects.stream().collect(
            toMap(Person::id, ect -> {
                var one = requireNonNull(agreed.get(ect.id()));
                var present = presentPlace(ect, today).orElseThrow();
                var places = places(ect);
                return Cadence.on(
                    today,
                    one.time(),
                    new RhythmPolicy(choices(places, schools), one.rhythms()),
                    weeks(places, present, weeks),
                    meetings(one, met.getOrDefault(ect.id(), List.of()))
                ).since(present.period().startedOn());
            })
        );
    }

    private static List<AtSchool> places(Person ect) {
        return ect
            .atSchool()
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .sorted(comparing(at -> at.period().startedOn()))
            .toList();
    }

    private static Optional<AtSchool> presentPlace(Person person, LocalDate day) {
        return person
            .placesOn(day)
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .findFirst();
    }

    /** Of every school the weeks that began there; the present one goes on. */
    private static List<SchoolWeek> weeks(
        List<AtSchool> places,
        AtSchool present,
        Map<String, List<SchoolWeek>> ofSchools
    ) {
        return places
            .stream()
            .filter(at -> !at.period().startedOn().isAfter(present.period().startedOn()))
            .flatMap(at ->
                requireNonNull(ofSchools.get(at.schoolId()))
                    .stream()
                    .filter(week ->
                        at.equals(present)
                            ? !week.firstDay().isBefore(at.period().startedOn())
                            : at.period().contains(week.firstDay())
                    )
            )
            .toList();
    }

    /** What each school had decided, from the first day there until the last. */
    private static List<PastoralChoice> choices(List<AtSchool> places, Map<String, OfSchool> schools) {
        return places
            .stream()
            .flatMap(at -> {
                var choices = requireNonNull(schools.get(at.schoolId())).pastoralChoices();
                var start = at.period().startedOn();
                var atStart = choices
                    .stream()
                    .filter(choice -> !choice.from().isAfter(start))
                    .max(comparing(PastoralChoice::from))
                    .map(PastoralChoice::pastoralMeetings)
                    .orElse(false);
                return Stream.concat(
                    Stream.of(new PastoralChoice(start, atStart)),
                    choices
                        .stream()
                        .filter(choice -> choice.from().isAfter(start) && at.period().contains(choice.from()))
                );
            })
            .toList();
    }

    private static List<Meeting> meetings(Agreed programme, List<Instant> met) {
        var coaching = met.stream().map(at -> new Meeting(SchoolDay.of(at), MeetingKind.INSTRUCTIONAL_COACHING));
        return Stream.concat(coaching, programme.pastoralMeetings().stream()).toList();
    }
}
