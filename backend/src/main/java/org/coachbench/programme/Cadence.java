package org.coachbench.programme;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbench.programme.RhythmPolicy.Reasoned;
import org.coachbench.programme.SchoolCalendar.SchoolWeek;
import org.jspecify.annotations.Nullable;

/**
 * What is due to an ECT on a day, and why: decided by school weeks. A week in which they are not on the programme for
 * all school days of it asks for nothing, and neither do holidays.
 *
 * @param due what the next meeting has to be; null when it may be of any kind, or when none is due any more
 * @param dueBy the last school day for the next meeting that is due; null when none is
 * @param overdueSince the last school day for the meeting that was missed first since the last one; null without one
 * @param lastMeetingOn null when they have not met yet
 * @param why the rule in words
 * @param weeks every week since the start, in order
 */
public record Cadence(
    CadenceState state,
    @Nullable MeetingKind due,
    @Nullable LocalDate dueBy,
    @Nullable LocalDate overdueSince,
    @Nullable LocalDate lastMeetingOn,
    String why,
    List<CadenceWeek> weeks
) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    /** Long enough to see beyond the summer holidays. */
    private static final int WEEKS_AHEAD = 12;
    /** At the start, and after a break, it is as if the week before had been the pastoral one. */
    private static final int BEGIN_WITH_COACHING = 1;

    /** How many weeks ago there was what is asked for, and the first week since in which it was due and was not. */
    private static final class Tally {

        int weeksSince;

        @Nullable
        SchoolWeek missed;

        Tally(int weeksSince) {
            this.weeksSince = weeksSince;
        }

        boolean isDue(int everyWeeks) {
            return weeksSince >= everyWeeks;
        }

        void missedIfDue(int everyWeeks, SchoolWeek week) {
            if (missed == null && isDue(everyWeeks)) {
                missed = week;
            }
        }

        void fulfilled() {
            restart(0);
        }

        void restart(int weeks) {
            weeksSince = weeks;
            missed = null;
        }
    }

    /** The state of affairs on a day, of which the meetings of later days are no part. */
    public static Cadence on(
        LocalDate today,
        ProgrammeTime time,
        RhythmPolicy policy,
        SchoolCalendar calendar,
        List<Meeting> meetings
    ) {
        return on(today, time, policy, calendar.weeks(time.startedOn(), today.plusWeeks(WEEKS_AHEAD)), meetings);
    }

    /** For many ECTs of a school: its weeks, from the first start to well after today, are found once. */
    public static Cadence on(
        LocalDate today,
        ProgrammeTime time,
        RhythmPolicy policy,
        List<SchoolWeek> schoolWeeks,
        List<Meeting> meetings
    ) {
        var held = meetings
            .stream()
            .filter(meeting -> !meeting.on().isAfter(today))
            .toList();
        return new Walk(today, time, policy, schoolWeeks, held).cadence();
    }

    /** Without what took place before a day, which may be another school's. */
    public Cadence since(LocalDate day) {
        return new Cadence(
            state,
            due,
            dueBy,
            overdueSince,
            lastMeetingOn == null || lastMeetingOn.isBefore(day) ? null : lastMeetingOn,
            why,
            weeks
                .stream()
                .filter(week -> !week.monday().plusDays(6).isBefore(day))
                .toList()
        );
    }

    /** Goes through the weeks from the start on, so that each is judged by the rule of its time. */
    private static final class Walk {

        private final LocalDate today;
        private final ProgrammeTime time;
        private final RhythmPolicy policy;
        private final List<SchoolWeek> schoolWeeks;
        private final Map<LocalDate, List<Meeting>> byMonday;
        private final @Nullable LocalDate lastMeetingOn;
        private final Tally coaching = new Tally(BEGIN_WITH_COACHING);
        private final Tally anyMeeting = new Tally(0);
        private final List<CadenceWeek> weeks = new ArrayList<>();

        Walk(
            LocalDate today,
            ProgrammeTime time,
            RhythmPolicy policy,
            List<SchoolWeek> schoolWeeks,
            List<Meeting> held
        ) {
            this.today = today;
            this.time = time;
            this.policy = policy;
            this.schoolWeeks = schoolWeeks;
            byMonday = held.stream().collect(groupingBy(meeting -> SchoolCalendar.monday(meeting.on())));
            lastMeetingOn = held.stream().map(Meeting::on).max(LocalDate::compareTo).orElse(null);
        }

        Cadence cadence() {
            if (today.isBefore(time.startedOn())) {
                return without(
                    CadenceState.NOT_STARTED,
                    "The programme starts on " + time.startedOn().format(DAY) + "."
                );
            }
            SchoolWeek next = null;
            for (var week : schoolWeeks) {
                if (week.lastDay().isBefore(time.startedOn()) || week.lastDay().isAfter(time.endsOn())) {
                    continue;
                }
                if (week.monday().isAfter(today)) {
                    next = nextDue(week);
                    if (next != null) {
                        break;
                    }
                } else if (take(week)) {
                    next = week;
                    break;
                }
            }
            if (time.isPausedOn(today)) {
                return without(CadenceState.PAUSED, "On a break: nothing is due.");
            }
            if (today.isAfter(time.endsOn())) {
                return without(CadenceState.FINISHED, "The programme ended on " + time.endsOn().format(DAY) + ".");
            }
            return next == null ? nothingDueAnyMore() : due(next);
        }

        /** Counts a week up to today; true when it is the present one and something is due in it yet. */
        private boolean take(SchoolWeek week) {
            var met = byMonday.getOrDefault(week.monday(), List.of());
            var coachingHeld = (int) met
                .stream()
                .filter(meeting -> meeting.kind() == MeetingKind.INSTRUCTIONAL_COACHING)
                .count();
            var pastoralHeld = met.size() - coachingHeld;
            var coached = coachingHeld > 0;
            if (!time.covers(week.firstDay(), week.lastDay())) {
                var state = coached ? WeekState.COACHED : met.isEmpty() ? WeekState.NOT_COUNTED : WeekState.PASTORAL;
                weeks.add(new CadenceWeek(week.monday(), state, null, coachingHeld, pastoralHeld));
                if (time.isPausedIn(week.firstDay(), week.lastDay())) {
                    // After a break they begin anew: what was missed before it cannot be made up for.
                    coaching.restart(BEGIN_WITH_COACHING);
                    anyMeeting.restart(0);
                }
                fulfil(coached, !met.isEmpty());
                return false;
            }
            coaching.weeksSince++;
            anyMeeting.weeksSince++;
            fulfil(coached, !met.isEmpty());
            var isOver = today.isAfter(week.lastDay());
            var rhythm = rhythm(week).rhythm();
            var asked = isAskedFor(rhythm);
            if (isOver) {
                coaching.missedIfDue(rhythm.coachingEvery(), week);
                anyMeeting.missedIfDue(rhythm.meetingEvery(), week);
            }
            var state = state(coached, !met.isEmpty(), asked, isOver);
            weeks.add(new CadenceWeek(week.monday(), state, rhythm, coachingHeld, pastoralHeld));
            return asked && !isOver;
        }

        private void fulfil(boolean coached, boolean met) {
            if (coached) {
                coaching.fulfilled();
            }
            if (met) {
                anyMeeting.fulfilled();
            }
        }

        private static WeekState state(boolean coached, boolean met, boolean asked, boolean isOver) {
            if (coached) {
                return WeekState.COACHED;
            }
            if (asked) {
                return isOver ? WeekState.MISSED : WeekState.DUE;
            }
            return met ? WeekState.PASTORAL : WeekState.NOT_DUE;
        }

        /** A week that is still to come. */
        private @Nullable SchoolWeek nextDue(SchoolWeek week) {
            if (!time.covers(week.firstDay(), week.lastDay())) {
                return null;
            }
            coaching.weeksSince++;
            anyMeeting.weeksSince++;
            return isAskedFor(rhythm(week).rhythm()) ? week : null;
        }

        private boolean isAskedFor(MeetingRhythm rhythm) {
            return coaching.isDue(rhythm.coachingEvery()) || anyMeeting.isDue(rhythm.meetingEvery());
        }

        private Reasoned rhythm(SchoolWeek week) {
            return policy.on(week.lastDay(), time);
        }

        private Cadence due(SchoolWeek week) {
            var rhythm = rhythm(week);
            var needsCoaching = coaching.isDue(rhythm.rhythm().coachingEvery()) || coaching.missed != null;
            var missed = earlier(coaching.missed, anyMeeting.missed);
            var isThisWeek = !week.monday().isAfter(today);
            var state = missed != null ? CadenceState.OVERDUE : isThisWeek ? CadenceState.DUE : CadenceState.ON_TRACK;
            return new Cadence(
                state,
                needsCoaching ? MeetingKind.INSTRUCTIONAL_COACHING : null,
                week.lastDay(),
                missed == null ? null : missed.lastDay(),
                lastMeetingOn,
                why(rhythm),
                List.copyOf(weeks)
            );
        }

        private Cadence nothingDueAnyMore() {
            var missed = earlier(coaching.missed, anyMeeting.missed);
            return new Cadence(
                missed == null ? CadenceState.ON_TRACK : CadenceState.OVERDUE,
                null,
                null,
                missed == null ? null : missed.lastDay(),
                lastMeetingOn,
                "No meeting is due before the programme ends on " + time.endsOn().format(DAY) + ".",
                List.copyOf(weeks)
            );
        }

        private Cadence without(CadenceState state, String why) {
            return new Cadence(state, null, null, null, lastMeetingOn, why, List.copyOf(weeks));
        }

        private static @Nullable SchoolWeek earlier(@Nullable SchoolWeek one, @Nullable SchoolWeek other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.monday().isAfter(other.monday()) ? other : one;
        }

        private static String why(Reasoned reasoned) {
            var rule = switch (reasoned.rhythm()) {
                case WEEKLY_COACHING -> "instructional coaching every school week";
                case WEEKLY_WITH_PASTORAL -> "a meeting every school week, instructional coaching at least in every other one";
                case FORTNIGHTLY_COACHING -> "instructional coaching at least in every other school week";
            };
            return reasoned.why() + ": " + rule + ".";
        }
    }
}
