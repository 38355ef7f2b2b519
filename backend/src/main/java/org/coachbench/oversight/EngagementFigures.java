package org.coachbench.oversight;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.coachbench.oversight.EctActivity.Due;
import org.coachbench.programme.CadenceWeek;
import org.coachbench.programme.WeekState;
import org.jspecify.annotations.Nullable;

/** What took place in school weeks, beside what was due. */
record EngagementFigures(
    int ects,
    int weeks,
    double expected,
    int held,
    @Nullable Integer coaching,
    int missed,
    DueAndDone study,
    DueAndDone events
) {
    record DueAndDone(int due, int done) {
        private static DueAndDone of(Collection<EctActivity> ects, Function<EctActivity, List<Due>> what) {
            var all = ects.stream().map(what).flatMap(List::stream).toList();
            return new DueAndDone(all.size(), (int) all.stream().filter(Due::done).count());
        }
    }

    /** Over some ECTs; weeks that do not count are not looked at, but what was held in them is. */
    static EngagementFigures of(Collection<EctActivity> ects, boolean tellsKinds) {
        var all = ects
            .stream()
            .flatMap(ect -> ect.weeks().stream())
            .toList();
        var counted = all
            .stream()
            .filter(week -> week.rhythm() != null)
            .toList();
        return new EngagementFigures(
            (int) ects
                .stream()
                .filter(ect ->
                    ect
                        .weeks()
                        .stream()
                        .anyMatch(week -> week.rhythm() != null)
                )
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
                .count(),
            DueAndDone.of(ects, EctActivity::study),
            DueAndDone.of(ects, EctActivity::events)
        );
    }
}
