package org.coachbench.programme;

/** What became of a school week. */
public enum WeekState {
    COACHED,
    PASTORAL,
    /** A meeting was due and there was none of the kind that was due. */
    MISSED,
    /** The present week: a meeting is due yet. */
    DUE,
    /** No meeting was due, and none took place. */
    NOT_DUE,
    /** Not on the programme for all of it: before the start, on a break. */
    NOT_COUNTED,
}
