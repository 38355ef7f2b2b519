package org.coachbench.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tutor's visit was made, or something was written about it: who and when, without the words.
 *
 * @param feedbackAt null before the tutor wrote to the mentor
 * @param answeredAt null before the mentor answered
 */
public record VisitChanged(
    String visitId,
    String tutorId,
    String mentorId,
    String ectId,
    Instant visitedAt,
    @Nullable Instant feedbackAt,
    @Nullable Instant answeredAt
) {
    static VisitChanged of(TutorVisit visit) {
        return new VisitChanged(
            visit.id(),
            visit.tutorId(),
            visit.mentorId(),
            visit.ectId(),
            visit.visitedAt(),
            visit.feedbackAt(),
            visit.answeredAt()
        );
    }
}
