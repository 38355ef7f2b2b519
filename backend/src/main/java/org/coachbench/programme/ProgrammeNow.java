package org.coachbench.programme;

import java.time.LocalDate;

/** Where an ECT is on their programme: what has its time now. */
record ProgrammeNow(
    HalfTerm halfTerm,
    int theme,
    String themeTitle,
    String itemId,
    String title,
    SelfStudyKind kind,
    LocalDate from,
    LocalDate dueBy
) {}
