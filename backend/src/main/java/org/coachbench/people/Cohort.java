package org.coachbench.people;

import java.time.LocalDate;

/** Everybody who began between one June and the next, as the national register counts them. */
public record Cohort(int startYear) {
    private static final int FIRST_MONTH = 6;

    public static Cohort of(LocalDate firstDay) {
        return new Cohort(firstDay.getMonthValue() < FIRST_MONTH ? firstDay.getYear() - 1 : firstDay.getYear());
    }

    /** "2026 to 2027" */
    @Override
    public String toString() {
        return startYear + " to " + (startYear + 1);
    }
}
