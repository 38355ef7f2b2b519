package org.coachbench.coaching;

/** Where a cycle is. PRACTICE and FEEDBACK alternate while the session runs. */
public enum Phase {
    OBSERVE,
    STEP,
    PRACTICE,
    FEEDBACK,
    CLOSED,
    CANCELLED;

    /** The mentor still prepares: nothing has been rehearsed yet. */
    public boolean isPreparing() {
        return this == OBSERVE || this == STEP;
    }

    boolean isInSession() {
        return this == PRACTICE || this == FEEDBACK;
    }

    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }
}
