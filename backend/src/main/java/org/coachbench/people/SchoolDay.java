package org.coachbench.people;

import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is in England's schools. */
public final class SchoolDay {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private SchoolDay() {}

    public static LocalDate today() {
        return LocalDate.now(SCHOOL_TIME);
    }
}
