package org.coachbench.people;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.AccessPolicy.PersonRelation;
import org.coachbench.access.AccessPolicy.SchoolAct;
import org.coachbench.access.AccessPolicy.SchoolRelation;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
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
        return relations(viewer, person, tutoredSchools)
            .stream()
            .anyMatch(relation -> AccessPolicy.allows(act, relation));
    }

    public boolean mayRunSchool(Viewer viewer, String schoolId) {
        return mayRunSchool(viewer, schoolId, viewer.administrator() ? Set.of() : tutoredSchools(viewer));
    }

    boolean mayRunSchool(Viewer viewer, String schoolId, Set<String> tutoredSchools) {
        var tutor = tutoredSchools.contains(schoolId) ? SchoolRelation.TUTOR : SchoolRelation.STRANGER;
        return (
            AccessPolicy.allows(SchoolAct.RUN, tutor) || AccessPolicy.allows(SchoolAct.RUN, administratorOrNot(viewer))
        );
    }

    boolean mayRegister(Viewer viewer) {
        return AccessPolicy.allows(SchoolAct.ADMINISTER, administratorOrNot(viewer));
    }

    /** Who reads the figures of an organisation's schools is known to themselves and to administrators. */
    boolean mayReadReaders(Viewer viewer, Organisation organisation) {
        var reader = organisation.readersOn(SchoolDay.today()).contains(viewer.personId());
        return AccessPolicy.allowsReaders(viewer.administrator(), reader);
    }

    /** Where {@code path} is the way to the school's id in the input. */
    void requireRun(Viewer viewer, String schoolId, String... path) {
        if (!mayRunSchool(viewer, schoolId) || !schools.existsById(schoolId)) {
            throw Problem.notFound("school", path);
        }
    }

    private static SchoolRelation administratorOrNot(Viewer viewer) {
        return viewer.administrator() ? SchoolRelation.ADMINISTRATOR : SchoolRelation.STRANGER;
    }

    /** Somebody may be several things at once: an administrator who mentors, a tutor who is a mentor too. */
    public static Set<PersonRelation> relations(Viewer viewer, Person person, Set<String> tutoredSchools) {
        var today = SchoolDay.today();
        var relations = EnumSet.of(PersonRelation.STRANGER);
        if (viewer.administrator()) {
            relations.add(PersonRelation.ADMINISTRATOR);
        }
        if (viewer.personId().equals(person.id())) {
            relations.add(PersonRelation.SELF);
        }
        if (
            person
                .mentorOn(today)
                .filter(mentoring -> mentoring.mentorId().equals(viewer.personId()))
                .isPresent()
        ) {
            relations.add(PersonRelation.MENTOR);
        }
        var places = person.placesOnOrElseAfter(today);
        var asEct = places
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .toList();
        // Who brings another school's ECT to theirs as a mentor does not become the ECT's tutor by that.
        var decisive = asEct.isEmpty() ? places : asEct;
        if (decisive.stream().anyMatch(at -> tutoredSchools.contains(at.schoolId()))) {
            relations.add(PersonRelation.TUTOR);
        }
        if (!places.isEmpty() && places.stream().allMatch(at -> tutoredSchools.contains(at.schoolId()))) {
            relations.add(PersonRelation.ONLY_TUTOR);
        }
        return relations;
    }
}
