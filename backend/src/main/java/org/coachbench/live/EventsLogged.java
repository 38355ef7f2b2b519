package org.coachbench.live;

import java.util.List;
import org.coachbench.coaching.CycleEvent;

/**
 * Events of one cycle, in order, that stand in the log now, and in the cycle's outbox until all who listen are done: after a
 * crash they are told of the same events again.
 */
public record EventsLogged(String cycleId, List<CycleEvent> events) {}
