package org.coachbench.people;

/** Which pupils a school teaches. */
public enum PhaseOfEducation {
    NURSERY,
    PRIMARY,
    MIDDLE,
    SECONDARY,
    POST_16,
    ALL_THROUGH,
    SPECIAL,
}
