package org.coachbench.coaching;

import java.time.Duration;
import java.time.Instant;
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
import org.coachbench.people.CoachPairings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Changes cycles: checks input and access, applies the change, writes it with its events, and tells who listens. */
@Service
public class CycleMutations {

    private static final int TRIES = 50;
    private static final Duration OLDEST_START = Duration.ofDays(30);
    private static final Duration FASTEST_CLOCK = Duration.ofDays(1);

    private final CoachingCycles cycles;
    private final CycleAccess access;
    private final CoachPairings pairings;
    private final CycleActs acts;
    private final InputRules rules;
    private final ApplicationEventPublisher events;

    CycleMutations(
        CoachingCycles cycles,
        CycleAccess access,
        CoachPairings pairings,
        CycleActs acts,
        InputRules rules,
        ApplicationEventPublisher events
    ) {
        this.cycles = cycles;
        this.access = access;
        this.pairings = pairings;
        this.acts = acts;
        this.rules = rules;
        this.events = events;
    }

    public CoachingCycle start(Viewer viewer, StartCycle input) {
        rules.check(input);
        return startOnce(viewer, input.clientMutationId(), "ectId", startedBy -> {
            if (!access.mentorsToday(viewer, input.ectId())) {
                throw Problem.notFound("ECT whom you mentor today", "ectId");
            }
            var now = acts.now();
            return CoachingCycle.start(
                newId(input.cycleId(), now),
                viewer.personId(),
                input.ectId(),
                input.lesson().lesson(),
                CycleActs.notInFuture(input.observedAt(), now, "observedAt"),
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
            var now = acts.now();
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
            acts.apply(viewer, command, cycle);
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

    private CoachingCycle saved(CoachingCycle cycle) {
        var written = cycles.save(cycle);
        events.publishEvent(CycleChanged.of(written));
        return written;
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
