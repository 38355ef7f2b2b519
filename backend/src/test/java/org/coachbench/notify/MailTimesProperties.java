package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coachbench.notify.NoticeKind.MailChoice;

/** When e-mails go, over a school year with its holidays and both changes of the clocks. */
class MailTimesProperties {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MINUTES_OF_A_YEAR = 366 * 24 * 60;

    private static Instant moment(int minute) {
        return LocalDate.of(2026, 9, 1).atStartOfDay(LONDON).toInstant().plus(Duration.ofMinutes(minute));
    }

    /** Weekdays but for some weeks of the year, and all days but some where the bit is set. */
    private static Predicate<LocalDate> schoolDays(int holidays) {
        return day ->
            day.getDayOfWeek() != DayOfWeek.SATURDAY &&
            (day.getDayOfWeek() != DayOfWeek.SUNDAY || holidays % 5 == 0) &&
            (day.getDayOfYear() / 7 + holidays) % 6 != 0;
    }

    private static MailTimes times(boolean quiet, int from, int until, int digest, int holidays) {
        var settings = new NoticeSettings(
            "person",
            Map.of(),
            quiet,
            LocalTime.of(from, 15).toString(),
            LocalTime.of(until, 45).toString(),
            LocalTime.of(digest, 30).toString()
        );
        return new MailTimes(settings, schoolDays(holidays));
    }

    @Property
    void whatWaitsGoesAtTheFirstMomentThatIsNotQuiet(
        @ForAll @IntRange(max = MINUTES_OF_A_YEAR) int minute,
        @ForAll boolean quiet,
        @ForAll @IntRange(min = 13, max = 22) int from,
        @ForAll @IntRange(min = 3, max = 12) int until,
        @ForAll @IntRange(max = 50) int holidays
    ) {
        var times = times(quiet, from, until, 16, holidays);
        var now = moment(minute);
        var due = times.nextOpen(now);
        assertThat(times.isOpen(due)).isTrue();
        assertThat(due).isAfterOrEqualTo(now);
        var step = Duration.ofMinutes(15);
        assertThat(Stream.iterate(now, before -> before.isBefore(due), before -> before.plus(step))).noneMatch(
            times::isOpen
        );
    }

    @Property
    void theDigestGoesAtItsTimeOnTheNextSchoolDay(
        @ForAll @IntRange(max = MINUTES_OF_A_YEAR) int minute,
        @ForAll @IntRange(min = 5, max = 22) int digest,
        @ForAll @IntRange(max = 50) int holidays
    ) {
        var times = times(true, 17, 8, digest, holidays);
        var now = moment(minute);
        var due = times.nextDigest(now).atZone(LONDON);
        assertThat(due.toInstant()).isAfter(now);
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(digest, 30));
        assertThat(schoolDays(holidays)).accepts(due.toLocalDate());
        var today = now.atZone(LONDON).toLocalDate();
        assertThat(today.datesUntil(due.toLocalDate()).filter(schoolDays(holidays)))
            // Today's digest may be over.
            .allMatch(today::equals);
    }

    @Property
    void whatChangesASessionNeverWaitsUntilItBegins(
        @ForAll @IntRange(max = MINUTES_OF_A_YEAR) int minute,
        @ForAll @IntRange(min = 1, max = 20_000) int minutesToSession,
        @ForAll NoticeKind kind,
        @ForAll MailChoice choice,
        @ForAll @IntRange(max = 50) int holidays
    ) {
        var usual = NoticeSettings.usual("person");
        var chosen = new NoticeSettings("person", Map.of(kind, choice), true, "17:00", "08:00", usual.digestAt());
        var times = new MailTimes(chosen, schoolDays(holidays));
        var now = moment(minute);
        var session = now.plus(Duration.ofMinutes(minutesToSession));
        var due = times.due(kind, now, session);
        assertThat(due.isEmpty()).isEqualTo(choice == MailChoice.NONE);
        due.ifPresent(at -> {
            assertThat(at).isAfterOrEqualTo(now);
            if (kind.isOfSession()) {
                assertThat(at).isBeforeOrEqualTo(session);
            } else {
                assertThat(at).isEqualTo(choice == MailChoice.AT_ONCE ? times.nextOpen(now) : times.nextDigest(now));
            }
        });
    }

    @Property(tries = 50)
    void aCalendarWithoutASchoolDayStillEndsTheSearch(@ForAll @IntRange(max = MINUTES_OF_A_YEAR) int minute) {
        var times = new MailTimes(NoticeSettings.usual("person"), _ -> false);
        assertThat(times.nextOpen(moment(minute))).isAfter(moment(minute));
    }
}
