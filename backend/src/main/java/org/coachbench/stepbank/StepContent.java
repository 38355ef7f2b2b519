package org.coachbench.stepbank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody writes in a step. Texts are empty where nothing was written yet.
 *
 * @param buildsOn what comes before it: ids of steps, or within a file their keys
 */
public record StepContent(
    String title,
    String why,
    String cue,
    List<String> criteria,
    List<StepModel> models,
    List<PracticeTask> practice,
    List<String> pitfalls,
    List<String> tags,
    List<String> phrasings,
    List<String> buildsOn
) {
    /** What it looks and sounds like in one setting. */
    public record StepModel(SchoolPhase phase, Subject subject, String lesson, String text) {}

    public record PracticeTask(
        String task,
        String coach,
        int minutes,
        @Nullable String harder,
        @Nullable String easier
    ) {}

    public enum SchoolPhase {
        EARLY_YEARS,
        PRIMARY,
        SECONDARY,
        POST_16,
        SPECIAL_SCHOOL,
    }

    public enum Subject {
        ENGLISH,
        MATHEMATICS,
        SCIENCE,
        HUMANITIES,
        LANGUAGES,
        ARTS,
        PHYSICAL_EDUCATION,
        TECHNOLOGY,
        ANY,
    }

    public StepContent withBuildsOn(List<String> steps) {
        return new StepContent(title, why, cue, criteria, models, practice, pitfalls, tags, phrasings, steps);
    }
}
