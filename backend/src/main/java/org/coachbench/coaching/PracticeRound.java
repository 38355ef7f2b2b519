package org.coachbench.coaching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rehearsal and the feedback on it, against named success criteria. */
public record PracticeRound(
    String id,
    int number,
    Instant loggedAt,
    String rehearsed,
    List<String> criteriaSeen,
    @Nullable Feedback feedback
) {
    public record Feedback(String text, Instant givenAt) {}

    PracticeRound with(Feedback given) {
        return new PracticeRound(id, number, loggedAt, rehearsed, criteriaSeen, given);
    }
}
