package org.coachbench.programme;

/** What an ECT and their mentor met for. */
public enum MeetingKind {
    INSTRUCTIONAL_COACHING,
    PASTORAL,
}
