package org.coachbench.people;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.AccessPolicy.PersonRelation;
import org.coachbench.access.Viewer;
import org.springframework.stereotype.Component;

/** Asks the access policy about people and schools, with what it needs to know of them. */
@Component
public class PersonAccess {

    private final Schools schools;

    PersonAccess(Schools schools) {
        this.schools = schools;
    }

    /** Ids of the schools whose tutor the viewer is today; ask once for a list of people. */
    public Set<String> tutoredSchools(Viewer viewer) {
        return schools.tutoredBy(viewer.personId(), SchoolDay.today()).stream().map(School::id).collect(toSet());
    }

    public boolean allows(Viewer viewer, PersonAct act, Person person, Set<String> tutoredSchools) {
        return AccessPolicy.allows(act, relation(viewer, person, tutoredSchools));
    }

    public boolean mayRunSchool(Viewer viewer, String schoolId) {
        return AccessPolicy.allows(PersonAct.REGISTER, relation(viewer)) || tutoredSchools(viewer).contains(schoolId);
    }

    boolean mayRegister(Viewer viewer) {
        return AccessPolicy.allows(PersonAct.REGISTER, relation(viewer));
    }

    private static PersonRelation relation(Viewer viewer) {
        return viewer.administrator() ? PersonRelation.ADMINISTRATOR : PersonRelation.STRANGER;
    }

    private static PersonRelation relation(Viewer viewer, Person person, Set<String> tutoredSchools) {
        if (viewer.personId().equals(person.id())) {
            return PersonRelation.SELF;
        }
        if (viewer.administrator()) {
            return PersonRelation.ADMINISTRATOR;
        }
        var today = SchoolDay.today();
        if (tutoredSchools.stream().anyMatch(school -> person.isAt(school, today))) {
            return PersonRelation.TUTOR;
        }
        return person
            .mentorOn(today)
            .filter(m -> m.mentorId().equals(viewer.personId()))
            .isPresent()
            ? PersonRelation.MENTOR
            : PersonRelation.STRANGER;
    }
}
