package org.coachbench.rehearsal;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.api.Problem;
import org.coachbench.rehearsal.RehearsalMutations.Act;
import org.coachbench.rehearsal.RehearsalMutations.ChooseInRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.GoToStageInRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.NoteInRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.RemoveRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.StartRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.TakeBackNoteInRehearsal;
import org.coachbench.rehearsal.RehearsalMutations.TickInRehearsal;
import org.coachbench.rehearsal.Shown.RehearsalView;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What rehearsal.graphqls says. */
@Controller
class RehearsalController {

    private final RehearsalReading reading;
    private final RehearsalMutations mutations;
    private final Scenes scenes;

    RehearsalController(RehearsalReading reading, RehearsalMutations mutations, Scenes scenes) {
        this.reading = reading;
        this.mutations = mutations;
        this.scenes = scenes;
    }

    record RehearsalPayload(@Nullable RehearsalView rehearsal, List<Problem> problems) {}

    record RemoveRehearsalPayload(@Nullable String removedId, List<Problem> problems) {}

    @QueryMapping
    List<Scene> rehearsalScenes() {
        return scenes.all();
    }

    @QueryMapping
    @Nullable
    RehearsalView rehearsal(@Argument String id, @AuthenticationPrincipal Viewer viewer) {
        return reading.find(viewer, id).orElse(null);
    }

    @SchemaMapping(typeName = "Viewer")
    Window<RehearsalView> rehearsals(Viewer viewer, ScrollSubrange subrange, @Argument int first) {
        var position = subrange.position().orElse(ScrollPosition.keyset());
        return reading.own(viewer, position, BadRequest.pageSize(first));
    }

    @SchemaMapping(typeName = "RehearsalScene")
    String ectName(Scene scene) {
        return scene.ect().name();
    }

    @SchemaMapping(typeName = "RehearsalScene")
    String ectAbout(Scene scene) {
        return scene.ect().about();
    }

    @MutationMapping
    RehearsalPayload startRehearsal(@Argument StartRehearsal input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new RehearsalPayload(reading.shown(mutations.start(viewer, input)), List.of()),
            problems -> new RehearsalPayload(null, problems)
        );
    }

    @MutationMapping
    RehearsalPayload noteInRehearsal(@Argument NoteInRehearsal input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    RehearsalPayload takeBackNoteInRehearsal(
        @Argument TakeBackNoteInRehearsal input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return change(viewer, input);
    }

    @MutationMapping
    RehearsalPayload goToStageInRehearsal(
        @Argument GoToStageInRehearsal input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return change(viewer, input);
    }

    @MutationMapping
    RehearsalPayload chooseInRehearsal(@Argument ChooseInRehearsal input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    RehearsalPayload tickInRehearsal(@Argument TickInRehearsal input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    RemoveRehearsalPayload removeRehearsal(@Argument RemoveRehearsal input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> {
                mutations.remove(viewer, input);
                return new RemoveRehearsalPayload(input.rehearsalId(), List.of());
            },
            problems -> new RemoveRehearsalPayload(null, problems)
        );
    }

    private RehearsalPayload change(Viewer viewer, Act act) {
        return orProblems(
            () -> new RehearsalPayload(reading.shown(mutations.change(viewer, act)), List.of()),
            problems -> new RehearsalPayload(null, problems)
        );
    }
}
