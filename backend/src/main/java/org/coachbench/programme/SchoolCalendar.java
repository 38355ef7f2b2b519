package org.coachbench.programme;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a school teaches: the years that it has set itself, and England's usual dates for all others. */
public final class SchoolCalendar {

    public static final SchoolCalendar USUAL = new SchoolCalendar(List.of());

    private final Map<Integer, SchoolYear> ownYears;

    public SchoolCalendar(Collection<SchoolYear> ownYears) {
        this.ownYears = ownYears.stream().collect(toUnmodifiableMap(SchoolYear::startsIn, identity()));
    }

    /** A week in which the school teaches, with the first and the last day of it that it does. */
    public record SchoolWeek(LocalDate monday, LocalDate firstDay, LocalDate lastDay) {}

    public SchoolYear year(int startsIn) {
        var own = ownYears.get(startsIn);
        return own == null ? SchoolYear.usualInEngland(startsIn) : own;
    }

    public boolean isOwn(int startsIn) {
        return ownYears.containsKey(startsIn);
    }

    public boolean isSchoolDay(LocalDate day) {
        return year(SchoolYear.of(day)).isSchoolDay(day);
    }

    /** The half-term that a day lies in; none in holidays. */
    public Optional<HalfTerm> halfTerm(LocalDate day) {
        return halfTerms(SchoolYear.of(day), SchoolYear.of(day))
            .filter(halfTerm -> halfTerm.contains(day))
            .findFirst();
    }

    /** The half-term of a day, or in holidays the one before. */
    public HalfTerm latestHalfTerm(LocalDate day) {
        return halfTerms(SchoolYear.of(day) - 1, SchoolYear.of(day))
            .filter(halfTerm -> !halfTerm.firstDay().isAfter(day))
            .reduce((_, later) -> later)
            .orElseThrow();
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
                var year = year(SchoolYear.of(monday));
                var days = Stream.iterate(monday, day -> day.plusDays(1))
                    .limit(7)
                    .filter(day ->
                        (SchoolYear.of(day) == year.startsIn() ? year : year(SchoolYear.of(day))).isSchoolDay(day)
                    )
                    .toList();
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
