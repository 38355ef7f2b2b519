package org.coachbench.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is in England's schools. */
public final class SchoolDay {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private SchoolDay() {}

    public static LocalDate today() {
        return LocalDate.now(SCHOOL_TIME);
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
