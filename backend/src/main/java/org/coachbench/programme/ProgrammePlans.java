package org.coachbench.programme;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlan.TermWeek;
import org.springframework.stereotype.Component;

/** Makes people's plans; two store commands for any number of them. */
@Component
class ProgrammePlans {

    private final Programmes programmes;
    private final ProgrammePlanFile file;

    ProgrammePlans(Programmes programmes, ProgrammePlanFile file) {
        this.programmes = programmes;
        this.file = file;
    }

    /** What a plan depends on at a school. */
    private record Kind(SchoolRole role, ProgrammeTime time) {}

    private record Part(String personId, SchoolRole role, ProgrammeTime time, String schoolId) {}

    /** By person: as an ECT and as a mentor, as far as they are or were one. */
    Map<String, List<ProgrammePlan>> of(Collection<Person> people) {
        var agreed = programmes.of(people);
        var parts = people
            .stream()
            .distinct()
            .flatMap(person ->
                Stream.concat(
                    Stream.ofNullable(agreed.get(person.id())).flatMap(ect ->
                        part(person, SchoolRole.ECT, ect.time()).stream()
                    ),
                    trainingYear(person)
                        .flatMap(time -> part(person, SchoolRole.MENTOR, time))
                        .stream()
                )
            )
            .toList();
        var plans = new HashMap<String, List<ProgrammePlan>>();
        var bySchool = parts.stream().collect(groupingBy(Part::schoolId));
        programmes.ofSchools(bySchool.keySet()).forEach((schoolId, school) -> {
            var there = bySchool.getOrDefault(schoolId, List.of());
            var weeks = weeks(there, school.calendar());
            // Most start on the same day, and so have the same plan.
            var made = new HashMap<Kind, ProgrammePlan>();
            for (var part : there) {
                var plan = made.computeIfAbsent(new Kind(part.role(), part.time()), kind ->
                    ProgrammePlan.of(file.of(kind.role()), kind.time(), weeks)
                );
                plans.computeIfAbsent(part.personId(), _ -> new ArrayList<>()).add(plan);
            }
        });
        plans.values().forEach(theirs -> theirs.sort(Comparator.comparing(ProgrammePlan::role)));
        return plans;
    }

    /** The weeks of all years that anybody of a school needs. */
    private static List<TermWeek> weeks(List<Part> parts, SchoolCalendar calendar) {
        var times = parts.stream().map(Part::time).toList();
        var from = times.stream().map(ProgrammeTime::startedOn).min(Comparator.naturalOrder()).orElseThrow();
        var to = times.stream().map(ProgrammeTime::endsOn).max(Comparator.naturalOrder()).orElseThrow();
        return ProgrammePlan.weeks(calendar, from, to);
    }

    /** The calendar holds of the school where they are in a role, or were last. */
    private static Optional<Part> part(Person person, SchoolRole role, ProgrammeTime time) {
        return places(person, role)
            .max(Comparator.comparing(at -> at.period().startedOn()))
            .map(at -> new Part(person.id(), role, time, at.schoolId()));
    }

    private static Stream<AtSchool> places(Person person, SchoolRole role) {
        return person
            .atSchool()
            .stream()
            .filter(at -> at.role() == role);
    }

    /** New mentors train for a year. */
    private static Optional<ProgrammeTime> trainingYear(Person person) {
        return places(person, SchoolRole.MENTOR)
            .map(at -> at.period().startedOn())
            .min(Comparator.naturalOrder())
            .map(start -> new ProgrammeTime(start, Schedule.PERSONALISED, start.plusYears(1).minusDays(1), List.of()));
    }
}
