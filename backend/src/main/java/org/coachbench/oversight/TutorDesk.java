package org.coachbench.oversight;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.AccessPolicy.PersonRelation;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.springframework.stereotype.Component;

/** Whom and what an induction tutor reaches: the people who are at their schools today. */
@Component
class TutorDesk {

    private final Schools schools;
    private final People people;

    TutorDesk(Schools schools, People people) {
        this.schools = schools;
        this.people = people;
    }

    /** Somebody at a school of the tutor's, and what they are there today. */
    record Reached(Person person, School school, Set<SchoolRole> roles) {}

    /** Ids of the schools whose tutor the viewer is today. */
    Set<String> schoolIds(Viewer viewer) {
        return tutored(viewer).stream().map(School::id).collect(toSet());
    }

    /** Somebody to whom the viewer may do this; where they are at several of the viewer's schools, at the first by name. */
    Optional<Reached> person(Viewer viewer, PersonAct act, String personId) {
        var found = people.findById(personId).flatMap(person -> reached(viewer, person));
        return found.filter(one -> AccessPolicy.allows(act, relation(viewer, one)));
    }

    private Optional<Reached> reached(Viewer viewer, Person person) {
        var places = person.placesOn(SchoolDay.today());
        return tutored(viewer)
            .stream()
            .filter(school -> places.stream().anyMatch(at -> at.schoolId().equals(school.id())))
            .min(comparing(School::name).thenComparing(School::id))
            .map(school -> new Reached(person, school, roles(places, school)));
    }

    private static PersonRelation relation(Viewer viewer, Reached one) {
        return viewer.personId().equals(one.person().id()) ? PersonRelation.SELF : PersonRelation.TUTOR;
    }

    private static Set<SchoolRole> roles(List<AtSchool> places, School school) {
        return places
            .stream()
            .filter(at -> at.schoolId().equals(school.id()))
            .map(AtSchool::role)
            .collect(toSet());
    }

    private List<School> tutored(Viewer viewer) {
        return schools.tutoredBy(viewer.personId(), SchoolDay.today());
    }
}
