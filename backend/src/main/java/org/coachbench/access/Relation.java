package org.coachbench.access;

/** What somebody is to a coaching cycle. */
public enum Relation {
    /** Wrote it and mentors the ECT today. */
    MENTOR,
    /** Wrote it; the mentorship is over. */
    FORMER_MENTOR,
    /** Mentors the ECT today; somebody else wrote it. */
    NEW_MENTOR,
    ECT,
    STRANGER,
}
