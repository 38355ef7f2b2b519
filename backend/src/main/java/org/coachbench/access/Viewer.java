package org.coachbench.access;

import java.io.Serializable;
import java.security.Principal;
import org.springframework.security.core.Authentication;

/** The person who is signed in and asks. */
public record Viewer(String personId, boolean administrator) implements Serializable {
    /** For batch mappings, whose parameters may be a principal but not what it stands for. */
    public static Viewer of(Principal principal) {
        if (principal instanceof Authentication known && known.getPrincipal() instanceof Viewer viewer) {
            return viewer;
        }
        throw new IllegalStateException("Nobody is signed in.");
    }
}
