package org.coachbench.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    Object node(@Argument String id, @AuthenticationPrincipal Viewer viewer) {
        return sources
            .stream()
            .filter(source -> source.idPrefixes().stream().anyMatch(id::startsWith))
            .findFirst()
            .map(source -> source.node(viewer, id))
            .orElse(null);
    }
}
