package org.coachbench.programme;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/** The teaching days of a school from one September to the next summer. */
public record SchoolYear(int startsIn, List<HalfTerm> halfTerms, Set<LocalDate> closedDays) {
    public SchoolYear {
        halfTerms = List.copyOf(halfTerms);
        closedDays = Set.copyOf(closedDays);
    }

    /** The year that a day belongs to, named by the year of its September; August belongs to the year that ends. */
    public static int of(LocalDate day) {
        return day.getMonth().compareTo(SEPTEMBER) < 0 ? day.getYear() - 1 : day.getYear();
    }

    /**
     * England's usual dates: a week off at the end of October, in the middle of February and at the end of May, two
     * weeks around Christmas and two from about the first of April. Councils and schools differ by some days.
     */
    public static SchoolYear usualInEngland(int startsIn) {
        var next = startsIn + 1;
        var october = LocalDate.of(startsIn, OCTOBER, 1).with(lastInMonth(MONDAY));
        var christmas = LocalDate.of(startsIn, DECEMBER, 20).with(previousOrSame(FRIDAY));
        var february = LocalDate.of(next, Month.FEBRUARY, 1).with(dayOfWeekInMonth(3, MONDAY));
        var april = LocalDate.of(next, MARCH, 29).with(nextOrSame(MONDAY));
        var may = LocalDate.of(next, MAY, 1).with(lastInMonth(MONDAY));
        var easter = easter(next);
        return new SchoolYear(
            startsIn,
            List.of(
                new HalfTerm("Autumn 1", weekday(LocalDate.of(startsIn, SEPTEMBER, 2)), friday(october)),
                new HalfTerm("Autumn 2", october.plusWeeks(1), christmas),
                new HalfTerm("Spring 1", weekday(LocalDate.of(next, JANUARY, 4)), friday(february)),
                new HalfTerm("Spring 2", february.plusWeeks(1), friday(april)),
                new HalfTerm("Summer 1", april.plusWeeks(2), friday(may)),
                new HalfTerm("Summer 2", may.plusWeeks(1), LocalDate.of(next, JULY, 21))
            ),
            Set.of(easter.minusDays(2), easter.plusDays(1), LocalDate.of(next, MAY, 1).with(firstInMonth(MONDAY)))
        );
    }

    public boolean isSchoolDay(LocalDate day) {
        return (
            !isWeekend(day) &&
            !closedDays.contains(day) &&
            halfTerms.stream().anyMatch(halfTerm -> halfTerm.contains(day))
        );
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate friday(LocalDate mondayAfter) {
        return mondayAfter.minusDays(3);
    }

    private static LocalDate weekday(LocalDate day) {
        return isWeekend(day) ? day.with(nextOrSame(MONDAY)) : day;
    }

    /** Easter Sunday, by the computation of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - (inCentury % 4)) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int number = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, number / 31, (number % 31) + 1);
    }
}
