package org.coachbench.people;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is induction tutor of which ECT: it follows the school where the ECT is, day by day. */
@Component
public class EctTutors {

    private final People people;
    private final Schools schools;

    EctTutors(People people, Schools schools) {
        this.people = people;
        this.schools = schools;
    }

    /** By ECT, the school and its tutors on a day; without those who are ECT nowhere then. Two store commands for any number. */
    public Map<String, OfSchool> of(Set<String> ectIds, LocalDate day) {
        var ects = people.findAllById(ectIds);
        var schoolIds = ects
            .stream()
            .flatMap(ect -> schoolOf(ect, day))
            .collect(toSet());
        if (schoolIds.isEmpty()) {
            return Map.of();
        }
        var bySchool = schools
            .findAllById(schoolIds)
            .stream()
            .collect(
                toMap(School::id, school ->
                    new OfSchool(school.id(), school.tutorsOn(day).stream().collect(toUnmodifiableSet()))
                )
            );
        return ects
            .stream()
            .filter(ect -> schoolOf(ect, day).anyMatch(bySchool::containsKey))
            .collect(toMap(Person::id, ect -> schoolOf(ect, day).map(bySchool::get).findFirst().orElseThrow()));
    }

    public record OfSchool(String schoolId, Set<String> tutorIds) {}

    /** One at most: an ECT has one school at a time. */
    private static Stream<String> schoolOf(Person ect, LocalDate day) {
        return ect
            .placesOn(day)
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .map(Person.AtSchool::schoolId);
    }
}
