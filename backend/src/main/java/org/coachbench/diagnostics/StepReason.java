package org.coachbench.diagnostics;

/**
 * Something that speaks for or against a step at this moment.
 *
 * @param counts how much: above 0 for it, below 0 against it; says nothing of a person
 * @param words as a mentor reads it
 */
record StepReason(Kind kind, int counts, String words) {
    enum Kind {
        NOTES,
        REVISIT,
        COMES_BEFORE,
        MODULE_NOW,
        BUILDS_ON_EMBEDDED,
        UNSURE,
        MISSED,
        MODULE_TO_COME,
        BUILDS_ON_MISSING,
    }
}
