package org.coachbench.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coachbench.people.Interval;
import org.jspecify.annotations.Nullable;

/**
 * From when to when an ECT is on the programme. Days of a break do not count: they move everything after them.
 *
 * @param agreedEnd the last day, where it was agreed: always for a personalised schedule, and for one that was extended
 */
public record ProgrammeTime(
    LocalDate startedOn,
    Schedule schedule,
    @Nullable LocalDate agreedEnd,
    List<Interval> breaks
) {
    public ProgrammeTime {
        breaks = List.copyOf(breaks);
        if (schedule == Schedule.PERSONALISED && agreedEnd == null) {
            throw new IllegalArgumentException("A personalised schedule has an agreed last day.");
        }
    }

    public boolean isPausedOn(LocalDate day) {
        return breaks.stream().anyMatch(pause -> pause.contains(day));
    }

    /** 1 in the first year, 2 in the second; 3 in the third of a programme that is longer. */
    public int yearOn(LocalDate day) {
        return 1 + (int) Math.max(0, ChronoUnit.YEARS.between(startedOn, counted(day)));
    }

    /** Whether half of the planned programme is over before a day. */
    public boolean isPastHalfway(LocalDate day) {
        return !counted(day).isBefore(halfway());
    }

    /** The last day; later by the days of every break that has an end. */
    public LocalDate endsOn() {
        if (agreedEnd != null) {
            return agreedEnd;
        }
        var end = plannedEnd();
        // A break that lies beyond the end as it is known so far does not move it.
        for (var pause : breaks) {
            var lastDay = pause.finishedOn();
            if (lastDay != null && !pause.startedOn().isAfter(end)) {
                end = end.plusDays(daysOf(pause, lastDay));
            }
        }
        return end;
    }

    /** Whether all days from one to another belong to the programme. */
    boolean covers(LocalDate from, LocalDate to) {
        return !from.isBefore(startedOn) && !to.isAfter(endsOn()) && !isPausedIn(from, to);
    }

    boolean isPausedIn(LocalDate from, LocalDate to) {
        return breaks.stream().anyMatch(pause -> pause.overlaps(new Interval(from, to)));
    }

    private LocalDate halfway() {
        return switch (schedule) {
            case TWO_YEARS -> startedOn.plusYears(1);
            case THREE_YEARS -> startedOn.plusMonths(18);
            case PERSONALISED -> startedOn.plusDays((ChronoUnit.DAYS.between(startedOn, counted(endsOn())) + 1) / 2);
        };
    }

    private LocalDate plannedEnd() {
        return startedOn.plusYears(schedule == Schedule.THREE_YEARS ? 3 : 2).minusDays(1);
    }

    /** A day without the days of breaks before it. */
    private LocalDate counted(LocalDate day) {
        long paused = 0;
        for (var pause : breaks) {
            var lastDay = pause.finishedOn();
            var until = lastDay == null || lastDay.isAfter(day) ? day : lastDay;
            paused += daysOf(pause, until);
        }
        return day.minusDays(paused);
    }

    /** How many days of a break lie in the programme up to a day; what lay before the start moves nothing. */
    private long daysOf(Interval pause, LocalDate until) {
        var from = pause.startedOn().isBefore(startedOn) ? startedOn : pause.startedOn();
        return Math.max(0, ChronoUnit.DAYS.between(from, until) + 1);
    }
}
