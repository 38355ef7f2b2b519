package org.coachbench.programme;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.coachbench.people.Interval;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlan.PlannedEvent;
import org.coachbench.programme.ProgrammePlan.PlannedItem;
import org.coachbench.programme.ProgrammePlan.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due when, by calendar, start, schedule and breaks. */
class ProgrammePlanTests {

    private static final ProgrammePlanContent ECTS = content(SchoolRole.ECT);
    private static final ProgrammePlanContent MENTORS = content(SchoolRole.MENTOR);
    private static final ProgrammePlan SEPTEMBER = ProgrammePlan.of(
        ECTS,
        new ProgrammeTime(LocalDate.of(2026, 9, 1), Schedule.TWO_YEARS, null, List.of()),
        SchoolCalendar.USUAL
    );

    private static ProgrammePlanContent content(SchoolRole role) {
        try {
            return new ProgrammePlanFile().of(role);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "orientation_1, Autumn 1, 2026-09-02, 2026-09-11",
        "module_positive-classroom-culture, Autumn 1, 2026-09-14, 2026-09-25",
        "module_expectations-and-routines, Autumn 1, 2026-09-28, 2026-10-09",
        "module_disruption-consistency-and-relationships, Autumn 1, 2026-10-12, 2026-10-23",
        "module_curriculum-intent, Autumn 2, 2026-11-02, 2026-11-13",
        "module_identifying-and-sequencing-knowledge, Autumn 2, 2026-11-16, 2026-11-27",
        "retrieval_1, Autumn 2, 2026-11-16, 2026-11-27",
        "module_prior-knowledge, Spring 1, 2027-01-04, 2027-01-08",
        "module_explanations, Spring 1, 2027-01-11, 2027-01-22",
        "module_social-and-emotional-learning, Summer 1, 2027-04-12, 2027-04-23",
        "orientation_4, Autumn 1, 2027-09-02, 2027-09-10",
        "module_improving-practice-sustain, Summer 2, 2028-07-03, 2028-07-14",
    })
    void anEctOfSeptemberStudiesInTheWeeksOfTheTerm(String id, String halfTerm, LocalDate from, LocalDate dueBy) {
        var window = item(SEPTEMBER, id);
        assertThat(window).isNotNull();
        assertThat(window.halfTerm().name()).isEqualTo(halfTerm);
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.dueBy()).isEqualTo(dueBy);
    }

    @ParameterizedTest
    @CsvSource({
        "conference-1, 2026-09-02, Autumn 1",
        "clinic-1, 2026-11-02, Autumn 2",
        "conference-2, 2027-01-04, Spring 1",
        "clinic-2, 2027-02-22, Spring 2",
        "clinic-3, 2027-06-07, Summer 2",
        "conference-3, 2027-09-02, Autumn 1",
        "clinic-4, 2027-11-01, Autumn 2",
        "clinic-5, 2028-02-28, Spring 2",
        "clinic-6, 2028-06-05, Summer 2",
    })
    void anEctOfSeptemberHasNineEventsInTheirHalfTerms(String id, LocalDate from, String halfTerm) {
        var window = event(SEPTEMBER, id);
        assertThat(window).isNotNull();
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.halfTerm().name()).isEqualTo(halfTerm);
        assertThat(SEPTEMBER.events()).hasSize(9);
    }

    @Test
    void aYearAsksForTheEventsThatAreExpectedOfEveryEct() {
        assertThat(count(ECTS, 1, TrainingEventKind.CONFERENCE)).isEqualTo(2);
        assertThat(count(ECTS, 1, TrainingEventKind.CLINIC)).isEqualTo(3);
        assertThat(count(ECTS, 2, TrainingEventKind.CONFERENCE)).isEqualTo(1);
        assertThat(count(ECTS, 2, TrainingEventKind.CLINIC)).isEqualTo(3);
        assertThat(count(MENTORS, 1, TrainingEventKind.CONFERENCE)).isEqualTo(2);
        assertThat(count(MENTORS, 1, TrainingEventKind.CLINIC)).isEqualTo(1);
    }

    @Test
    void themesOfThreeYearsTakeThreeHalfTermsEach() {
        var time = new ProgrammeTime(LocalDate.of(2026, 9, 1), Schedule.THREE_YEARS, null, List.of());
        var plan = ProgrammePlan.of(ECTS, time, SchoolCalendar.USUAL);
        assertThat(item(plan, "module_prior-knowledge"))
            .extracting(Window::from)
            .isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(item(plan, "orientation_4"))
            .extracting(Window::from)
            .isEqualTo(LocalDate.of(2028, 2, 28));
        assertThat(event(plan, "clinic-6"))
            .extracting(Window::from)
            .isEqualTo(LocalDate.of(2029, 6, 4));
    }

    @Test
    void aStartInTheMiddleOfATermMovesTheThemesToTheFollowingHalfTerms() {
        var time = new ProgrammeTime(LocalDate.of(2027, 1, 4), Schedule.TWO_YEARS, null, List.of());
        var plan = ProgrammePlan.of(ECTS, time, SchoolCalendar.USUAL);
        assertThat(item(plan, "orientation_1"))
            .extracting(Window::from)
            .isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(item(plan, "module_prior-knowledge"))
            .extracting(Window::from)
            .isEqualTo(LocalDate.of(2027, 4, 12));
    }

    @Test
    void whatFollowsABreakWithoutAnEndHasNoTimeYetAndWhatWasBeforeItKeepsIts() {
        var open = new Interval(LocalDate.of(2026, 11, 9), null);
        var time = new ProgrammeTime(LocalDate.of(2026, 9, 1), Schedule.TWO_YEARS, null, List.of(open));
        var plan = ProgrammePlan.of(ECTS, time, SchoolCalendar.USUAL);
        for (var planned : plan.items()) {
            var usual = Objects.requireNonNull(item(SEPTEMBER, planned.item().id()));
            assertThat(planned.window()).isEqualTo(usual.from().isBefore(open.startedOn()) ? usual : null);
        }
    }

    @Test
    void aMentorStudiesAtAnyTimeOfTheTrainingYear() {
        var end = LocalDate.of(2027, 8, 31);
        var time = new ProgrammeTime(LocalDate.of(2026, 9, 1), Schedule.PERSONALISED, end, List.of());
        var plan = ProgrammePlan.of(MENTORS, time, SchoolCalendar.USUAL);
        assertThat(plan.items())
            .hasSize(12)
            .allSatisfy(planned -> {
                assertThat(planned.window()).isNotNull();
                assertThat(planned.window().from()).isEqualTo(LocalDate.of(2026, 9, 2));
                assertThat(planned.window().dueBy()).isEqualTo(LocalDate.of(2027, 7, 21));
            });
        assertThat(event(plan, "mentor-clinic-1"))
            .extracting(window -> window.halfTerm().name())
            .isEqualTo("Summer 1");
    }

    @Test
    void theItemOfADayIsTheOneThatBeganLast() {
        assertThat(SEPTEMBER.itemOn(LocalDate.of(2026, 8, 31))).isEmpty();
        assertThat(SEPTEMBER.itemOn(LocalDate.of(2026, 9, 14)))
            .map(planned -> planned.item().title())
            .hasValue("Positive classroom culture");
        assertThat(SEPTEMBER.itemOn(LocalDate.of(2026, 12, 18)))
            .map(planned -> planned.item().title())
            .hasValue("Identifying and sequencing knowledge");
    }

    @Property(tries = 300)
    void everythingHasItsTimeOnceInOrderOutsideBreaksAndBeforeTheEnd(
        @ForAll("times") ProgrammeTime time,
        @ForAll("calendars") SchoolCalendar calendar
    ) {
        var plan = ProgrammePlan.of(ECTS, time, calendar);
        assertThat(plan.items())
            .extracting(planned -> planned.item().id())
            .containsExactlyElementsOf(
                ECTS.themes()
                    .stream()
                    .flatMap(theme -> theme.items().stream())
                    .map(SelfStudyItem::id)
                    .toList()
            );
        assertThat(plan.events()).extracting(PlannedEvent::entry).containsExactlyElementsOf(ECTS.events());
        var hasWeeks = calendar
            .weeks(time.startedOn(), time.endsOn())
            .stream()
            .anyMatch(week -> time.covers(week.firstDay(), week.lastDay()));
        var items = plan.items().stream().map(PlannedItem::window).toList();
        var events = plan.events().stream().map(PlannedEvent::window).toList();
        assertThat(Stream.concat(items.stream(), events.stream()).allMatch(Objects::nonNull)).isEqualTo(hasWeeks);
        for (var windows : List.of(items, events)) {
            var known = windows.stream().filter(Objects::nonNull).toList();
            assertThat(known).isSortedAccordingTo(Comparator.comparing(Window::from));
            assertThat(known).isSortedAccordingTo(Comparator.comparing(Window::dueBy));
            assertThat(known).allSatisfy(window -> {
                assertThat(window.from()).isAfterOrEqualTo(time.startedOn()).isBeforeOrEqualTo(window.dueBy());
                assertThat(window.dueBy()).isBeforeOrEqualTo(time.endsOn());
                assertThat(calendar.isSchoolDay(window.from())).isTrue();
                assertThat(calendar.isSchoolDay(window.dueBy())).isTrue();
                assertThat(time.isPausedOn(window.from())).isFalse();
                assertThat(time.isPausedOn(window.dueBy())).isFalse();
            });
        }
    }

    @Property(tries = 100)
    void aBreakDoesNotMoveTheTermsBeforeItsOwn(@ForAll @IntRange(min = 100, max = 600) int begins) {
        var start = LocalDate.of(2026, 9, 1);
        var pause = new Interval(start.plusDays(begins), start.plusDays(begins + 90L));
        var time = new ProgrammeTime(start, Schedule.TWO_YEARS, null, List.of(pause));
        var plan = ProgrammePlan.of(ECTS, time, SchoolCalendar.USUAL);
        var year = SchoolYear.of(pause.startedOn());
        var halfTermOfBreak = SchoolCalendar.USUAL.halfTerms(year - 1, year)
            .map(HalfTerm::firstDay)
            .filter(day -> !day.isAfter(pause.startedOn()))
            .max(LocalDate::compareTo)
            .orElseThrow();
        var themeOfBreak = SEPTEMBER.items()
            .stream()
            .filter(planned -> Objects.requireNonNull(planned.window()).from().isBefore(halfTermOfBreak))
            .mapToInt(planned -> planned.theme().number())
            .max()
            .orElseThrow();
        assertThat(plan.items())
            .filteredOn(planned -> planned.theme().number() < themeOfBreak)
            .allSatisfy(planned -> assertThat(planned.window()).isEqualTo(item(SEPTEMBER, planned.item().id())));
    }

    @Provide
    Arbitrary<ProgrammeTime> times() {
        var start = LocalDate.of(2025, 9, 1);
        var starts = Arbitraries.integers()
            .between(0, 400)
            .map(days -> start.plusDays(days));
        var schedules = Arbitraries.of(Schedule.class);
        var lengths = Arbitraries.integers().between(0, 1300);
        var breaks = Arbitraries.integers().between(0, 900).list().ofMaxSize(2);
        var breakLengths = Arbitraries.integers().between(0, 400);
        return Combinators.combine(starts, schedules, lengths, breaks, breakLengths).as(
            (first, schedule, length, begins, breakLength) -> {
                var pauses = new ArrayList<Interval>();
                for (int begin : begins) {
                    var pause = new Interval(first.plusDays(begin), first.plusDays(begin + breakLength));
                    if (pauses.stream().noneMatch(pause::overlaps)) {
                        pauses.add(pause);
                    }
                }
                var end = schedule == Schedule.PERSONALISED || length % 3 == 0 ? first.plusDays(length) : null;
                return new ProgrammeTime(first, schedule, end, pauses);
            }
        );
    }

    /** Half-terms of any length with holidays of any length between them, and days on which the school is closed. */
    @Provide
    Arbitrary<SchoolCalendar> calendars() {
        var lengths = Arbitraries.integers().between(1, 60).list().ofSize(6);
        var holidays = Arbitraries.integers().between(1, 20).list().ofSize(6);
        var closed = Arbitraries.integers().between(0, 330).list().ofMaxSize(20);
        return Combinators.combine(lengths, holidays, closed).as((teaching, free, closedDays) ->
            new SchoolCalendar(
                Stream.of(2025, 2026, 2027)
                    .map(year -> schoolYear(year, teaching, free, closedDays))
                    .toList()
            )
        );
    }

    private static SchoolYear schoolYear(
        int year,
        List<Integer> lengths,
        List<Integer> holidays,
        List<Integer> closed
    ) {
        var september = LocalDate.of(year, 9, 1);
        var day = september;
        var end = LocalDate.of(year + 1, 8, 31);
        var halfTerms = new ArrayList<HalfTerm>();
        for (int i = 0; i < lengths.size() && day.isBefore(end); i++) {
            var last = day.plusDays(lengths.get(i) - 1);
            halfTerms.add(new HalfTerm("Half-term " + i, day, last.isAfter(end) ? end : last));
            day = last.plusDays(holidays.get(i) + 1L);
        }
        var closedDays = closed
            .stream()
            .map(days -> september.plusDays(days))
            .collect(toSet());
        return new SchoolYear(year, halfTerms, Set.copyOf(closedDays));
    }

    private static long count(ProgrammePlanContent content, int year, TrainingEventKind kind) {
        return content
            .events()
            .stream()
            .filter(event -> event.year() == year && event.kind() == kind)
            .count();
    }

    private static @Nullable Window item(ProgrammePlan plan, String id) {
        return plan
            .items()
            .stream()
            .filter(planned -> planned.item().id().equals(id))
            .findFirst()
            .orElseThrow()
            .window();
    }

    private static @Nullable Window event(ProgrammePlan plan, String id) {
        return plan
            .events()
            .stream()
            .filter(planned -> planned.entry().id().equals(id))
            .findFirst()
            .orElseThrow()
            .window();
    }
}
