package org.coachbench.coaching;

import java.time.Instant;
import java.util.List;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;

/** A step as it was copied into a cycle, so that later changes of the bank do not change history. */
public record ChosenStep(
    @Nullable String stepId,
    String title,
    String why,
    String cue,
    List<SuccessCriterion> criteria,
    String model,
    String practice,
    @Nullable Strand strand,
    @Nullable String evidenceNoteId,
    StepOutcome outcome
) {
    public record SuccessCriterion(String id, String text) {
        static List<SuccessCriterion> of(List<String> texts, Instant now) {
            return texts
                .stream()
                .map(text -> new SuccessCriterion(Ids.next("criterion_", now), text.strip()))
                .toList();
        }
    }

    ChosenStep tailored(String newTitle, List<String> newCriteria, String newModel, String newPractice, Instant now) {
        return new ChosenStep(
            stepId,
            newTitle,
            why,
            cue,
            SuccessCriterion.of(newCriteria, now),
            newModel,
            newPractice,
            strand,
            evidenceNoteId,
            outcome
        );
    }

    ChosenStep reviewed(StepOutcome newOutcome) {
        return new ChosenStep(stepId, title, why, cue, criteria, model, practice, strand, evidenceNoteId, newOutcome);
    }

    boolean hasCriterion(String criterionId) {
        return criteria.stream().anyMatch(criterion -> criterion.id().equals(criterionId));
    }
}
