package org.coachbench.programme;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.programme.AttendanceMutations.AssignCatchUp;
import org.coachbench.programme.AttendanceMutations.BookPlace;
import org.coachbench.programme.AttendanceMutations.CancelBooking;
import org.coachbench.programme.AttendanceMutations.Changed;
import org.coachbench.programme.AttendanceMutations.CompleteCatchUp;
import org.coachbench.programme.AttendanceMutations.RecordAttendance;
import org.coachbench.programme.TrainingEventMutations.CancelTrainingEvent;
import org.coachbench.programme.TrainingEventMutations.ScheduleTrainingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of training-events.graphqls. */
@Controller
class TrainingEventMutationController {

    private final TrainingEventMutations mutations;
    private final AttendanceMutations attendance;
    private final EventRecords records;

    TrainingEventMutationController(
        TrainingEventMutations mutations,
        AttendanceMutations attendance,
        EventRecords records
    ) {
        this.mutations = mutations;
        this.attendance = attendance;
        this.records = records;
    }

    record TrainingEventPayload(@Nullable TrainingEvent trainingEvent, List<Problem> problems) {}

    record ProgrammeEventPayload(@Nullable EventRecord event, List<Problem> problems) {}

    @MutationMapping
    TrainingEventPayload scheduleTrainingEvent(
        @Argument ScheduleTrainingEvent input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return trainingEvent(() -> mutations.schedule(viewer, input));
    }

    @MutationMapping
    TrainingEventPayload cancelTrainingEvent(
        @Argument CancelTrainingEvent input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return trainingEvent(() -> mutations.cancel(viewer, input));
    }

    @MutationMapping
    TrainingEventPayload recordAttendance(@Argument RecordAttendance input, @AuthenticationPrincipal Viewer viewer) {
        return trainingEvent(() -> attendance.record(viewer, input));
    }

    @MutationMapping
    ProgrammeEventPayload bookPlace(@Argument BookPlace input, @AuthenticationPrincipal Viewer viewer) {
        return programmeEvent(() -> attendance.book(viewer, input));
    }

    @MutationMapping
    ProgrammeEventPayload cancelBooking(@Argument CancelBooking input, @AuthenticationPrincipal Viewer viewer) {
        return programmeEvent(() -> attendance.cancelBooking(viewer, input));
    }

    @MutationMapping
    ProgrammeEventPayload assignCatchUp(@Argument AssignCatchUp input, @AuthenticationPrincipal Viewer viewer) {
        return programmeEvent(() -> attendance.assignCatchUp(viewer, input));
    }

    @MutationMapping
    ProgrammeEventPayload completeCatchUp(@Argument CompleteCatchUp input, @AuthenticationPrincipal Viewer viewer) {
        return programmeEvent(() -> attendance.completeCatchUp(viewer, input));
    }

    private static TrainingEventPayload trainingEvent(Supplier<TrainingEvent> mutation) {
        return orProblems(
            () -> new TrainingEventPayload(mutation.get(), List.of()),
            problems -> new TrainingEventPayload(null, problems)
        );
    }

    private ProgrammeEventPayload programmeEvent(Supplier<Changed> mutation) {
        return orProblems(
            () -> new ProgrammeEventPayload(asItStands(mutation.get()), List.of()),
            problems -> new ProgrammeEventPayload(null, problems)
        );
    }

    private @Nullable EventRecord asItStands(Changed changed) {
        return records
            .of(List.of(changed.person()))
            .getOrDefault(changed.person().id(), List.of())
            .stream()
            .filter(record -> record.entryId().equals(changed.entryId()))
            .findFirst()
            .orElse(null);
    }
}
