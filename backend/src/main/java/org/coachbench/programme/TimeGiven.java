package org.coachbench.programme;

/** Whether the time that is due was given, as the person says. */
public enum TimeGiven {
    YES,
    PARTLY,
    NO,
}
