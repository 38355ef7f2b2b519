package org.coachbench.programme;

/** How often an ECT and their mentor meet, and what for. */
public enum MeetingRhythm {
    /** Instructional coaching every school week. */
    WEEKLY_COACHING,
    /** A meeting every school week; instructional coaching at least in every other one. */
    WEEKLY_WITH_PASTORAL,
    /** Instructional coaching at least in every other school week. */
    FORTNIGHTLY_COACHING,
}
