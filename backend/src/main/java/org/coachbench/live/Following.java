package org.coachbench.live;

import graphql.GraphQLContext;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.function.Function;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.Hearing;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import reactor.core.publisher.Flux;

/** Goes with the execution of a subscription: what it follows comes back in it, where its events come from goes in. */
final class Following {

    /**
     * A cycle, of which the log held so many events at that moment, from after an event on.
     *
     * @param hearing which of its events the viewer gets to hear
     */
    record Asked(
        String cycleId,
        Viewer viewer,
        Hearing hearing,
        int after,
        int logged,
        @Nullable String afterVariable
    ) {
        static Asked of(
            CoachingCycle cycle,
            Viewer viewer,
            Hearing hearing,
            int after,
            DataFetchingEnvironment environment
        ) {
            var variable = environment
                .getField()
                .getArguments()
                .stream()
                .filter(argument -> argument.getName().equals("after"))
                .map(argument -> argument.getValue() instanceof VariableReference named ? named.getName() : "")
                .findFirst()
                .orElse("");
            var logged = cycle.lastSequence() - cycle.outbox().size();
            return new Asked(cycle.id(), viewer, hearing, after, logged, variable.isEmpty() ? null : variable);
        }

        /** Whether the viewer may hear of this; it depends on what they are to the pair, which does not change. */
        boolean hears(CycleEvent event) {
            return hearing.hears(event);
        }

        /** Who asks for the same, from wherever on. */
        Audience.Topic audience(WebGraphQlRequest request) {
            var variables = new HashMap<>(request.getVariables());
            if (afterVariable != null && isNamedOnce(request.getDocument(), afterVariable)) {
                variables.remove(afterVariable);
            }
            return new Audience.Topic(cycleId, viewer, request.getDocument(), request.getOperationName(), variables);
        }

        /** Once beside its declaration: nothing but the beginning depends on it. */
        private static boolean isNamedOnce(String document, String variable) {
            return document.split("\\$" + variable + "\\b", -1).length == 3;
        }
    }

    private final Function<Asked, Flux<CycleEvent>> source;
    private volatile @Nullable Asked asked;

    Following(Function<Asked, Flux<CycleEvent>> source) {
        this.source = source;
    }

    static Following of(GraphQLContext context) {
        return context.get(Following.class);
    }

    Flux<CycleEvent> events(Asked what) {
        asked = what;
        return source.apply(what);
    }

    /** Null when the operation follows no cycle. */
    @Nullable
    Asked asked() {
        return asked;
    }
}
