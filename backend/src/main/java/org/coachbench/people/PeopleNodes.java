package org.coachbench.people;

import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.AccessPolicy.SchoolAct;
import org.coachbench.access.AccessPolicy.SchoolRelation;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.people.Organisation.DeliveryPartner;
import org.coachbench.people.Organisation.Trust;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks people, schools, mentorships and organisations up by id, for those who may see them. */
@Component
class PeopleNodes implements NodeSource {

    private final People people;
    private final Schools schools;
    private final Organisations organisations;
    private final SchoolRoll roll;
    private final PersonAccess access;

    PeopleNodes(People people, Schools schools, Organisations organisations, SchoolRoll roll, PersonAccess access) {
        this.people = people;
        this.schools = schools;
        this.organisations = organisations;
        this.roll = roll;
        this.access = access;
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(
            Person.ID_PREFIX,
            School.ID_PREFIX,
            Person.MENTORSHIP_ID_PREFIX,
            Trust.ID_PREFIX,
            DeliveryPartner.ID_PREFIX
        );
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        if (id.startsWith(Person.ID_PREFIX)) {
            return person(viewer, id).orElse(null);
        }
        if (id.startsWith(School.ID_PREFIX)) {
            return school(viewer, id).orElse(null);
        }
        return id.startsWith(Person.MENTORSHIP_ID_PREFIX)
            ? mentorship(viewer, id).orElse(null)
            : organisation(viewer, id).orElse(null);
    }

    private Optional<Person> person(Viewer viewer, String id) {
        return people
            .findById(id)
            .filter(person -> access.allows(viewer, PersonAct.READ, person, access.tutoredSchools(viewer)));
    }

    private Optional<School> school(Viewer viewer, String id) {
        return schools.findById(id).filter(_ -> AccessPolicy.allows(SchoolAct.READ, relation(viewer, id)));
    }

    private SchoolRelation relation(Viewer viewer, String schoolId) {
        var today = SchoolDay.today();
        if (viewer.administrator()) {
            return SchoolRelation.ADMINISTRATOR;
        }
        if (access.tutoredSchools(viewer).contains(schoolId)) {
            return SchoolRelation.TUTOR;
        }
        if (
            people
                .findById(viewer.personId())
                .filter(self -> self.isAt(schoolId, today))
                .isPresent()
        ) {
            return SchoolRelation.MEMBER;
        }
        return roll
            .figuresReadBy(viewer, today)
            .stream()
            .anyMatch(school -> school.id().equals(schoolId))
            ? SchoolRelation.FIGURE_READER
            : SchoolRelation.STRANGER;
    }

    /** Administrators, and who reads the figures of its schools. */
    private Optional<Organisation> organisation(Viewer viewer, String id) {
        return organisations.findById(id).filter(found -> access.mayReadReaders(viewer, found));
    }

    /** Its two people see it, and whoever may see the ECT. */
    private Optional<Mentorship> mentorship(Viewer viewer, String id) {
        return people.findByMentorship(id).flatMap(ect -> {
            var mentoring = ect.mentorship(id).orElseThrow();
            var isMentor = mentoring.mentorId().equals(viewer.personId());
            return isMentor || person(viewer, ect.id()).isPresent()
                ? Optional.of(Mentorship.of(ect, mentoring))
                : Optional.empty();
        });
    }
}
