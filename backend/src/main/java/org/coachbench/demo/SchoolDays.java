package org.coachbench.demo;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** The school days of England's six half-terms, near enough for a demo: dates differ between councils. */
final class SchoolDays {

    private static final MonthDay SUMMER = MonthDay.of(7, 22);
    private static final MonthDay AUTUMN_TERM = MonthDay.of(9, 2);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 20);
    private static final MonthDay SPRING_TERM = MonthDay.of(1, 4);

    private SchoolDays() {}

    /** The school day that lies so many before a day; 1 for the last one before it. */
    static LocalDate before(LocalDate day, int count) {
        return walk(day, count, -1);
    }

    static LocalDate after(LocalDate day, int count) {
        return walk(day, count, 1);
    }

    private static LocalDate walk(LocalDate from, int count, int step) {
        var day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            if (isSchoolDay(day)) {
                left--;
            }
        }
        return day;
    }

    static boolean isSchoolDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        var date = MonthDay.from(day);
        var summer = !date.isBefore(SUMMER) && date.isBefore(AUTUMN_TERM);
        var christmas = !date.isBefore(CHRISTMAS) || date.isBefore(SPRING_TERM);
        var mayDay = day.with(Month.MAY).with(firstInMonth(MONDAY));
        return (
            summer ||
            christmas ||
            day.equals(mayDay) ||
            isInWeeks(1, day.withDayOfMonth(1).with(Month.OCTOBER).with(lastInMonth(MONDAY)), day) ||
            isInWeeks(1, day.withDayOfMonth(1).with(Month.FEBRUARY).with(dayOfWeekInMonth(3, MONDAY)), day) ||
            isInWeeks(2, LocalDate.of(day.getYear(), Month.MARCH, 29).with(nextOrSame(MONDAY)), day) ||
            isInWeeks(1, day.withDayOfMonth(1).with(Month.MAY).with(lastInMonth(MONDAY)), day)
        );
    }

    private static boolean isInWeeks(int weeks, LocalDate monday, LocalDate day) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(weeks));
    }
}
