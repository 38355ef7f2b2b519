package org.coachbench.coaching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mentor's coach may review a session.
 *
 * @param reviewedAt when the coach said that it is reviewed; null before that
 * @param endedAt when one of those concerned ended it; null while it lasts
 * @param endedBy who did; null while it lasts
 */
public record CoachAccess(
    String coachId,
    Instant sharedAt,
    @Nullable Instant reviewedAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy
) {
    static CoachAccess of(String coachId, Instant now) {
        return new CoachAccess(coachId, now, null, null, null);
    }

    CoachAccess reviewed(Instant now) {
        return new CoachAccess(coachId, sharedAt, now, endedAt, endedBy);
    }

    CoachAccess ended(String personId, Instant now) {
        return new CoachAccess(coachId, sharedAt, reviewedAt, now, personId);
    }

    boolean lasts() {
        return endedAt == null;
    }
}
