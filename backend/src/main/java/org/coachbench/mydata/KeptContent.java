package org.coachbench.mydata;

/** Content about an ECT that goes some time after their programme. */
enum KeptContent {
    /** Drop-ins, steps, plans, feedback, notes, reflections, comments, and what a tutor wrote after a visit. */
    COACHING(24),
    DIAGNOSTICS(12),
    MESSAGES(12),
    /** Often about health and home: the shortest. */
    PASTORAL(6);

    static final int FEWEST_MONTHS = 1;
    static final int MOST_MONTHS = 84;

    private final int usualMonths;

    KeptContent(int usualMonths) {
        this.usualMonths = usualMonths;
    }

    /** Until a school sets another number. */
    int usualMonths() {
        return usualMonths;
    }
}
