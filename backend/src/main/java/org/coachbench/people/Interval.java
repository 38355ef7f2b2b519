package org.coachbench.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stretch of days. Both ends are included, everywhere; without a last day it is open. */
public record Interval(LocalDate startedOn, @Nullable LocalDate finishedOn) {
    public Interval {
        if (finishedOn != null && finishedOn.isBefore(startedOn)) {
            throw new IllegalArgumentException("An interval ends on or after its first day.");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(startedOn) && !day.isAfter(lastDay());
    }

    public boolean overlaps(Interval other) {
        return !other.startedOn.isAfter(lastDay()) && !startedOn.isAfter(other.lastDay());
    }

    public boolean covers(Interval other) {
        return !other.startedOn.isBefore(startedOn) && !other.lastDay().isAfter(lastDay());
    }

    /** From its first day on, with another last day or none. */
    Interval until(@Nullable LocalDate lastDay) {
        return new Interval(startedOn, lastDay);
    }

    /** From the first day of the two to the last. */
    Interval spanning(Interval other) {
        var first = other.startedOn.isBefore(startedOn) ? other.startedOn : startedOn;
        return new Interval(first, other.goesOnAfter(lastDay()) ? other.finishedOn : finishedOn);
    }

    boolean goesOnAfter(LocalDate day) {
        return lastDay().isAfter(day);
    }

    /** As people say it: "from 1 September 2025" or "from 1 September 2025 to 19 December 2025". */
    String text() {
        var from = "from " + SchoolDay.text(startedOn);
        return finishedOn == null ? from : from + " to " + SchoolDay.text(finishedOn);
    }

    private LocalDate lastDay() {
        return finishedOn == null ? LocalDate.MAX : finishedOn;
    }
}
