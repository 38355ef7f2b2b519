package org.coachbench.programme;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coachbench.people.Interval;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.coachbench.programme.SchoolCalendar.SchoolWeek;

/** What holds of cadence whatever the calendar, the start, the schedule, the breaks, the policy and the meetings. */
class CadenceProperties {

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final int DAYS = 1_000;

    record Case(
        SchoolCalendar calendar,
        ProgrammeTime time,
        RhythmPolicy policy,
        List<Meeting> meetings,
        LocalDate today
    ) {
        Cadence cadence() {
            return Cadence.on(today, time, policy, calendar, meetings);
        }

        Case with(List<Meeting> others) {
            return new Case(calendar, time, policy, others, today);
        }

        Case with(RhythmPolicy other) {
            return new Case(calendar, time, other, meetings, today);
        }
    }

    @Property
    void whatIsDueIsDueOnASchoolDayOfTheProgrammeThatIsNotOver(@ForAll("cases") Case any) {
        var cadence = any.cadence();
        if (cadence.dueBy() != null) {
            assertThat(any.calendar().isSchoolDay(cadence.dueBy())).isTrue();
            assertThat(cadence.dueBy()).isBetween(any.time().startedOn(), any.time().endsOn());
            assertThat(cadence.dueBy()).isAfterOrEqualTo(any.today());
        }
    }

    @Property
    void whoIsOverdueMissedAMeetingInASchoolWeekThatIsOver(@ForAll("cases") Case any) {
        var cadence = any.cadence();
        assertThat(cadence.overdueSince() != null).isEqualTo(cadence.state() == CadenceState.OVERDUE);
        if (cadence.overdueSince() != null) {
            assertThat(any.calendar().isSchoolDay(cadence.overdueSince())).isTrue();
            assertThat(cadence.overdueSince()).isBefore(any.today());
            assertThat(cadence.weeks()).extracting(CadenceWeek::state).contains(WeekState.MISSED);
        }
    }

    @Property
    void coachingInEverySchoolWeekIsOnTrackUnderAnyRule(@ForAll("cases") Case any) {
        var weeks = any.calendar().weeks(FIRST, any.today());
        var everyWeek = weeks
            .stream()
            .map(week -> new Meeting(week.firstDay(), MeetingKind.INSTRUCTIONAL_COACHING))
            .toList();
        var state = any.with(everyWeek).cadence().state();
        assertThat(state).isNotEqualTo(CadenceState.OVERDUE);
        if (weeks.isEmpty() || !weeks.getLast().firstDay().isAfter(any.today())) {
            assertThat(state).isNotEqualTo(CadenceState.DUE);
        }
    }

    @Property
    void oneMoreCoachingMeetingNeverMakesItWorse(@ForAll("cases") Case any, @ForAll("days") LocalDate more) {
        var meetings = new ArrayList<>(any.meetings());
        meetings.add(new Meeting(more, MeetingKind.INSTRUCTIONAL_COACHING));
        var before = any.cadence();
        var after = any.with(meetings).cadence();
        if (before.state() != CadenceState.OVERDUE) {
            assertThat(after.state()).isNotEqualTo(CadenceState.OVERDUE);
        }
        assertThat(missed(after)).isLessThanOrEqualTo(missed(before));
    }

    @Property
    void aBreakAsksForNothing(@ForAll("cases") Case any) {
        var cadence = any.cadence();
        if (any.time().isPausedOn(any.today()) && !any.today().isBefore(any.time().startedOn())) {
            assertThat(cadence.state()).isEqualTo(CadenceState.PAUSED);
        }
        for (var week : cadence.weeks()) {
            if (
                any
                    .time()
                    .breaks()
                    .stream()
                    .anyMatch(pause -> pause.covers(new Interval(week.monday(), week.monday().plusDays(6))))
            ) {
                assertThat(week.state()).isNotIn(WeekState.MISSED, WeekState.DUE, WeekState.NOT_DUE);
            }
        }
    }

    @Property
    void holidaysAreNoWeeks(@ForAll("cases") Case any) {
        var mondays = any
            .calendar()
            .weeks(any.time().startedOn(), any.today())
            .stream()
            .map(SchoolWeek::monday)
            .toList();
        assertThat(mondays).containsAll(any.cadence().weeks().stream().map(CadenceWeek::monday).toList());
    }

    @Property
    void aChangeOfPolicyChangesNothingBeforeItsDate(
        @ForAll("cases") Case any,
        @ForAll("days") LocalDate from,
        @ForAll boolean pastoral
    ) {
        var choices = new ArrayList<>(any.policy().schoolChoices());
        choices.removeIf(choice -> choice.from().equals(from));
        choices.add(new PastoralChoice(from, pastoral));
        var before = any.cadence().weeks();
        var after = any.with(new RhythmPolicy(choices, any.policy().ownChoices())).cadence().weeks();
        var unchanged = (int) before
            .stream()
            .filter(week -> week.monday().plusDays(6).isBefore(from))
            .count();
        assertThat(after.subList(0, unchanged)).isEqualTo(before.subList(0, unchanged));
    }

    @Property
    void theFutureHasNoPart(@ForAll("cases") Case any) {
        var sofar = any
            .meetings()
            .stream()
            .filter(meeting -> !meeting.on().isAfter(any.today()))
            .toList();
        assertThat(any.with(sofar).cadence()).isEqualTo(any.cadence());
    }

    private static long missed(Cadence cadence) {
        return cadence
            .weeks()
            .stream()
            .filter(week -> week.state() == WeekState.MISSED)
            .count();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Case> cases() {
        var policies = Combinators.combine(days(), Arbitraries.of(true, false))
            .as(PastoralChoice::new)
            .list()
            .ofMaxSize(3)
            .uniqueElements(PastoralChoice::from)
            .map(choices -> new RhythmPolicy(choices, List.of()));
        var meetings = Combinators.combine(days(), Arbitraries.of(MeetingKind.class))
            .as(Meeting::new)
            .list()
            .ofMaxSize(60);
        return Combinators.combine(calendars(), times(), policies, meetings, days()).as(Case::new);
    }

    private Arbitrary<ProgrammeTime> times() {
        var breaks = Combinators.combine(days(), Arbitraries.integers().between(0, 200))
            .as((from, length) -> new Interval(from, from.plusDays(length)))
            .list()
            .ofMaxSize(2)
            .filter(list -> list.size() < 2 || !list.get(0).overlaps(list.get(1)));
        return Combinators.combine(
            days(),
            Arbitraries.of(Schedule.class),
            Arbitraries.integers().between(30, 900),
            breaks
        ).as((start, schedule, length, pauses) ->
            new ProgrammeTime(
                start,
                schedule,
                schedule == Schedule.PERSONALISED ? start.plusDays(length) : null,
                pauses
            )
        );
    }

    /** England's usual years, each half-term begun and ended some days off, with some days closed. */
    private Arbitrary<SchoolCalendar> calendars() {
        return Combinators.combine(
            Arbitraries.integers().between(0, 4).list().ofSize(48),
            Arbitraries.integers().between(0, 300).set().ofMaxSize(10)
        ).as((shifts, closed) ->
            new SchoolCalendar(
                IntStream.range(0, 4)
                    .mapToObj(i ->
                        shifted(SchoolYear.usualInEngland(2024 + i), shifts.subList(12 * i, 12 * i + 12), closed)
                    )
                    .toList()
            )
        );
    }

    private static SchoolYear shifted(SchoolYear usual, List<Integer> shifts, Set<Integer> closed) {
        var halfTerms = IntStream.range(0, 6)
            .mapToObj(i -> {
                var halfTerm = usual.halfTerms().get(i);
                return new HalfTerm(
                    halfTerm.name(),
                    halfTerm.firstDay().plusDays(shifts.get(2 * i)),
                    halfTerm.lastDay().minusDays(shifts.get(2 * i + 1))
                );
            })
            .toList();
        return new SchoolYear(
            usual.startsIn(),
            halfTerms,
            closed
                .stream()
                .map(day -> LocalDate.of(usual.startsIn(), 9, 1).plusDays(day))
                .collect(toSet())
        );
    }
}
