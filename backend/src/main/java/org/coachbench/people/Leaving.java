package org.coachbench.people;

import java.time.LocalDate;
import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ends people's time at a school, and brings them from one school to another. */
@Service
class Leaving {

    private final People people;
    private final PersonFinder finder;
    private final Changes changes;
    private final PersonAccess access;
    private final InputRules rules;

    Leaving(People people, PersonFinder finder, Changes changes, PersonAccess access, InputRules rules) {
        this.people = people;
        this.finder = finder;
        this.changes = changes;
        this.access = access;
        this.rules = rules;
    }

    record LeaveSchool(
        String personId,
        String schoolId,
        SchoolRole role,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    record ChangeWorkingPattern(
        String personId,
        String schoolId,
        WorkingPattern workingPattern,
        @Nullable @MutationId String clientMutationId
    ) {}

    record TransferEct(
        @Nullable String personId,
        @Nullable String email,
        @Nullable String trn,
        String schoolId,
        LocalDate startedOn,
        @Nullable WorkingPattern workingPattern,
        @Nullable @MutationId String clientMutationId
    ) {}

    /**
     * A mentor's mentorships stand with their ECTs and end before the mentor's own time does, so that none ever lies
     * outside of it, also when this is cut off in between; the same again ends the rest. Who began one meanwhile looks
     * at the mentor once more, and so does this at the mentorships.
     */
    Person leaveSchool(Viewer viewer, LeaveSchool input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var found = finder.find(input.personId(), null, null);
        if (found.applied().contains(key)) {
            return found;
        }
        var at = PlaceRules.endedBy(found.atSchool(), input.schoolId(), input.role(), input.finishedOn());
        endMentorshipsBy(found, at, input.finishedOn());
        var left = changes.person(found.id(), "personId", key, person ->
            person.leave(
                PlaceRules.endedBy(person.atSchool(), input.schoolId(), input.role(), input.finishedOn()),
                input.finishedOn()
            )
        );
        endMentorshipsBy(found, at, input.finishedOn());
        return left;
    }

    private void endMentorshipsBy(Person mentor, AtSchool at, @Nullable LocalDate lastDay) {
        if (at.role() != SchoolRole.MENTOR || lastDay == null) {
            return;
        }
        // Decided for all of them before any is written: one may stand in the way.
        List<Person> ended = people
            .everMentoredBy(mentor.id())
            .stream()
            .filter(ect -> ect.mentorLeaves(mentor.id(), at, lastDay))
            .toList();
        for (var ect : ended) {
            changes.person(ect.id(), "personId", null, person -> person.mentorLeaves(mentor.id(), at, lastDay));
        }
    }

    Person changeWorkingPattern(Viewer viewer, ChangeWorkingPattern input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.person(input.personId(), "personId", key, person ->
            person.changeWorkingPattern(
                PlaceRules.endedBy(person.atSchool(), input.schoolId(), SchoolRole.ECT, null),
                input.workingPattern()
            )
        );
    }

    Person transferEct(Viewer viewer, TransferEct input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        // From an earlier day on, what they did at the old school would be the new one's to look into.
        if (!viewer.administrator() && input.startedOn().isBefore(SchoolDay.today())) {
            throw Problem.invalid(
                "Enter today or a later day. An administrator can enter an earlier one.",
                "startedOn"
            );
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var found = finder.find(input.personId(), input.email(), input.trn());
        var to = new AtSchool(
            input.schoolId(),
            SchoolRole.ECT,
            new Interval(input.startedOn(), null),
            input.workingPattern()
        );
        return changes.person(found.id(), "personId", key, person -> person.transfer(to));
    }
}
