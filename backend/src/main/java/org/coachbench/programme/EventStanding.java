package org.coachbench.programme;

/** How somebody stands with an event of the programme, over all its dates. */
public enum EventStanding {
    NOT_BOOKED,
    /** On a date; it may be an alternate one after a date that was missed. */
    BOOKED,
    ATTENDED,
    /** And nothing is arranged yet. */
    MISSED,
    /** They are to work through content instead. */
    CATCH_UP_ASSIGNED,
    CAUGHT_UP,
}
