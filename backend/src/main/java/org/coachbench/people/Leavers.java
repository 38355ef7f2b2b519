package org.coachbench.people;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who has left the schools of this service. */
@Component
public class Leavers {

    private final Schools schools;
    private final Organisations organisations;

    Leavers(Schools schools, Organisations organisations) {
        this.schools = schools;
        this.organisations = organisations;
    }

    /** They were at a school, are at none today or later, and hold no office. Who never was at one has not left. */
    public boolean hasLeft(Person person) {
        var today = SchoolDay.today();
        return (
            !person.atSchool().isEmpty() &&
            person.placesOnOrElseAfter(today).isEmpty() &&
            holders(person).noneMatch(person.id()::equals)
        );
    }

    private Stream<String> holders(Person person) {
        var today = SchoolDay.today();
        return Stream.concat(
            schools
                .everWithOfficeOf(person.id())
                .stream()
                .flatMap(school ->
                    Stream.concat(school.tutorsOn(today).stream(), school.headteachersOn(today).stream())
                ),
            organisations
                .everReadBy(person.id())
                .stream()
                .flatMap(organisation -> organisation.readersOn(today).stream())
        );
    }
}
