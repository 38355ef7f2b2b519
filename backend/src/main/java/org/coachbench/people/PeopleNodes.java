package org.coachbench.people;

import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks people, schools and mentorships up by id, for those who may see them. */
@Component
class PeopleNodes implements NodeSource {

    private final People people;
    private final Schools schools;
    private final PersonAccess access;

    PeopleNodes(People people, Schools schools, PersonAccess access) {
        this.people = people;
        this.schools = schools;
        this.access = access;
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(Person.ID_PREFIX, School.ID_PREFIX, Person.MENTORSHIP_ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        if (id.startsWith(Person.ID_PREFIX)) {
            return person(viewer, id).orElse(null);
        }
        return id.startsWith(School.ID_PREFIX) ? school(viewer, id).orElse(null) : mentorship(viewer, id).orElse(null);
    }

    private Optional<Person> person(Viewer viewer, String id) {
        return people
            .findById(id)
            .filter(person -> access.allows(viewer, PersonAct.READ, person, access.tutoredSchools(viewer)));
    }

    private Optional<School> school(Viewer viewer, String id) {
        return schools.findById(id).filter(
            school ->
                access.mayRunSchool(viewer, id) ||
                people
                    .findById(viewer.personId())
                    .filter(self -> self.isAt(id, SchoolDay.today()))
                    .isPresent()
        );
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
