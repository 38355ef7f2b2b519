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
    /** Coaches the mentor today, who shared the session for review. */
    REVIEWING_COACH,
    /** Is today induction tutor of the school where the ECT is, and visits the cycle: it is recorded, for today. */
    VISITING_TUTOR,
    /** Is today induction tutor of the school where the ECT is. */
    TUTOR,
    STRANGER,
}
