package org.coachbench.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Which day it is in England's schools. */
public final class SchoolDay {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private SchoolDay() {}

    public static LocalDate today() {
        return LocalDate.now(SCHOOL_TIME);
    }

    /** As people write it: 4 January 2026. */
    public static String text(LocalDate day) {
        return IN_WORDS.format(day);
    }

    /** The day on which something happened. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, SCHOOL_TIME);
    }

    /** When a day is over: the first moment of the next one. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SCHOOL_TIME).toInstant();
    }
}
