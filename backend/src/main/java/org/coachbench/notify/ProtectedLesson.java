package org.coachbench.notify;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.coachbench.programme.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in which neither of a pair teaches, so that they can meet.
 *
 * @param startsAt on the school's clock, such as 10:05
 * @param secondWeeksFrom a day of a week in which it is, when it is in every second week that the school teaches; null when
 *     it is in each of them
 */
record ProtectedLesson(
    DayOfWeek day,
    @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "Enter a time like 09:30.") String startsAt,
    @Min(value = 5, message = "A lesson lasts 5 minutes at least.")
    @Max(value = 180, message = "A lesson lasts 180 minutes at most.")
    int minutes,
    @Nullable LocalDate secondWeeksFrom
) {
    LocalTime start() {
        return LocalTime.parse(startsAt);
    }

    /** Weeks without school do not count: most schools go on after a holiday with the week that is due. */
    boolean isOn(LocalDate date, SchoolCalendar calendar) {
        if (date.getDayOfWeek() != day || !calendar.isSchoolDay(date)) {
            return false;
        }
        return (
            secondWeeksFrom == null ||
            (!date.isBefore(secondWeeksFrom.with(DayOfWeek.MONDAY)) &&
                calendar.weeks(secondWeeksFrom, date).size() % 2 == 1)
        );
    }
}
