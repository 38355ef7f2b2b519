package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.coachbench.programme.RhythmPolicy;
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

    /** By ECT, for those who are at a school as an ECT on the day. */
    Map<String, Cadence> on(LocalDate today, Collection<Person> people) {
        var schoolOf = people
            .stream()
            .distinct()
            .filter(person -> place(person, today).isPresent())
            .collect(toMap(identity(), person -> place(person, today).orElseThrow().schoolId()));
        var agreed = programmes.of(schoolOf.keySet());
        var schools = programmes.ofSchools(schoolOf.values().stream().distinct().toList());
        var met = logs.meetings(schoolOf.keySet().stream().map(Person::id).toList());
        var cadences = new HashMap<String, Cadence>();
        schoolOf
            .keySet()
            .stream()
            .collect(groupingBy(schoolOf::get))
            .forEach((schoolId, ects) -> {
                var school = Objects.requireNonNull(schools.get(schoolId));
                var programmesHere = ects
                    .stream()
                    .collect(toMap(Person::id, ect -> Objects.requireNonNull(agreed.get(ect.id()))));
                var earliest = programmesHere
                    .values()
                    .stream()
                    .map(one -> one.time().startedOn())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
                var weeks = school.calendar().weeks(earliest, today.plusWeeks(WEEKS_AHEAD));
                programmesHere.forEach((ectId, one) ->
                    cadences.put(
                        ectId,
                        Cadence.on(
                            today,
                            one.time(),
                            new RhythmPolicy(school.pastoralChoices(), one.rhythms()),
                            weeks,
                            meetings(one, met.getOrDefault(ectId, List.of()))
                        )
                    )
                );
            });
        return cadences;
    }

    private static Optional<AtSchool> place(Person person, LocalDate day) {
        return person
            .placesOn(day)
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .findFirst();
    }

    private static List<Meeting> meetings(Agreed programme, List<Instant> met) {
        var coaching = met.stream().map(at -> new Meeting(SchoolDay.of(at), MeetingKind.INSTRUCTIONAL_COACHING));
        return Stream.concat(coaching, programme.pastoralMeetings().stream()).toList();
    }
}
