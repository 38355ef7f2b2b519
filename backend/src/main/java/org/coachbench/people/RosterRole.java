package org.coachbench.people;

import java.util.Map;
import java.util.Optional;
import org.coachbench.spreadsheet.CsvWords;

/** What a row of a roster says somebody is at a school. */
enum RosterRole {
    ECT,
    MENTOR,
    TUTOR;

    private static final Map<String, RosterRole> BY_SIMPLIFIED_NAME = Map.of(
        "ect",
        ECT,
        "earlycareerteacher",
        ECT,
        "mentor",
        MENTOR,
        "ectmentor",
        MENTOR,
        "tutor",
        TUTOR,
        "inductiontutor",
        TUTOR
    );

    static Optional<RosterRole> find(String typed) {
        return Optional.ofNullable(BY_SIMPLIFIED_NAME.get(CsvWords.simplified(typed)));
    }
}
