package org.coachbench.live;

import org.coachbench.coaching.CycleEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event in the log. Its id is made of cycle and sequence number: that makes it unique, and lets both stores find a
 * range of events by their ids alone.
 */
@Document(LoggedEvent.COLLECTION)
record LoggedEvent(@Id String id, CycleEvent event) {
    static final String COLLECTION = "cycle_events";

    static LoggedEvent of(CycleEvent event) {
        return new LoggedEvent(id(event.cycleId(), event.sequence()), event);
    }

    static String id(String cycleId, int sequence) {
        return cycleId + ":" + sequence;
    }
}
