package org.coachbench.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feature whose things can be fetched again by id, through {@code node(id)}. */
public interface NodeSource {
    /** What its ids begin with, such as {@code cycle_}. */
    Set<String> idPrefixes();

    /** The thing, or null when it does not exist or is not the viewer's to see. */
    @Nullable
    Object node(Viewer viewer, String id);
}
