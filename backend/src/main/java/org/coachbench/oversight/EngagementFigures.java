package org.coachbench.oversight;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import org.coachbench.programme.CadenceWeek;
import org.coachbench.programme.WeekState;
import org.jspecify.annotations.Nullable;

/** What took place in school weeks, beside what was due. */
record EngagementFigures(int ects, int weeks, double expected, int held, @Nullable Integer coaching, int missed) {
    /** Over some ECTs, each with their weeks; weeks that do not count are not looked at, but what was held in them is. */
    static EngagementFigures of(Collection<List<CadenceWeek>> weeksOfEach, boolean tellsKinds) {
        var all = weeksOfEach.stream().flatMap(List::stream).toList();
        var counted = all
            .stream()
            .filter(week -> week.rhythm() != null)
            .toList();
        return new EngagementFigures(
            (int) weeksOfEach
                .stream()
                .filter(weeks -> weeks.stream().anyMatch(week -> week.rhythm() != null))
                .count(),
            counted.size(),
            counted
                .stream()
                .mapToDouble(week -> 1.0 / requireNonNull(week.rhythm()).meetingEvery())
                .sum(),
            all
                .stream()
                .mapToInt(week -> week.coaching() + week.pastoral())
                .sum(),
            tellsKinds ? all.stream().mapToInt(CadenceWeek::coaching).sum() : null,
            (int) counted
                .stream()
                .filter(week -> week.state() == WeekState.MISSED)
                .count()
        );
    }
}
