package org.coachbench.people;

/** A change here that those outside must hear of too. */
public enum ChangeToLog {
    MENTOR_CHANGED,
    DATES_CHANGED,
    LEFT,
    DETAILS_CORRECTED,
    WORKING_PATTERN_CHANGED,
    BREAK;

    /** What is checked here, the details, is right again by the change itself. */
    boolean concerns(OutsideTask task) {
        return switch (task) {
            case DETAILS -> false;
            case NATIONAL_SERVICE -> true;
            case APPROPRIATE_BODY -> this != MENTOR_CHANGED;
            case DELIVERY_PARTNER -> this != WORKING_PATTERN_CHANGED;
        };
    }
}
