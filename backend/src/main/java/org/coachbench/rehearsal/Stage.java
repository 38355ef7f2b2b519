package org.coachbench.rehearsal;

import java.util.stream.Stream;

/** Where a rehearsal is. They follow each other in this order; most of them are left by a choice. */
enum Stage {
    LESSON,
    PRAISE,
    STEP,
    TAILOR,
    PLAN,
    OPENING,
    MODEL,
    FIRST_ROUND,
    FEEDBACK,
    SECOND_ROUND,
    CLOSING_FEEDBACK,
    FOLLOW_UP,
    DEBRIEF;

    boolean isDecision() {
        return !isRound() && this != LESSON && this != DEBRIEF;
    }

    boolean isRound() {
        return this == FIRST_ROUND || this == SECOND_ROUND;
    }

    /** The meeting starts when its first words are chosen. */
    boolean isBeforeTheMeeting() {
        return compareTo(OPENING) <= 0;
    }

    boolean isAfter(Stage other) {
        return compareTo(other) > 0;
    }

    Stage next() {
        return Stream.of(values())
            .filter(stage -> stage.isAfter(this))
            .findFirst()
            .orElseThrow();
    }
}
