package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of times in a calendar's text, whatever the clocks do. */
class CalendarTextProperties {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The clocks go back on 25 October 2026. */
    @Property
    void localTimeIsKeptInAutumn(
        @ForAll @IntRange(min = -7, max = 7) int days,
        @ForAll @IntRange(min = 6, max = 21) int hour
    ) throws Exception {
        keepsLocalTime(LocalDate.of(2026, 10, 25).plusDays(days), hour);
    }

    /** They go forward on 28 March 2027. */
    @Property
    void localTimeIsKeptInSpring(
        @ForAll @IntRange(min = -7, max = 7) int days,
        @ForAll @IntRange(min = 6, max = 21) int hour
    ) throws Exception {
        keepsLocalTime(LocalDate.of(2027, 3, 28).plusDays(days), hour);
    }

    private static void keepsLocalTime(LocalDate day, int hour) throws Exception {
        var start = day.atTime(LocalTime.of(hour, 30)).atZone(LONDON).toInstant();
        var entry = new CalendarEntry("one", 0, false, start, start.plusSeconds(2700), "x", null, null);
        var text = CalendarText.of(List.of(entry), "https://coachbench.example.org", Instant.EPOCH);
        var local = "%s%02d%02dT%02d3000".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour);
        assertThat(text).contains("DTSTART;TZID=Europe/London:" + local);
        // The rules of today for summer and winter, and no others.
        assertThat(text.split("TZOFFSETTO", -1)).hasSize(3);
        List<VEvent> read = new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
        assertThat(Instant.from(read.getFirst().getDateTimeStart().getDate())).isEqualTo(start);
    }
}
