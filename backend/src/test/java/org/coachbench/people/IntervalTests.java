package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Both ends of an interval are included. */
class IntervalTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    @Property
    void intervalsOverlapExactlyWhenTheyShareADay(
        @ForAll @IntRange(max = 20) int start,
        @ForAll @IntRange(max = 5) int length,
        @ForAll @IntRange(max = 20) int otherStart,
        @ForAll @IntRange(max = 5) int otherLength
    ) {
        var one = interval(start, length);
        var other = interval(otherStart, otherLength);
        var sharesADay = FIRST.datesUntil(FIRST.plusDays(40)).anyMatch(day -> one.contains(day) && other.contains(day));
        assertThat(one.overlaps(other)).isEqualTo(sharesADay).isEqualTo(other.overlaps(one));
    }

    @Property
    void anIntervalCoversAnotherExactlyWhenItHoldsAllItsDays(
        @ForAll @IntRange(max = 20) int start,
        @ForAll @IntRange(max = 9) int length,
        @ForAll @IntRange(max = 20) int otherStart,
        @ForAll @IntRange(max = 5) int otherLength
    ) {
        var one = interval(start, length);
        var other = interval(otherStart, otherLength);
        var holdsAll = FIRST.datesUntil(FIRST.plusDays(40)).filter(other::contains).allMatch(one::contains);
        assertThat(one.covers(other)).isEqualTo(holdsAll);
    }

    private static Interval interval(int start, int length) {
        return new Interval(FIRST.plusDays(start), FIRST.plusDays(start + length));
    }
}
