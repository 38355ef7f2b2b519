package org.coachbench.stepbank;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.coachbench.access.AccessPolicy.BankRelation;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the access policy about step banks, with what it needs to know of the viewer's schools: two store commands. */
@Component
class BankAccess {

    private final People people;
    private final Schools schools;

    BankAccess(People people, Schools schools) {
        this.people = people;
        this.schools = schools;
    }

    /** What somebody is today to which schools; ask once for a list of banks. */
    record Standing(boolean administrator, Set<String> tutorOf, Set<String> mentorAt, Set<String> ectAt) {
        boolean allows(BankAct act, BankOwner owner, @Nullable String schoolId) {
            return AccessPolicy.allows(act, owner, relation(schoolId));
        }

        boolean allows(BankAct act, StepBank bank) {
            return allows(act, bank.owner(), bank.schoolId());
        }

        Set<String> schools() {
            return Stream.of(tutorOf, mentorAt, ectAt).flatMap(Set::stream).collect(toSet());
        }

        List<BankAction> actions(StepBank bank) {
            return Arrays.stream(BankAction.values())
                .filter(action -> allows(action.act, bank))
                .toList();
        }

        private BankRelation relation(@Nullable String schoolId) {
            if (administrator) {
                return BankRelation.ADMINISTRATOR;
            }
            if (schoolId == null) {
                return BankRelation.STRANGER;
            }
            if (tutorOf.contains(schoolId)) {
                return BankRelation.TUTOR;
            }
            if (mentorAt.contains(schoolId)) {
                return BankRelation.MENTOR;
            }
            return ectAt.contains(schoolId) ? BankRelation.ECT : BankRelation.STRANGER;
        }
    }

    enum BankAction {
        WRITE(BankAct.WRITE),
        CURATE(BankAct.CURATE),
        ANSWER_PROPOSALS(BankAct.ANSWER_PROPOSALS);

        private final BankAct act;

        BankAction(BankAct act) {
            this.act = act;
        }
    }

    Standing standing(Viewer viewer) {
        var today = SchoolDay.today();
        var tutorOf = schools.tutoredBy(viewer.personId(), today).stream().map(School::id).collect(toSet());
        var places = people
            .findById(viewer.personId())
            .map(person -> person.placesOn(today))
            .orElse(List.of());
        return new Standing(
            viewer.administrator(),
            tutorOf,
            places
                .stream()
                .filter(at -> at.role() == SchoolRole.MENTOR)
                .map(at -> at.schoolId())
                .collect(toSet()),
            places
                .stream()
                .filter(at -> at.role() == SchoolRole.ECT)
                .map(at -> at.schoolId())
                .collect(toSet())
        );
    }
}
