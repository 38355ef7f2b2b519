package org.coachbench.programme;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toConcurrentMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a school teaches: the years that it has set itself, and England's usual dates for all others. */
public final class SchoolCalendar {

    public static final SchoolCalendar USUAL = new SchoolCalendar(List.of());

    private final Set<Integer> ownYears;
    /** The school's own and, once they were asked for, the usual ones. */
    private final Map<Integer, SchoolYear> years;

    public SchoolCalendar(Collection<SchoolYear> ownYears) {
        this.ownYears = ownYears.stream().map(SchoolYear::startsIn).collect(toUnmodifiableSet());
        years = ownYears.stream().collect(toConcurrentMap(SchoolYear::startsIn, identity()));
    }

    /** A week in which the school teaches, with the first and the last day of it that it does. */
    public record SchoolWeek(LocalDate monday, LocalDate firstDay, LocalDate lastDay) {}

    public SchoolYear year(int startsIn) {
        return years.computeIfAbsent(startsIn, SchoolYear::usualInEngland);
    }

    public boolean isOwn(int startsIn) {
        return ownYears.contains(startsIn);
    }

    public boolean isSchoolDay(LocalDate day) {
        var year = SchoolYear.of(day);
        return year(year).isSchoolDay(day) || (mayBeOfTheNext(day) && year(year + 1).isSchoolDay(day));
    }

    /** Some schools begin in the last days of August. */
    private static boolean mayBeOfTheNext(LocalDate day) {
        return day.getMonth() == Month.AUGUST;
    }

    /** The half-term that a day lies in; none in holidays. */
    public Optional<HalfTerm> halfTerm(LocalDate day) {
        var year = SchoolYear.of(day);
        return halfTerms(year, mayBeOfTheNext(day) ? year + 1 : year)
            .filter(halfTerm -> halfTerm.contains(day))
            .findFirst();
    }

    public Stream<HalfTerm> halfTerms(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
            .mapToObj(this::year)
            .flatMap(year -> year.halfTerms().stream());
    }

    /** The school weeks that touch a stretch of days, in order; weeks without a school day are left out. */
    public List<SchoolWeek> weeks(LocalDate from, LocalDate to) {
        return Stream.iterate(monday(from), monday -> !monday.isAfter(to), monday -> monday.plusWeeks(1))
            .flatMap(monday -> {
                var days = monday.datesUntil(monday.plusWeeks(1)).filter(this::isSchoolDay).toList();
                return days.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new SchoolWeek(monday, days.getFirst(), days.getLast()));
            })
            .toList();
    }

    /** The school day that lies so many after another day (before it, when negative). */
    public LocalDate schoolDaysFrom(LocalDate day, int count) {
        var found = day;
        for (int left = Math.abs(count); left > 0; ) {
            found = found.plusDays(Integer.signum(count));
            if (isSchoolDay(found)) {
                left--;
            }
        }
        return found;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(previousOrSame(MONDAY));
    }
}
