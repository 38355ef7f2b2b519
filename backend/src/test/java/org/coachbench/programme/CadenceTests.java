package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.programme.CadenceState.DUE;
import static org.coachbench.programme.CadenceState.FINISHED;
import static org.coachbench.programme.CadenceState.NOT_STARTED;
import static org.coachbench.programme.CadenceState.ON_TRACK;
import static org.coachbench.programme.CadenceState.OVERDUE;
import static org.coachbench.programme.CadenceState.PAUSED;
import static org.coachbench.programme.MeetingKind.INSTRUCTIONAL_COACHING;
import static org.coachbench.programme.MeetingKind.PASTORAL;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.coachbench.people.Interval;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.coachbench.programme.RhythmPolicy.RhythmChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of the programme, against England's usual dates: autumn 2026 is 2 September to 23 October and 2 November
 * to 18 December.
 */
class CadenceTests {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final ProgrammeTime TWO_YEARS = new ProgrammeTime(START, Schedule.TWO_YEARS, null, List.of());
    private static final RhythmPolicy PASTORAL_MEETINGS = new RhythmPolicy(
        List.of(new PastoralChoice(START, true)),
        List.of()
    );

    @ParameterizedTest(name = "{0}: meetings {1} on {2}")
    @CsvSource(
        nullValues = "-",
        textBlock = """
        # the half-term of six weeks: coaching, either, coaching, either, coaching, either
        week 1 asks for coaching,                 -,                               2026-11-02, DUE,      INSTRUCTIONAL_COACHING, 2026-11-06
        week 1 done,                              C 2026-11-03,                    2026-11-05, ON_TRACK, -, 2026-11-13
        week 2 may be pastoral,                   C 2026-11-03,                    2026-11-09, DUE,      -, 2026-11-13
        week 2 was pastoral,                      C 2026-11-03 P 2026-11-10,       2026-11-12, ON_TRACK, INSTRUCTIONAL_COACHING, 2026-11-20
        week 3 asks for coaching,                 C 2026-11-03 P 2026-11-10,       2026-11-16, DUE,      INSTRUCTIONAL_COACHING, 2026-11-20
        pastoral does not do in week 3,           C 2026-11-03 P 2026-11-10 P 2026-11-17, 2026-11-19, DUE, INSTRUCTIONAL_COACHING, 2026-11-20
        week 3 ended without coaching,            C 2026-11-03 P 2026-11-10 P 2026-11-17, 2026-11-21, OVERDUE, INSTRUCTIONAL_COACHING, 2026-11-27
        week 4 makes up for it,                   C 2026-11-03 P 2026-11-10 P 2026-11-17 C 2026-11-25, 2026-11-26, ON_TRACK, -, 2026-12-04
        week 4 may be pastoral,                   C 2026-11-03 P 2026-11-10 C 2026-11-17, 2026-11-23, DUE, -, 2026-11-27
        after week 6 the next is after Christmas, C 2026-12-08 P 2026-12-15,       2026-12-21, ON_TRACK, INSTRUCTIONAL_COACHING, 2027-01-08
        """
    )
    void aHalfTermWithPastoralMeetings(
        String name,
        @Nullable String meetings,
        LocalDate today,
        CadenceState state,
        @Nullable MeetingKind due,
        LocalDate dueBy
    ) {
        var time = new ProgrammeTime(
            LocalDate.of(2026, 11, name.startsWith("after") ? 30 : 2),
            Schedule.TWO_YEARS,
            null,
            List.of()
        );
        var cadence = Cadence.on(today, time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, parsed(meetings));
        assertThat(cadence.state()).as(name).isEqualTo(state);
        assertThat(cadence.due()).as(name).isEqualTo(due);
        assertThat(cadence.dueBy()).as(name).isEqualTo(dueBy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        nullValues = "-",
        textBlock = """
        a week is done,                       C 2026-09-04, 2026-09-05, ON_TRACK, 2026-09-11
        Monday of the next,                   C 2026-09-04, 2026-09-07, DUE,      2026-09-11
        its last school day,                  C 2026-09-04, 2026-09-11, DUE,      2026-09-11
        the Saturday after it,                C 2026-09-04, 2026-09-12, OVERDUE,  2026-09-18
        a pastoral meeting does not count,    C 2026-09-04 P 2026-09-09, 2026-09-12, OVERDUE, 2026-09-18
        in the half-term holiday,             C 2026-10-21, 2026-10-28, ON_TRACK, 2026-11-06
        missed before the holiday,            C 2026-10-14, 2026-10-28, OVERDUE,  2026-11-06
        the first week asks already,          -,            2026-09-03, DUE,      2026-09-04
        """
    )
    void yearOneWithoutPastoralMeetings(
        String name,
        @Nullable String meetings,
        LocalDate today,
        CadenceState state,
        LocalDate dueBy
    ) {
        var weekly = new ArrayList<>(parsed(meetings));
        // Up to the first one told of they met every week.
        if (!weekly.isEmpty()) {
            for (var day = weekly.getFirst().on().minusWeeks(1); !day.isBefore(START); day = day.minusWeeks(1)) {
                weekly.add(new Meeting(day, INSTRUCTIONAL_COACHING));
            }
        }
        var cadence = Cadence.on(today, TWO_YEARS, RhythmPolicy.WITHOUT_CHOICES, SchoolCalendar.USUAL, weekly);
        assertThat(cadence.state()).isEqualTo(state);
        assertThat(cadence.dueBy()).isEqualTo(dueBy);
        assertThat(cadence.why()).startsWith(
            "Year 1, no pastoral meetings at the school: instructional coaching every"
        );
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        textBlock = """
        the fortnight is not over,          2027-09-15, ON_TRACK, 2027-09-24
        the second week without coaching,   2027-09-20, DUE,      2027-09-24
        the third,                          2027-09-27, OVERDUE,  2027-10-01
        """
    )
    void yearTwoIsFortnightly(String name, LocalDate today, CadenceState state, LocalDate dueBy) {
        var meetings = weekly(START, LocalDate.of(2027, 9, 10));
        var cadence = Cadence.on(today, TWO_YEARS, PASTORAL_MEETINGS, SchoolCalendar.USUAL, meetings);
        assertThat(cadence.state()).as(name).isEqualTo(state);
        assertThat(cadence.dueBy()).isEqualTo(dueBy);
        assertThat(cadence.why()).isEqualTo("Year 2: instructional coaching at least in every other school week.");
    }

    @Test
    void threeYearsAreWeeklyUntilHalfwayAndFortnightlyAfter() {
        var time = new ProgrammeTime(START, Schedule.THREE_YEARS, null, List.of());
        assertThat(why(time, LocalDate.of(2028, 2, 9))).startsWith("First half of the programme");
        assertThat(why(time, LocalDate.of(2028, 3, 6))).startsWith(
            "Second half of the programme: instructional coaching at"
        );
        assertThat(time.endsOn()).isEqualTo(LocalDate.of(2029, 8, 31));
    }

    @Test
    void partTimeOnAPersonalisedScheduleIsWeeklyUntilHalfway() {
        var time = new ProgrammeTime(START, Schedule.PERSONALISED, LocalDate.of(2030, 8, 31), List.of());
        assertThat(why(time, LocalDate.of(2028, 7, 3))).startsWith("First half of the programme");
        assertThat(why(time, LocalDate.of(2028, 9, 11))).startsWith("Second half of the programme");
    }

    @Test
    void whatWasAgreedForAnEctAloneGoesBefore() {
        var policy = new RhythmPolicy(
            List.of(),
            List.of(
                new RhythmChoice(LocalDate.of(2026, 11, 2), MeetingRhythm.FORTNIGHTLY_COACHING),
                new RhythmChoice(LocalDate.of(2027, 1, 4), null)
            )
        );
        assertThat(why(TWO_YEARS, policy, LocalDate.of(2026, 10, 19))).startsWith("Year 1");
        assertThat(why(TWO_YEARS, policy, LocalDate.of(2026, 11, 9))).startsWith("Agreed for this ECT: instructional");
        assertThat(why(TWO_YEARS, policy, LocalDate.of(2027, 1, 11))).startsWith("Year 1");
    }

    @Test
    void whoStartsInTheMiddleOfAWeekIsAskedFromTheNextOn() {
        var time = new ProgrammeTime(LocalDate.of(2027, 1, 13), Schedule.TWO_YEARS, null, List.of());
        var before = Cadence.on(LocalDate.of(2027, 1, 12), time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, List.of());
        assertThat(before.state()).isEqualTo(NOT_STARTED);
        assertThat(before.dueBy()).isNull();
        var first = Cadence.on(LocalDate.of(2027, 1, 14), time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, List.of());
        assertThat(first.state()).isEqualTo(ON_TRACK);
        assertThat(first.dueBy()).isEqualTo(LocalDate.of(2027, 1, 22));
        // Their second year begins in January too.
        assertThat(time.yearOn(LocalDate.of(2028, 1, 12))).isEqualTo(1);
        assertThat(time.yearOn(LocalDate.of(2028, 1, 13))).isEqualTo(2);
    }

    @Test
    void aBreakAsksForNothingAndMovesTheEnd() {
        var pause = new Interval(LocalDate.of(2026, 11, 9), LocalDate.of(2027, 2, 28));
        var time = new ProgrammeTime(START, Schedule.TWO_YEARS, null, List.of(pause));
        var meetings = weekly(START, LocalDate.of(2026, 10, 16));
        var on = Cadence.on(LocalDate.of(2026, 12, 1), time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, meetings);
        assertThat(on.state()).isEqualTo(PAUSED);
        assertThat(on.overdueSince()).isNull();
        // What was missed before it is not held against anybody after it.
        var back = Cadence.on(LocalDate.of(2027, 3, 2), time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, meetings);
        assertThat(back.state()).isEqualTo(DUE);
        assertThat(back.dueBy()).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(time.endsOn()).isEqualTo(LocalDate.of(2028, 8, 31).plusDays(112));
        assertThat(time.yearOn(LocalDate.of(2027, 12, 21))).isEqualTo(1);
        assertThat(time.yearOn(LocalDate.of(2027, 12, 22))).isEqualTo(2);
    }

    @Test
    void anOpenBreakLastsUntilItIsEnded() {
        var time = new ProgrammeTime(
            START,
            Schedule.TWO_YEARS,
            null,
            List.of(new Interval(LocalDate.of(2026, 11, 9), null))
        );
        var cadence = Cadence.on(LocalDate.of(2027, 6, 1), time, PASTORAL_MEETINGS, SchoolCalendar.USUAL, List.of());
        assertThat(cadence.state()).isEqualTo(PAUSED);
    }

    @Test
    void aChangeOfPolicyHoldsFromItsDate() {
        var stops = LocalDate.of(2026, 11, 16);
        var policy = new RhythmPolicy(
            List.of(new PastoralChoice(START, true), new PastoralChoice(stops, false)),
            List.of()
        );
        var meetings = parsed("C 2026-11-04 P 2026-11-11");
        var time = new ProgrammeTime(LocalDate.of(2026, 11, 2), Schedule.TWO_YEARS, null, List.of());
        // The pastoral meeting was right in its week.
        var after = Cadence.on(LocalDate.of(2026, 11, 17), time, policy, SchoolCalendar.USUAL, meetings);
        assertThat(after.state()).isEqualTo(DUE);
        assertThat(after.weeks())
            .extracting(CadenceWeek::state)
            .containsExactly(WeekState.COACHED, WeekState.PASTORAL, WeekState.DUE);
        // From the date on it would not do.
        var later = Cadence.on(
            LocalDate.of(2026, 11, 28),
            time,
            policy,
            SchoolCalendar.USUAL,
            parsed("C 2026-11-04 P 2026-11-11 C 2026-11-18 P 2026-11-25")
        );
        assertThat(later.state()).isEqualTo(OVERDUE);
    }

    @Test
    void afterItsEndNothingIsDue() {
        var cadence = Cadence.on(
            LocalDate.of(2028, 9, 1),
            TWO_YEARS,
            PASTORAL_MEETINGS,
            SchoolCalendar.USUAL,
            List.of()
        );
        assertThat(cadence.state()).isEqualTo(FINISHED);
        assertThat(cadence.dueBy()).isNull();
    }

    @Test
    void aBreakBeforeTheStartMovesNothing() {
        var before = new Interval(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 7));
        var time = new ProgrammeTime(START, Schedule.TWO_YEARS, null, List.of(before));
        // Of its days one week lies in the programme.
        assertThat(time.endsOn()).isEqualTo(LocalDate.of(2028, 9, 7));
        assertThat(time.yearOn(LocalDate.of(2027, 9, 7))).isEqualTo(1);
        assertThat(time.yearOn(LocalDate.of(2027, 9, 8))).isEqualTo(2);
    }

    @Test
    void aSchoolMayBeginInAugust() {
        var usual = SchoolYear.usualInEngland(2026);
        var early = new ArrayList<>(usual.halfTerms());
        early.set(0, new HalfTerm("Autumn 1", LocalDate.of(2026, 8, 24), LocalDate.of(2026, 10, 16)));
        var calendar = new SchoolCalendar(List.of(new SchoolYear(2026, early, usual.closedDays())));
        var day = LocalDate.of(2026, 8, 26);
        assertThat(calendar.isSchoolDay(day)).isTrue();
        assertThat(calendar.halfTerm(day)).map(HalfTerm::name).contains("Autumn 1");
        assertThat(calendar.weeks(day, day)).hasSize(1);
        assertThat(SchoolCalendar.USUAL.isSchoolDay(day)).isFalse();
    }

    @Test
    void aSchoolsOwnDatesCount() {
        var usual = SchoolYear.usualInEngland(2026);
        var twoWeeksOff = new ArrayList<>(usual.halfTerms());
        twoWeeksOff.set(1, new HalfTerm("Autumn 2", LocalDate.of(2026, 11, 9), LocalDate.of(2026, 12, 18)));
        var calendar = new SchoolCalendar(List.of(new SchoolYear(2026, twoWeeksOff, usual.closedDays())));
        var meetings = weekly(START, LocalDate.of(2026, 10, 23));
        var today = LocalDate.of(2026, 11, 8);
        assertThat(Cadence.on(today, TWO_YEARS, PASTORAL_MEETINGS, calendar, meetings).state()).isEqualTo(ON_TRACK);
        assertThat(Cadence.on(today, TWO_YEARS, PASTORAL_MEETINGS, SchoolCalendar.USUAL, meetings).state()).isEqualTo(
            OVERDUE
        );
    }

    private static String why(ProgrammeTime time, LocalDate today) {
        return why(time, RhythmPolicy.WITHOUT_CHOICES, today);
    }

    private static String why(ProgrammeTime time, RhythmPolicy policy, LocalDate today) {
        return Cadence.on(today, time, policy, SchoolCalendar.USUAL, weekly(time.startedOn(), today)).why();
    }

    /** Coaching every seven days. */
    private static List<Meeting> weekly(LocalDate from, LocalDate to) {
        return from
            .datesUntil(to.plusDays(1), Period.ofWeeks(1))
            .map(day -> new Meeting(day, INSTRUCTIONAL_COACHING))
            .toList();
    }

    /** Written like {@code C 2026-11-03 P 2026-11-10}. */
    private static List<Meeting> parsed(@Nullable String meetings) {
        var parsed = new ArrayList<Meeting>();
        var words = meetings == null ? new String[0] : meetings.strip().split(" +");
        for (int i = 0; i + 1 < words.length; i += 2) {
            parsed.add(
                new Meeting(LocalDate.parse(words[i + 1]), words[i].equals("C") ? INSTRUCTIONAL_COACHING : PASTORAL)
            );
        }
        return parsed;
    }
}
