package org.coachbench.programme;

import java.util.List;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;

/**
 * The time off teaching that is due to a person in a role, planned and given: percent of an ECT's timetable, lessons a
 * week of a mentor's.
 *
 * @param planned null where it was not recorded
 */
public record TimetableRecord(
    String personId,
    SchoolRole role,
    int expected,
    @Nullable Double planned,
    List<InHalfTerm> halfTerms
) {
    /**
     * One half-term's part.
     *
     * @param planned null where it was not recorded
     * @param given null before the person said so
     */
    public record InHalfTerm(
        HalfTerm halfTerm,
        int expected,
        @Nullable Double planned,
        @Nullable TimeGiven given,
        @Nullable String note
    ) {}
}
