package org.coachbench.coaching;

import java.util.List;

/** A cycle was written to the store together with events that are still in its outbox. */
public record CycleChanged(String cycleId, List<CycleEvent> outbox) {}
