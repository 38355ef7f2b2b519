package org.coachbench.coaching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.Problem;
import org.coachbench.coaching.ChosenStep.SuccessCriterion;
import org.coachbench.coaching.CycleCommand.ChooseStep;
import org.coachbench.coaching.CycleCommand.OwnStep;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.people.CoachPairing;
import org.coachbench.people.CoachPairings;
import org.coachbench.stepbank.Step;
import org.coachbench.stepbank.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does to a cycle what a person asks, by the cycle's own rules, whoever keeps it. */
@Component
public class CycleActs {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private final CoachPairings pairings;
    private final Steps steps;
    private final InputRules rules;
    private final Clock clock;

    CycleActs(CoachPairings pairings, Steps steps, InputRules rules, Clock clock) {
        this.pairings = pairings;
        this.steps = steps;
        this.rules = rules;
        this.clock = clock;
    }

    /** A cycle that takes place nowhere: whoever rehearses keeps it, and its ECT is nobody. */
    public CoachingCycle beginRehearsed(String id, String mentorId, String ectId, Lesson lesson) {
        var now = now();
        var cycle = CoachingCycle.start(id, mentorId, ectId, lesson, now, null, now);
        cycle.forgetEvents();
        return cycle;
    }

    /** Does it to such a cycle; nobody hears of it. */
    public void rehearse(Viewer viewer, CycleCommand command, CoachingCycle cycle) {
        rules.check(command);
        apply(viewer, command, cycle);
        cycle.forgetEvents();
    }

    void apply(Viewer viewer, CycleCommand command, CoachingCycle cycle) {
        var now = now();
        switch (command) {
            case CycleCommand.DescribeLesson c -> cycle.describeLesson(c.lesson().lesson(), now);
            case CycleCommand.RecordEvidence c -> cycle.recordEvidence(c.text(), notInFuture(c.at(), now, "at"), now);
            case CycleCommand.RemoveEvidence c -> cycle.removeEvidence(c.evidenceNoteId(), now);
            case CycleCommand.RecordPraise c -> cycle.recordPraise(c.text(), now);
            case ChooseStep c -> cycle.chooseStep(chosen(viewer, c, now), now);
            case CycleCommand.TailorStep c -> cycle.tailorStep(c.title(), c.criteria(), c.model(), c.practice(), now);
            case CycleCommand.PlanSession c -> cycle.planSession(planned(c, now), now);
            case CycleCommand.ScheduleSession c -> cycle.scheduleSession(c.startsAt(), now);
            case CycleCommand.ShareCycle c -> cycle.share(now);
            case CycleCommand.StartSession c -> cycle.startSession(now);
            case CycleCommand.StartSection c -> cycle.startSection(c.sectionId(), now);
            case CycleCommand.LogPracticeRound c -> cycle.logPracticeRound(c.rehearsed(), c.criteriaSeen(), now);
            case CycleCommand.GiveFeedback c -> cycle.giveFeedback(c.roundId(), c.text(), now);
            case CycleCommand.AgreeFollowUp c -> cycle.agreeFollowUp(
                new FollowUp(c.useOn(), c.where().strip(), c.nextDropInOn()),
                LocalDate.ofInstant(now, SCHOOL_TIME),
                now
            );
            case CycleCommand.CloseCycle c -> cycle.close(now);
            case CycleCommand.CancelCycle c -> cycle.cancel(c.reason(), now);
            case CycleCommand.WriteReflection c -> cycle.writeReflection(c.text(), now);
            case CycleCommand.ReviewStep c -> cycle.reviewStep(c.outcome(), now);
            case CycleCommand.EditNote c -> cycle.editNote(viewer.personId(), c.kind(), c.changes(), now);
            case CycleCommand.CommentOnMoment c -> cycle.comment(viewer.personId(), c.sequence(), c.text(), now);
            case CycleCommand.ShareWithCoach _ -> cycle.shareWithCoach(coachOf(viewer, cycle), now);
            case CycleCommand.EndCoachAccess _ -> cycle.endCoachAccess(viewer.personId(), now);
            case CycleCommand.MarkReviewed _ -> cycle.markReviewed(now);
        }
    }

    private String coachOf(Viewer mentor, CoachingCycle cycle) {
        return pairings
            .runningOf(mentor.personId())
            .map(CoachPairing::coachId)
            .filter(coachId -> !coachId.equals(cycle.ectId()))
            .orElseThrow(() ->
                Problem.invalid("You have no coach today. Your induction tutor can give you one.", "cycleId")
            );
    }

    private ChosenStep chosen(Viewer viewer, ChooseStep command, Instant now) {
        var stepId = command.stepId();
        var own = command.own();
        if (stepId != null && own == null) {
            var step = steps.find(viewer, stepId).orElseThrow(() -> Problem.notFound("step in the bank", "stepId"));
            return copy(step, command.evidenceNoteId(), now);
        }
        if (own != null && stepId == null) {
            return own(own, command.evidenceNoteId(), now);
        }
        throw Problem.invalid("Choose a step of the bank or write your own: one of the two.", "stepId");
    }

    private static ChosenStep own(OwnStep own, @Nullable String evidenceNoteId, Instant now) {
        return new ChosenStep(
            null,
            own.title().strip(),
            own.why().strip(),
            own.cue().strip(),
            SuccessCriterion.of(own.criteria(), now),
            own.model(),
            own.practice(),
            own.strand(),
            evidenceNoteId,
            StepOutcome.WORKING_ON
        );
    }

    private static ChosenStep copy(Step step, @Nullable String evidenceNoteId, Instant now) {
        return new ChosenStep(
            step.id(),
            step.title(),
            step.why(),
            step.cue(),
            SuccessCriterion.of(step.criteria(), now),
            step.models().isEmpty() ? "" : step.models().getFirst().text(),
            step.practice().isEmpty() ? "" : step.practice().getFirst().task(),
            step.strand(),
            evidenceNoteId,
            StepOutcome.WORKING_ON
        );
    }

    private static List<PlannedSection> planned(CycleCommand.PlanSession command, Instant now) {
        return command
            .sections()
            .stream()
            .map(section ->
                new PlannedSection(
                    Ids.next("section_", now),
                    section.kind(),
                    section.title().strip(),
                    section.minutes(),
                    section.notes()
                )
            )
            .toList();
    }

    /** The stores keep milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A phone's clock may be a little ahead; what it calls now is now. */
    static Instant notInFuture(@Nullable Instant given, Instant now, String path) {
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(5, ChronoUnit.MINUTES))) {
            throw Problem.invalid("This lies in the future. Enter when it happened.", path);
        }
        return given.isAfter(now) ? now : given;
    }
}
