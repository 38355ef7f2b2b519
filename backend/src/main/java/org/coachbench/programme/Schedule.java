package org.coachbench.programme;

/** How a programme is spread over time. */
public enum Schedule {
    /** Two years, as most have it. */
    TWO_YEARS,
    /** Three years, with modules and events spaced out. */
    THREE_YEARS,
    /** As agreed between school, delivery partner and appropriate body; its last day is agreed too. */
    PERSONALISED,
}
