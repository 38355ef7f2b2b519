package org.coachbench.programme;

import java.time.LocalDate;

/** A school week of an ECT, named by its Monday. */
public record CadenceWeek(LocalDate monday, WeekState state) {}
