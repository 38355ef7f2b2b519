package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The fields and the mutation of comments.graphqls. */
@Controller
class CommentController {

    private final CycleMutations mutations;
    private final CycleAccess access;
    private final People people;

    CommentController(CycleMutations mutations, CycleAccess access, People people) {
        this.mutations = mutations;
        this.access = access;
        this.people = people;
    }

    @MutationMapping
    CyclePayload commentOnMoment(@Argument CycleCommand.CommentOnMoment input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(() -> CyclePayload.of(mutations.change(viewer, input)), CyclePayload::refused);
    }

    @SchemaMapping(typeName = "CoachingCycle")
    @Nullable
    List<MomentComment> comments(CoachingCycle cycle, @AuthenticationPrincipal Viewer viewer) {
        return access.mayReadNotes(viewer, cycle) ? cycle.comments() : null;
    }

    @BatchMapping(typeName = "MomentComment")
    Map<MomentComment, Person> by(List<MomentComment> asked) {
        var ids = asked.stream().map(MomentComment::personId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), comment -> byId.get(comment.personId()), (one, same) -> one));
    }
}
