package org.coachbench.people;

/** How much of a week an ECT works. */
public enum WorkingPattern {
    FULL_TIME,
    PART_TIME,
}
