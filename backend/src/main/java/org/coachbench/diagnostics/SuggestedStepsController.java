package org.coachbench.diagnostics;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.diagnostics.SuggestedSteps.SuggestedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The queries of suggestions.graphqls. */
@Controller
class SuggestedStepsController {

    private static final int MOST = 20;

    private final SuggestedSteps steps;

    SuggestedStepsController(SuggestedSteps steps) {
        this.steps = steps;
    }

    @QueryMapping
    @Nullable
    List<SuggestedStep> suggestedSteps(
        @Argument String ectId,
        @Argument int first,
        @AuthenticationPrincipal Viewer viewer
    ) {
        if (first < 1 || first > MOST) {
            throw new BadRequest("first must be 1 to %d.".formatted(MOST));
        }
        return steps.first(viewer, ectId, first).orElse(null);
    }

    @QueryMapping
    @Nullable
    SuggestedStep whyThisStep(@Argument String ectId, @Argument String stepId, @AuthenticationPrincipal Viewer viewer) {
        return steps.why(viewer, ectId, stepId).orElse(null);
    }
}
