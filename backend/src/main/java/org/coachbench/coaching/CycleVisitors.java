package org.coachbench.coaching;

import java.util.Set;

/** Knows which tutors visit which cycles today. Visits belong to another module, which looks at cycles through this one. */
public interface CycleVisitors {
    /** Somebody, and a cycle that they may be visiting. */
    record Visitor(String personId, String cycleId) {}

    /** Those of them whose visit is recorded for today; one store command for any number. */
    Set<Visitor> visitingToday(Set<Visitor> asked);
}
