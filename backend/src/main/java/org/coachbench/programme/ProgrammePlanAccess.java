package org.coachbench.programme;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.EventAct;
import org.coachbench.access.AccessPolicy.EventRelation;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the access policy about plans, events and attendance, with what it needs to know of them. */
@Component
class ProgrammePlanAccess {

    private final People people;
    private final Schools schools;

    ProgrammePlanAccess(People people, Schools schools) {
        this.people = people;
        this.schools = schools;
    }

    /** What somebody is today; found once for everything that one operation asks. */
    record Standing(Viewer viewer, LocalDate today, Set<String> tutorOf, Set<String> schools) {
        boolean allows(ProgrammeAct act, Person person) {
            return PersonAccess.relations(viewer, person, tutorOf)
                .stream()
                .anyMatch(relation -> AccessPolicy.allows(act, relation));
        }

        /** @param schoolId null for an event that is offered to all schools */
        boolean allows(EventAct act, @Nullable String schoolId) {
            return AccessPolicy.allows(act, relation(schoolId));
        }

        private EventRelation relation(@Nullable String schoolId) {
            if (viewer.administrator()) {
                return EventRelation.ADMINISTRATOR;
            }
            if (schoolId == null) {
                return EventRelation.INVITED;
            }
            if (tutorOf.contains(schoolId)) {
                return EventRelation.TUTOR;
            }
            return schools.contains(schoolId) ? EventRelation.COLLEAGUE : EventRelation.STRANGER;
        }

        /** Whether there is anybody whose attendance they record. */
        boolean recordsAttendance() {
            return viewer.administrator() || !tutorOf.isEmpty();
        }
    }

    Standing standing(Viewer viewer) {
        var today = SchoolDay.today();
        return new Standing(
            viewer,
            today,
            schools.tutoredBy(viewer.personId(), today).stream().map(School::id).collect(toSet()),
            people
                .findById(viewer.personId())
                .stream()
                .flatMap(self -> self.placesOn(today).stream())
                .map(AtSchool::schoolId)
                .collect(toSet())
        );
    }

    /** Those of some people of whom the viewer may do something. */
    List<Person> allowed(Viewer viewer, ProgrammeAct act, Collection<Person> asked) {
        var standing = standing(viewer);
        return asked
            .stream()
            .distinct()
            .filter(person -> standing.allows(act, person))
            .toList();
    }
}
