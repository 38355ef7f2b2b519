package org.coachbench.coaching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.ConflictProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.ChosenStep.SuccessCriterion;
import org.coachbench.coaching.CycleCommand.ChooseStep;
import org.coachbench.coaching.CycleCommand.OwnStep;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.people.CoachPairing;
import org.coachbench.people.CoachPairings;
import org.coachbench.stepbank.Step;
import org.coachbench.stepbank.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Changes cycles: checks input and access, applies the change, writes it with its events, and tells who listens. */
@Service
public class CycleMutations {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final int TRIES = 50;
    private static final Duration OLDEST_START = Duration.ofDays(30);
    private static final Duration FASTEST_CLOCK = Duration.ofDays(1);

    private final CoachingCycles cycles;
    private final CycleAccess access;
    private final CoachPairings pairings;
    private final Steps steps;
    private final InputRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CycleMutations(
        CoachingCycles cycles,
        CycleAccess access,
        CoachPairings pairings,
        Steps steps,
        InputRules rules,
        ApplicationEventPublisher events,
        Clock clock
    ) {
        this.cycles = cycles;
        this.access = access;
        this.pairings = pairings;
        this.steps = steps;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    public CoachingCycle start(Viewer viewer, StartCycle input) {
        rules.check(input);
        return startOnce(viewer, input.clientMutationId(), "ectId", startedBy -> {
            if (!access.mentorsToday(viewer, input.ectId())) {
                throw Problem.notFound("ECT whom you mentor today", "ectId");
            }
            var now = now();
            return CoachingCycle.start(
                newId(input.cycleId(), now),
                viewer.personId(),
                input.ectId(),
                input.lesson().lesson(),
                notInFuture(input.observedAt(), now, "observedAt"),
                startedBy,
                now
            );
        });
    }

    /** On the ground of a session that the mentor shared, when one is given. */
    public CoachingCycle startForMentor(Viewer viewer, StartCoachingForMentors input) {
        rules.check(input);
        return startOnce(viewer, input.clientMutationId(), "mentorId", startedBy -> {
            if (pairings.mentorsCoachedBy(viewer.personId(), Set.of(input.mentorId())).isEmpty()) {
                throw Problem.notFound("mentor whom you coach today", "mentorId");
            }
            var reviewed = input.sessionId() == null ? null : reviewed(viewer, input.sessionId(), input.mentorId());
            var now = now();
            var id = Ids.next(CoachingCycle.ID_PREFIX, now);
            return CoachingCycle.startForMentor(id, viewer.personId(), input.mentorId(), reviewed, startedBy, now);
        });
    }

    private CoachingCycle reviewed(Viewer coach, String sessionId, String mentorId) {
        return access
            .find(coach, Act.REVIEW, sessionId)
            .filter(session -> session.mentorId().equals(mentorId))
            .orElseThrow(() -> Problem.notFound("session that this mentor shared with you", "sessionId"));
    }

    private CoachingCycle startOnce(
        Viewer viewer,
        @Nullable String clientMutationId,
        String coachedPath,
        Function<@Nullable String, CoachingCycle> begun
    ) {
        var startedBy = clientMutationId == null ? null : viewer.personId() + " " + clientMutationId;
        if (startedBy != null) {
            var first = cycles.findByStartedBy(startedBy);
            if (first.isPresent()) {
                return first.get();
            }
        }
        var cycle = begun.apply(startedBy);
        try {
            return saved(cycle);
        } catch (DuplicateKeyException e) {
            // Either the same mutation came twice at once, or the pair has an open cycle already.
            if (startedBy == null) {
                throw alreadyOpen(coachedPath);
            }
            return cycles.findByStartedBy(startedBy).orElseThrow(() -> alreadyOpen(coachedPath));
        }
    }

    /** Cycles are listed by their ids, so one that was made on a device must be about as old as it says. */
    private static String newId(@Nullable String given, Instant now) {
        if (given == null) {
            return Ids.next(CoachingCycle.ID_PREFIX, now);
        }
        var madeAt = Ids.madeAt(given, CoachingCycle.ID_PREFIX);
        if (madeAt.isBefore(now.minus(OLDEST_START)) || madeAt.isAfter(now.plus(FASTEST_CLOCK))) {
            throw Problem.invalid(
                "This id was made too long ago, or by a clock that is wrong. Start again.",
                "cycleId"
            );
        }
        return given;
    }

    public CoachingCycle change(Viewer viewer, CycleCommand command) {
        rules.check(command);
        for (int tries = 1; ; tries++) {
            var cycle = cycles.findById(command.cycleId()).orElseThrow(CycleMutations::noSuchCycle);
            var today = access.tiesToday(viewer, cycle);
            if (!access.allows(viewer, Act.READ_LOG, cycle, today)) {
                throw noSuchCycle();
            }
            if (!access.allows(viewer, act(command), cycle, today)) {
                throw Problem.notFound("coaching cycle that you may change", "cycleId");
            }
            var key = AppliedMutations.key(viewer.personId(), command, command.clientMutationId());
            if (cycle.applied().contains(key)) {
                return cycle;
            }
            if (command.version() != null && command.version() != cycle.version()) {
                throw conflict(cycle);
            }
            apply(viewer, command, cycle);
            cycle.applied().add(key);
            try {
                return saved(cycle);
            } catch (OptimisticLockingFailureException e) {
                // What came first may have been typing or a comment only: the next try compares the version.
                if (tries == TRIES) {
                    throw conflict(cycles.findById(cycle.id()).orElseThrow());
                }
            }
        }
    }

    private static Act act(CycleCommand command) {
        return switch (command) {
            case CycleCommand.WriteReflection _ -> Act.REFLECT;
            case CycleCommand.EditNote edit -> edit.kind().typing();
            case CycleCommand.CommentOnMoment _ -> Act.COMMENT;
            case CycleCommand.ShareWithCoach _ -> Act.SHARE_WITH_COACH;
            case CycleCommand.EndCoachAccess _ -> Act.END_COACH_ACCESS;
            case CycleCommand.MarkReviewed _ -> Act.REVIEW;
            default -> Act.COACH;
        };
    }

    private void apply(Viewer viewer, CycleCommand command, CoachingCycle cycle) {
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

    private CoachingCycle saved(CoachingCycle cycle) {
        var written = cycles.save(cycle);
        events.publishEvent(CycleChanged.of(written));
        return written;
    }

    /** The stores keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A phone's clock may be a little ahead; what it calls now is now. */
    private static Instant notInFuture(@Nullable Instant given, Instant now, String path) {
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(5, ChronoUnit.MINUTES))) {
            throw Problem.invalid("This lies in the future. Enter when it happened.", path);
        }
        return given.isAfter(now) ? now : given;
    }

    private static ProblemException conflict(CoachingCycle current) {
        return new ProblemException(
            new ConflictProblem(
                "Somebody else changed this meanwhile. Look at it as it is now, then decide.",
                List.of("input", "version"),
                current.version()
            )
        );
    }

    private static ProblemException noSuchCycle() {
        return Problem.notFound("coaching cycle", "cycleId");
    }

    private static ProblemException alreadyOpen(String coachedPath) {
        return Problem.invalid("You have an open cycle with them. Close or cancel it first.", coachedPath);
    }
}
