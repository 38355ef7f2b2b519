package org.coachbench.coaching;

import java.util.List;

/** A cycle was written to the store together with events that are still in its outbox. */
public record CycleChanged(LogEntry entry, List<CycleEvent> outbox) {
    public static CycleChanged of(CoachingCycle cycle) {
        return new CycleChanged(cycle.logEntry(), cycle.outbox());
    }

    public String cycleId() {
        return entry.cycleId();
    }

    public boolean changesLog() {
        return outbox.stream().anyMatch(CycleEvent::changesLog);
    }
}
