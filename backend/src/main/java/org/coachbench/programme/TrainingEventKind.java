package org.coachbench.programme;

/** What kind of event people attend. */
public enum TrainingEventKind {
    /** A full day. */
    CONFERENCE,
    /** Shorter, on one topic. */
    CLINIC,
}
