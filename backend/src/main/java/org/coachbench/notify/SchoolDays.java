package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.Programmes;
import org.coachbench.programme.SchoolCalendar;
import org.springframework.stereotype.Component;

/** On which days people are at school: where one of their schools of today teaches, or as usual for those who are at none. */
@Component
class SchoolDays {

    private final People people;
    private final Programmes programmes;

    SchoolDays(People people, Programmes programmes) {
        this.people = people;
        this.programmes = programmes;
    }

    /** Two store commands for any number of people. */
    Map<String, Predicate<LocalDate>> of(Collection<String> personIds) {
        var today = SchoolDay.today();
        var schools = people
            .findAllById(personIds)
            .stream()
            .collect(
                toMap(Person::id, person ->
                    person.placesOn(today).stream().map(AtSchool::schoolId).collect(Collectors.toSet())
                )
            );
        var decided = programmes.ofSchools(
            schools.values().stream().flatMap(Collection::stream).collect(Collectors.toSet())
        );
        return personIds
            .stream()
            .distinct()
            .collect(
                toMap(identity(), id -> {
                    var calendars = schools
                        .getOrDefault(id, Set.of())
                        .stream()
                        .map(school -> requireNonNull(decided.get(school)).calendar())
                        .toList();
                    return calendars.isEmpty()
                        ? SchoolCalendar.USUAL::isSchoolDay
                        : day -> calendars.stream().anyMatch(calendar -> calendar.isSchoolDay(day));
                })
            );
    }
}
