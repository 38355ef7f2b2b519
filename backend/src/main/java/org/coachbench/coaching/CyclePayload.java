package org.coachbench.coaching;

import java.util.List;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;

/** Answer of every mutation of a coaching cycle. */
record CyclePayload(@Nullable CoachingCycle cycle, List<Problem> problems) {
    static CyclePayload of(CoachingCycle cycle) {
        return new CyclePayload(cycle, List.of());
    }

    static CyclePayload refused(List<Problem> problems) {
        return new CyclePayload(null, problems);
    }
}
