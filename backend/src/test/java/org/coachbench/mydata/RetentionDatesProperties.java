package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coachbench.people.Interval;

/** On which day content goes, whatever the days. */
class RetentionDatesProperties {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Property
    void itGoesNeverEarlyAndNeverLaterThanADayAfter(
        @ForAll @IntRange(max = 3000) int end,
        @ForAll @IntRange(min = 1, max = 84) int months
    ) {
        var endedOn = START.plusDays(end);
        var lastDay = endedOn.plusMonths(months);
        assertThat(RetentionDates.isDue(endedOn, months, lastDay, false)).isFalse();
        assertThat(RetentionDates.isDue(endedOn, months, lastDay.plusDays(1), false)).isTrue();
    }

    @Property
    void whatIsDueStaysDueAndALongerTimeIsNeverSooner(
        @ForAll @IntRange(max = 3000) int end,
        @ForAll @IntRange(min = 1, max = 83) int months,
        @ForAll @IntRange(max = 6000) int day
    ) {
        var endedOn = START.plusDays(end);
        var today = START.plusDays(day);
        if (RetentionDates.isDue(endedOn, months, today, false)) {
            assertThat(RetentionDates.isDue(endedOn, months, today.plusDays(1), false)).isTrue();
        } else {
            assertThat(RetentionDates.isDue(endedOn, months + 1, today, false)).isFalse();
        }
    }

    @Property
    void aHoldAlwaysWins(
        @ForAll @IntRange(max = 3000) int end,
        @ForAll @IntRange(min = 1, max = 84) int months,
        @ForAll @IntRange(max = 9000) int day
    ) {
        assertThat(RetentionDates.isDue(START.plusDays(end), months, START.plusDays(day), true)).isFalse();
    }

    @Property
    void nothingEndsWhileSomebodyIsMentoredOrBeforeTheyLeft(
        @ForAll @IntRange(max = 1500) int left,
        @ForAll @IntRange(max = 1500) int mentoredUntil,
        @ForAll @IntRange(max = 1500) int planned,
        @ForAll @IntRange(max = 3000) int day
    ) {
        var today = START.plusDays(day);
        var plannedEnd = START.plusDays(planned);
        var stays = new Interval(START, null);
        var mentored = List.of(new Interval(START, START.plusDays(mentoredUntil)));
        assertThat(RetentionDates.endedOn(stays, List.of(stays), plannedEnd, today)).isEmpty();
        var later = START.plusDays(Math.max(planned, mentoredUntil));
        assertThat(RetentionDates.endedOn(stays, mentored, plannedEnd, later)).isEmpty();
        assertThat(RetentionDates.endedOn(stays, mentored, plannedEnd, later.plusDays(1))).contains(later);
        var lastDay = START.plusDays(left);
        var over = RetentionDates.endedOn(new Interval(START, lastDay), mentored, plannedEnd, today);
        if (today.isAfter(lastDay)) {
            assertThat(over).contains(lastDay);
        } else {
            assertThat(over).isEmpty();
        }
    }
}
