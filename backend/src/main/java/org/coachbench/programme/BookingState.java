package org.coachbench.programme;

/** What became of somebody's place on an event. */
enum BookingState {
    BOOKED,
    ATTENDED,
    MISSED,
    /** Given back before the event. */
    CANCELLED,
}
