package org.coachbench.people;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps in mind what a tutor has to do for people outside of this service too, and what has to be looked at again. */
@Service
public class OutsideChecks {

    private final Changes changes;
    private final PersonAccess access;
    private final InputRules rules;

    OutsideChecks(Changes changes, PersonAccess access, InputRules rules) {
        this.changes = changes;
        this.access = access;
        this.rules = rules;
    }

    record TickOutsideTask(
        String personId,
        String schoolId,
        SchoolRole role,
        OutsideTask task,
        boolean done,
        @Nullable @MutationId String clientMutationId
    ) {}

    Person tick(Viewer viewer, TickOutsideTask input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        if (!OutsideTask.of(input.role()).contains(input.task())) {
            throw Problem.invalid("This is not to be done for a mentor.", "task");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.person(input.personId(), "personId", key, person -> {
            var at = placeOf(person, input.schoolId(), input.role());
            person.check(
                input.done()
                    ? OutsideCheck.done(at, input.task(), viewer.personId(), SchoolDay.today())
                    : new OutsideCheck(at.schoolId(), at.role(), input.task(), null, null, List.of())
            );
        });
    }

    /** For what other modules know to have changed, such as a break: it has to be told outside too. */
    public void reopen(String personId, String schoolId, ChangeToLog change) {
        changes.person(personId, "personId", null, person ->
            person.changed(change, placeOf(person, schoolId, SchoolRole.ECT))
        );
    }

    private static AtSchool placeOf(Person person, String schoolId, SchoolRole role) {
        return person
            .atSchool()
            .stream()
            .filter(at -> at.isAs(schoolId, role))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("person", "personId"));
    }
}
