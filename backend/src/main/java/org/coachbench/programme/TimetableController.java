package org.coachbench.programme;

import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Person;
import org.coachbench.programme.TimetableMutations.ConfirmTimetable;
import org.coachbench.programme.TimetableMutations.PlanTimetable;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What timetable.graphqls describes. */
@Controller
class TimetableController {

    private final TimetableRecords records;
    private final TimetableMutations mutations;
    private final ProgrammePlanAccess access;

    TimetableController(TimetableRecords records, TimetableMutations mutations, ProgrammePlanAccess access) {
        this.records = records;
        this.mutations = mutations;
        this.access = access;
    }

    record TimetablePayload(@Nullable Person person, List<Problem> problems) {}

    @BatchMapping(typeName = "Person")
    Map<Person, List<TimetableRecord>> timetables(List<Person> asked, Principal principal) {
        var own = access.allowed(Viewer.of(principal), ProgrammeAct.READ_STUDY, asked);
        return ProgrammePlanController.byPerson(own, records.of(own));
    }

    @MutationMapping
    TimetablePayload planTimetable(@Argument PlanTimetable input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> mutations.plan(viewer, input));
    }

    @MutationMapping
    TimetablePayload confirmTimetable(@Argument ConfirmTimetable input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> mutations.confirm(viewer, input));
    }

    private static TimetablePayload payload(Supplier<Person> mutation) {
        return orProblems(
            () -> new TimetablePayload(mutation.get(), List.of()),
            problems -> new TimetablePayload(null, problems)
        );
    }
}
