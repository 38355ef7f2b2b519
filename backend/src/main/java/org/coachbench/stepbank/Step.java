package org.coachbench.stepbank;

import java.util.List;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.StepModel;
import org.jspecify.annotations.Nullable;

/**
 * A bite-sized change of practice as people read it: specific, observable, doable within a week.
 *
 * @param version 0 for a shipped step, which nobody changes
 */
public record Step(
    String id,
    String key,
    String bankId,
    String moduleId,
    @Nullable Strand strand,
    StepStatus status,
    int version,
    StepContent content
) {
    static final String ID_PREFIX = "step_";

    public enum StepStatus {
        DRAFT,
        PUBLISHED,
        RETIRED,
    }

    public String title() {
        return content.title();
    }

    public String why() {
        return content.why();
    }

    public String cue() {
        return content.cue();
    }

    public List<String> criteria() {
        return content.criteria();
    }

    public List<StepModel> models() {
        return content.models();
    }

    public List<PracticeTask> practice() {
        return content.practice();
    }

    public List<String> pitfalls() {
        return content.pitfalls();
    }

    public List<String> tags() {
        return content.tags();
    }

    public List<String> phrasings() {
        return content.phrasings();
    }
}
