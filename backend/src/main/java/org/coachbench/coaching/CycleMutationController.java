package org.coachbench.coaching;

import static org.coachbench.api.ProblemException.orProblems;

import org.coachbench.access.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of coaching.graphqls. */
@Controller
class CycleMutationController {

    private final CycleMutations mutations;

    CycleMutationController(CycleMutations mutations) {
        this.mutations = mutations;
    }

    @MutationMapping
    CyclePayload startCycle(@Argument StartCycle input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(() -> CyclePayload.of(mutations.start(viewer, input)), CyclePayload::refused);
    }

    @MutationMapping
    CyclePayload describeLesson(@Argument CycleCommand.DescribeLesson input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload recordEvidence(@Argument CycleCommand.RecordEvidence input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload removeEvidence(@Argument CycleCommand.RemoveEvidence input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload recordPraise(@Argument CycleCommand.RecordPraise input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload chooseStep(@Argument CycleCommand.ChooseStep input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload tailorStep(@Argument CycleCommand.TailorStep input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload planSession(@Argument CycleCommand.PlanSession input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload scheduleSession(@Argument CycleCommand.ScheduleSession input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload shareCycle(@Argument CycleCommand.ShareCycle input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload startSession(@Argument CycleCommand.StartSession input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload startSection(@Argument CycleCommand.StartSection input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload logPracticeRound(
        @Argument CycleCommand.LogPracticeRound input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload giveFeedback(@Argument CycleCommand.GiveFeedback input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload agreeFollowUp(@Argument CycleCommand.AgreeFollowUp input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload closeCycle(@Argument CycleCommand.CloseCycle input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload cancelCycle(@Argument CycleCommand.CancelCycle input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload writeReflection(@Argument CycleCommand.WriteReflection input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload reviewStep(@Argument CycleCommand.ReviewStep input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload editNote(@Argument CycleCommand.EditNote input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    private CyclePayload change(Viewer viewer, CycleCommand command) {
        return orProblems(() -> CyclePayload.of(mutations.change(viewer, command)), CyclePayload::refused);
    }
}
