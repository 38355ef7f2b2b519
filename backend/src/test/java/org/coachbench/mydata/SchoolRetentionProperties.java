package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coachbench.mydata.SchoolRetention.Period;

/** From which day the months count that a school sets, whatever it sets and when. */
class SchoolRetentionProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** The months that are set on one day after the other; 0 for a day on which nothing is. */
    @Property
    void fewerMonthsCountOnlyWhenTheyStoodForSevenDaysAndMoreAtOnce(
        @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 8) Integer> days
    ) {
        var period = Period.usual(KeptContent.PASTORAL);
        var inForce = period.monthsOn(START);
        var standsSince = START;
        for (int day = 0; day < days.size(); day++) {
            var today = START.plusDays(day);
            var now = period.monthsOn(today);
            if (now < inForce) {
                assertThat(standsSince).isEqualTo(today.minusDays(7));
                assertThat(now).isEqualTo(period.months());
            }
            var months = days.get(day);
            if (months > 0) {
                if (months != period.months()) {
                    standsSince = today;
                }
                period = period.set(months, today);
                assertThat(period.months()).isEqualTo(months);
                assertThat(period.monthsOn(today)).isEqualTo(Math.max(now, months));
            }
            inForce = period.monthsOn(today);
        }
        assertThat(period.monthsOn(START.plusDays(days.size() + 6))).isEqualTo(period.months());
    }

    @Property
    void contentGoesOnTheFirstDayOnWhichItIsDueByTheMonthsThatCountThen(
        @ForAll @IntRange(max = 500) int end,
        @ForAll @IntRange(min = 1, max = 12) int former,
        @ForAll @IntRange(min = 1, max = 12) int months,
        @ForAll @IntRange(max = 500) int setOn
    ) {
        var endedOn = START.plusDays(end);
        var period = new Period(former, null).set(months, START.plusDays(setOn));
        var goesOn = period.goesOn(endedOn);
        assertThat(RetentionDates.isDue(endedOn, period.monthsOn(goesOn), goesOn, false)).isTrue();
        for (var day = endedOn; day.isBefore(goesOn); day = day.plusDays(1)) {
            assertThat(RetentionDates.isDue(endedOn, period.monthsOn(day), day, false)).isFalse();
        }
    }
}
