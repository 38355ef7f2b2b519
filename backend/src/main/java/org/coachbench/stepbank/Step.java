package org.coachbench.stepbank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bite-sized change of practice: specific, observable, doable within a week. */
public record Step(
    String id,
    String bankId,
    String moduleId,
    Strand strand,
    String title,
    String why,
    String cue,
    List<String> criteria,
    List<StepModel> models,
    List<PracticeTask> practice,
    List<String> pitfalls,
    List<String> tags,
    List<String> phrasings
) {
    public record StepModel(SchoolPhase phase, String subject, String text) {}

    public record PracticeTask(String task, int minutes, @Nullable String harder, @Nullable String easier) {}

    public enum SchoolPhase {
        EARLY_YEARS,
        PRIMARY,
        SECONDARY,
        POST_16,
        SPECIAL_SCHOOL,
    }
}
