package org.coachbench.programme;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Person;
import org.coachbench.programme.SelfStudyMutations.MarkSelfStudy;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutation of self-study.graphqls. */
@Controller
class SelfStudyController {

    private final SelfStudyMutations mutations;

    SelfStudyController(SelfStudyMutations mutations) {
        this.mutations = mutations;
    }

    record SelfStudyPayload(@Nullable Person person, List<Problem> problems) {}

    @MutationMapping
    SelfStudyPayload markSelfStudy(@Argument MarkSelfStudy input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SelfStudyPayload(mutations.mark(viewer, input), List.of()),
            problems -> new SelfStudyPayload(null, problems)
        );
    }
}
