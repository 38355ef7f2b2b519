package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coachbench.programme.SchoolCalendar;

/** What holds of protected lessons in a school year with its holidays. */
class ProtectedLessonProperties {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final SchoolCalendar CALENDAR = SchoolCalendar.USUAL;

    @Property
    void itIsOnEachOfItsDaysThatTheSchoolTeachesAndOnNoOther(
        @ForAll DayOfWeek day,
        @ForAll @IntRange(max = 364) int later
    ) {
        var date = SEPTEMBER.plusDays(later);
        var lesson = new ProtectedLesson(day, "10:05", 60, null);
        assertThat(lesson.isOn(date, CALENDAR)).isEqualTo(date.getDayOfWeek() == day && CALENDAR.isSchoolDay(date));
    }

    /** Also over a holiday in between, of one week or of six. */
    @Property
    void ofTwoSchoolWeeksThatFollowEachOtherItIsInOne(
        @ForAll @IntRange(min = 1, max = 10) int start,
        @ForAll @IntRange(max = 35) int week
    ) {
        var from = CALENDAR.schoolDaysFrom(SEPTEMBER.minusDays(1), start);
        var weeks = CALENDAR.weeks(from, from.plusDays(364));
        var first = weeks.get(week);
        var second = weeks.get(week + 1);
        var lesson = new ProtectedLesson(DayOfWeek.WEDNESDAY, "10:05", 60, from);
        var inFirst = lesson.isOn(first.monday().plusDays(2), CALENDAR);
        var inSecond = lesson.isOn(second.monday().plusDays(2), CALENDAR);
        var bothTeach =
            CALENDAR.isSchoolDay(first.monday().plusDays(2)) && CALENDAR.isSchoolDay(second.monday().plusDays(2));
        if (bothTeach) {
            assertThat(inFirst)
                .isNotEqualTo(inSecond)
                .isEqualTo(week % 2 == 0);
        } else {
            assertThat(inFirst && inSecond).isFalse();
        }
    }

    @Property
    void itIsNotBeforeTheWeekFromWhichItIs(@ForAll @IntRange(min = 1, max = 100) int before) {
        var from = LocalDate.of(2027, 1, 13);
        var date = from
            .minusWeeks(1)
            .with(DayOfWeek.SUNDAY)
            .minusDays(before - 1L);
        var lesson = new ProtectedLesson(date.getDayOfWeek(), "10:05", 60, from);
        assertThat(lesson.isOn(date, CALENDAR)).isFalse();
    }
}
