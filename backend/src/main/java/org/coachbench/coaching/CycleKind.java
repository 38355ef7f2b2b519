package org.coachbench.coaching;

/** Who is coached, and how long the meeting is. */
public enum CycleKind {
    INSTRUCTIONAL(45),
    COACHING_FOR_MENTORS(60);

    private final int minutes;

    CycleKind(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }
}
