package org.coachbench.programme;

/** Where an ECT's meetings stand on a day. */
public enum CadenceState {
    /** All meetings that were due took place, and none is due this week. */
    ON_TRACK,
    /** A meeting is due this week. */
    DUE,
    /** A school week ended without the meeting that was due in it, and none has taken place since. */
    OVERDUE,
    /** On a break. */
    PAUSED,
    NOT_STARTED,
    FINISHED,
}
