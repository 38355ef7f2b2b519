package org.coachbench.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Fetches anything by its id from the feature it belongs to. */
@Controller
class NodeController {

    private final List<NodeSource> sources;

    NodeController(List<NodeSource> sources) {
        this.sources = sources;
    }

    @QueryMapping
    @Nullable
    Object node(@Argument String id) {
        return sources
            .stream()
            .filter(source -> id.startsWith(source.idPrefix()))
            .findFirst()
            .map(source -> source.node(id))
            .orElse(null);
    }
}
