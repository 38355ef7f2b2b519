package org.coachbench.live;

import java.util.List;
import org.coachbench.coaching.CycleEvent;

/** Events of one cycle, in order, that stand in the log now. */
record EventsLogged(String cycleId, List<CycleEvent> events) {}
