package org.coachbench.live;

import java.time.Instant;

/** Somebody who has a cycle open. */
record Presence(String personId, CyclePart lookingAt, boolean mayWrite, Instant since) {
    enum CyclePart {
        OVERVIEW,
        OBSERVATION,
        STEP,
        PLAN,
        SESSION,
        REPLAY,
    }
}
