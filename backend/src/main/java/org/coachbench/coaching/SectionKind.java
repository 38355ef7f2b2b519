package org.coachbench.coaching;

/** What a section of a session is for. */
public enum SectionKind {
    PRAISE_AND_REVIEW,
    PROBE,
    STEP,
    MODEL,
    SET_UP_PRACTICE,
    PRACTICE_AND_FEEDBACK,
    FOLLOW_UP,
}
