package org.coachbench.programme;

import java.time.LocalDate;
import java.util.List;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;

/**
 * An event of the programme, or another one, as it stands for a person.
 *
 * @param entryId of the event of the programme; of its one date when it is no part of it
 * @param minutes null where they are not fixed
 * @param year of the usual programme, 1 or 2; null when it is no part of the programme
 * @param halfTerm in which it is expected; null when it is no part of the programme, or while its time is not known
 * @param dueBy the last day of that time; null as the half-term
 * @param trainingEventId the date that was attended, or else on which a place is booked; null when there is none
 * @param on the day of that date
 * @param missedIds the dates that were missed
 * @param missedOn their days, in order
 */
public record EventRecord(
    String personId,
    String entryId,
    String title,
    SchoolRole role,
    TrainingEventKind kind,
    TrainingEventFormat format,
    @Nullable Integer minutes,
    @Nullable Integer year,
    @Nullable HalfTerm halfTerm,
    @Nullable LocalDate dueBy,
    EventStanding standing,
    @Nullable String trainingEventId,
    @Nullable LocalDate on,
    List<String> missedIds,
    List<LocalDate> missedOn,
    @Nullable CatchUp catchUp
) {
    public boolean isInProgramme() {
        return year != null;
    }

    public boolean isExpectedBefore(LocalDate day) {
        return dueBy != null && dueBy.isBefore(day);
    }

    /** Attended, or worked through in its place. */
    public boolean isDone() {
        return standing == EventStanding.ATTENDED || standing == EventStanding.CAUGHT_UP;
    }

    /** Whether it was missed and nothing is arranged, or what was arranged in its place is late. */
    public boolean isLate(LocalDate today) {
        return switch (standing) {
            case MISSED -> true;
            case CATCH_UP_ASSIGNED -> catchUp != null && catchUp.isLate(today);
            case NOT_BOOKED, BOOKED, ATTENDED, CAUGHT_UP -> false;
        };
    }

    /** Whether somebody has to see to it: it was missed, or its time is over, and nothing is arranged or done yet. */
    public boolean needsFollowUp(LocalDate today) {
        return switch (standing) {
            case MISSED, CATCH_UP_ASSIGNED -> true;
            case NOT_BOOKED -> isExpectedBefore(today);
            case BOOKED, ATTENDED, CAUGHT_UP -> false;
        };
    }
}
