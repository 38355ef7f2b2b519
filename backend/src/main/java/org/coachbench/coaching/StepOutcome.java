package org.coachbench.coaching;

/** How a step stands. It describes practice and is no grade. */
public enum StepOutcome {
    WORKING_ON,
    EMBEDDED,
    REVISIT,
}
