package org.coachbench.programme;

/** How often an ECT and their mentor meet, and what for. */
public enum MeetingRhythm {
    /** Instructional coaching every school week. */
    WEEKLY_COACHING(1, 1),
    /** A meeting every school week; instructional coaching at least in every other one. */
    WEEKLY_WITH_PASTORAL(2, 1),
    /** Instructional coaching at least in every other school week. */
    FORTNIGHTLY_COACHING(2, 2);

    private final int coachingEvery;
    private final int meetingEvery;

    MeetingRhythm(int coachingEvery, int meetingEvery) {
        this.coachingEvery = coachingEvery;
        this.meetingEvery = meetingEvery;
    }

    /** In how many school weeks there has to be coaching once. */
    public int coachingEvery() {
        return coachingEvery;
    }

    /** In how many school weeks there has to be a meeting of any kind. */
    public int meetingEvery() {
        return meetingEvery;
    }
}
