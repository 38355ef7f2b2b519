package org.coachbench.people;

import java.time.LocalDate;
import org.coachbench.spreadsheet.CsvRow;
import org.jspecify.annotations.Nullable;

/**
 * One person in one role at one school, as a row of a file has it and as far as the row alone can tell.
 *
 * @param urn null for the school that the import is for
 * @param schoolName empty when it is not given
 */
record RosterRow(
    CsvRow row,
    String name,
    Email email,
    @Nullable Trn trn,
    RosterRole role,
    @Nullable String urn,
    String schoolName,
    Interval period,
    @Nullable WorkingPattern workingPattern,
    @Nullable Email mentorEmail,
    @Nullable LocalDate mentorshipStartedOn
) {}
