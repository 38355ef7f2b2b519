package org.coachbench.coaching;

import java.util.List;

/** A cycle was written to the store together with events that are still in its outbox. */
public record CycleChanged(CycleKind kind, LogEntry entry, List<CycleEvent> outbox) {
    public static CycleChanged of(CoachingCycle cycle) {
        return new CycleChanged(cycle.kind(), cycle.logEntry(), cycle.outbox());
    }

    public String cycleId() {
        return entry.cycleId();
    }

    /** The log is of ECTs. */
    public boolean changesLog() {
        return kind == CycleKind.INSTRUCTIONAL && outbox.stream().anyMatch(CycleEvent::changesLog);
    }
}
