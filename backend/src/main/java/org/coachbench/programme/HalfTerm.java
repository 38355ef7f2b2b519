package org.coachbench.programme;

import java.time.LocalDate;

/** One of the six stretches of teaching in a school year; both days are included. */
public record HalfTerm(String name, LocalDate firstDay, LocalDate lastDay) {
    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
