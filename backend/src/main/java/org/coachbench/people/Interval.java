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

    Interval finishedOn(LocalDate lastDay) {
        return new Interval(startedOn, lastDay);
    }

    private LocalDate lastDay() {
        return finishedOn == null ? LocalDate.MAX : finishedOn;
    }
}
