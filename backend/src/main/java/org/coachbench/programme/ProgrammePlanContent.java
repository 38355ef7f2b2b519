package org.coachbench.programme;

import java.util.List;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;

/**
 * What everybody in a role studies and attends, in order, whenever they begin.
 *
 * @param halfTerms over how many half-terms it is usually spread; events name theirs by it
 * @param paced whether each item has its fortnight; otherwise they may be taken up at any time
 */
record ProgrammePlanContent(
    SchoolRole role,
    int halfTerms,
    boolean paced,
    List<Theme> themes,
    List<EventEntry> events
) {
    /** What the modules of a term have in common. */
    record Theme(int number, String title, List<SelfStudyItem> items) {}

    /**
     * An event that everybody in the role attends, on one of the dates for which it is scheduled.
     *
     * @param minutes null where it is not fixed
     * @param halfTerm in which it is suggested, 1 for the first
     */
    record EventEntry(
        String id,
        String title,
        TrainingEventKind kind,
        TrainingEventFormat format,
        @Nullable Integer minutes,
        int halfTerm
    ) {
        int year() {
            return 1 + (halfTerm - 1) / 6;
        }
    }
}
