package org.coachbench.coaching;

import java.time.Instant;
import org.coachbench.coaching.Observation.EvidenceNote;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.coaching.Session.SectionRun;
import org.springframework.data.annotation.TypeAlias;

/** Something that happened in a cycle; numbered from 1 without gaps. */
public sealed interface CycleEvent {
    Header header();

    /** What every event tells. */
    record Header(String cycleId, int sequence, Instant at, String personId) {}

    default String cycleId() {
        return header().cycleId();
    }

    default int sequence() {
        return header().sequence();
    }

    default Instant at() {
        return header().at();
    }

    default String personId() {
        return header().personId();
    }

    /**
     * Whether what somebody decides on the ground of what they saw depends on it. Typing, comments, what a coach may see
     * and when the two meet stand beside it.
     */
    default boolean isChange() {
        return switch (this) {
            case
                NoteEdited _,
                MomentCommented _,
                SharedWithCoach _,
                CoachAccessEnded _,
                SessionReviewed _,
                SessionScheduled _ -> false;
            default -> true;
        };
    }

    /** Whether it tells of something that stands in the log of what took place. */
    default boolean changesLog() {
        return switch (this) {
            case
                CycleStarted _,
                CycleShared _,
                SessionStarted _,
                PracticeRoundLogged _,
                PhaseChanged _,
                SessionEnded _,
                CycleCancelled _ -> true;
            default -> false;
        };
    }

    /** Whether it tells nothing but what stands in the log entry; the others carry words that stay with the pair. */
    default boolean isOfLog() {
        return switch (this) {
            case
                StepChosen _,
                StepTailored _,
                SessionPlanned _,
                SessionScheduled _,
                CycleShared _,
                SessionStarted _,
                SectionStarted _,
                PracticeRoundLogged _,
                FeedbackGiven _,
                FollowUpAgreed _,
                PhaseChanged _,
                SessionEnded _,
                StepReviewed _ -> true;
            case
                CycleStarted _,
                LessonDescribed _,
                EvidenceRecorded _,
                EvidenceRemoved _,
                PraiseRecorded _,
                CycleCancelled _,
                ReflectionWritten _,
                NoteEdited _,
                MomentCommented _,
                SharedWithCoach _,
                CoachAccessEnded _,
                SessionReviewed _ -> false;
        };
    }

    @TypeAlias("CycleStarted")
    record CycleStarted(Header header, Lesson lesson) implements CycleEvent {}

    @TypeAlias("LessonDescribed")
    record LessonDescribed(Header header, Lesson lesson) implements CycleEvent {}

    @TypeAlias("EvidenceRecorded")
    record EvidenceRecorded(Header header, EvidenceNote note) implements CycleEvent {}

    @TypeAlias("EvidenceRemoved")
    record EvidenceRemoved(Header header, String evidenceNoteId) implements CycleEvent {}

    @TypeAlias("PraiseRecorded")
    record PraiseRecorded(Header header, Observation.Praise praise) implements CycleEvent {}

    @TypeAlias("StepChosen")
    record StepChosen(Header header, ChosenStep step) implements CycleEvent {}

    @TypeAlias("StepTailored")
    record StepTailored(Header header, ChosenStep step) implements CycleEvent {}

    @TypeAlias("SessionPlanned")
    record SessionPlanned(Header header, SessionPlan plan) implements CycleEvent {}

    @TypeAlias("SessionScheduled")
    record SessionScheduled(Header header, ScheduledSession scheduled) implements CycleEvent {}

    @TypeAlias("CycleShared")
    record CycleShared(Header header) implements CycleEvent {}

    @TypeAlias("SessionStarted")
    record SessionStarted(Header header) implements CycleEvent {}

    @TypeAlias("SectionStarted")
    record SectionStarted(Header header, SectionRun section) implements CycleEvent {}

    @TypeAlias("PracticeRoundLogged")
    record PracticeRoundLogged(Header header, PracticeRound round) implements CycleEvent {}

    @TypeAlias("FeedbackGiven")
    record FeedbackGiven(Header header, PracticeRound round) implements CycleEvent {}

    @TypeAlias("FollowUpAgreed")
    record FollowUpAgreed(Header header, FollowUp followUp) implements CycleEvent {}

    @TypeAlias("PhaseChanged")
    record PhaseChanged(Header header, Phase from, Phase to) implements CycleEvent {}

    @TypeAlias("SessionEnded")
    record SessionEnded(Header header) implements CycleEvent {}

    @TypeAlias("CycleCancelled")
    record CycleCancelled(Header header, String reason) implements CycleEvent {}

    @TypeAlias("ReflectionWritten")
    record ReflectionWritten(Header header, String text) implements CycleEvent {}

    @TypeAlias("StepReviewed")
    record StepReviewed(Header header, StepOutcome outcome) implements CycleEvent {}

    @TypeAlias("NoteEdited")
    record NoteEdited(Header header, NoteKind kind, String changes) implements CycleEvent {}

    @TypeAlias("MomentCommented")
    record MomentCommented(Header header, MomentComment comment) implements CycleEvent {}

    @TypeAlias("SharedWithCoach")
    record SharedWithCoach(Header header, String coachId) implements CycleEvent {}

    @TypeAlias("CoachAccessEnded")
    record CoachAccessEnded(Header header) implements CycleEvent {}

    @TypeAlias("SessionReviewed")
    record SessionReviewed(Header header) implements CycleEvent {}
}
