package org.coachbench.coaching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coachbench.api.MutationId;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;

/** What a person asks of an existing cycle: one record for each mutation's input, with the limits of its texts. */
public sealed interface CycleCommand {
    String cycleId();

    /** The version the person saw; null where the change does not depend on what else changed. */
    default @Nullable Integer version() {
        return null;
    }

    /** Null where the change is known by itself, or was given no id. */
    default @Nullable String clientMutationId() {
        return null;
    }

    record LessonInput(
        @NotBlank(message = "Enter the subject.")
        @Size(max = 80, message = "Shorten this to 80 characters.")
        String subject,
        @NotBlank(message = "Enter the class.")
        @Size(max = 80, message = "Shorten this to 80 characters.")
        String className,
        @Size(max = 200, message = "Shorten this to 200 characters.") String topic
    ) {
        Lesson lesson() {
            return new Lesson(subject.strip(), className.strip(), topic.strip());
        }
    }

    record DescribeLesson(
        String cycleId,
        @Valid LessonInput lesson,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record RecordEvidence(
        String cycleId,
        @NotBlank(message = "Write what you saw or heard.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text,
        @Nullable Instant at,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record RemoveEvidence(
        String cycleId,
        String evidenceNoteId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record RecordPraise(
        String cycleId,
        @NotBlank(message = "Write what went well, and what it did for pupils.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String text,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record ChooseStep(
        String cycleId,
        @Nullable String stepId,
        @Nullable @Valid OwnStep own,
        @Nullable String evidenceNoteId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record OwnStep(
        @NotBlank(message = "Enter the step.")
        @Size(max = 150, message = "Shorten this to 150 characters.")
        String title,
        @NotBlank(message = "Say why it matters.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String why,
        @Size(max = 200, message = "Shorten this to 200 characters.") String cue,
        @Size(min = 1, max = 5, message = "Give 1 to 5 success criteria.")
        List<@NotBlank(message = "Enter the criterion, or take it away.") @Size(
            max = 300,
            message = "Shorten this to 300 characters."
        ) String> criteria,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String model,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String practice,
        @Nullable Strand strand
    ) {}

    record TailorStep(
        String cycleId,
        @NotBlank(message = "Enter the step.")
        @Size(max = 150, message = "Shorten this to 150 characters.")
        String title,
        @Size(min = 1, max = 5, message = "Give 1 to 5 success criteria.")
        List<@NotBlank(message = "Enter the criterion, or take it away.") @Size(
            max = 300,
            message = "Shorten this to 300 characters."
        ) String> criteria,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String model,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String practice,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record PlanSession(
        String cycleId,
        @Size(min = 3, max = 12, message = "Plan 3 to 12 sections.") List<@Valid SectionInput> sections,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record SectionInput(
        SectionKind kind,
        @NotBlank(message = "Name the section.")
        @Size(max = 80, message = "Shorten this to 80 characters.")
        String title,
        @Min(value = 1, message = "Give it a minute at least.")
        @Max(value = 60, message = "Give it 60 minutes at most.")
        int minutes,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String notes
    ) {}

    record ScheduleSession(
        String cycleId,
        Instant startsAt,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record ShareCycle(
        String cycleId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record StartSession(
        String cycleId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record StartSection(
        String cycleId,
        String sectionId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record LogPracticeRound(
        String cycleId,
        @NotBlank(message = "Write what was rehearsed.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String rehearsed,
        @Size(max = 5, message = "A step has 5 criteria at most.") List<String> criteriaSeen,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record GiveFeedback(
        String cycleId,
        String roundId,
        @NotBlank(message = "Write what worked and what to change.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record AgreeFollowUp(
        String cycleId,
        LocalDate useOn,
        @NotBlank(message = "Enter the lesson or moment.")
        @Size(max = 200, message = "Shorten this to 200 characters.")
        String where,
        LocalDate nextDropInOn,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record CloseCycle(
        String cycleId,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record CancelCycle(
        String cycleId,
        @NotBlank(message = "Say why.") @Size(max = 500, message = "Shorten this to 500 characters.") String reason,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record WriteReflection(
        String cycleId,
        @Size(max = 4000, message = "Shorten this to 4,000 characters.") String text,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record ReviewStep(
        String cycleId,
        StepOutcome outcome,
        @Nullable Integer version,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record EditNote(
        String cycleId,
        NoteKind kind,
        @Size(min = 1, max = 200_000, message = "Send what was typed in parts: 1 to 200,000 characters at a time.")
        String changes
    ) implements CycleCommand {}

    record CommentOnMoment(
        String cycleId,
        int sequence,
        @NotBlank(message = "Write your comment.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String text,
        @Nullable @MutationId String clientMutationId
    ) implements CycleCommand {}

    record ShareWithCoach(String cycleId, @Nullable @MutationId String clientMutationId) implements CycleCommand {}

    record EndCoachAccess(String cycleId, @Nullable @MutationId String clientMutationId) implements CycleCommand {}

    record MarkReviewed(String cycleId, @Nullable @MutationId String clientMutationId) implements CycleCommand {}
}
