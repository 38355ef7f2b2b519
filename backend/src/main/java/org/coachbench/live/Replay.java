package org.coachbench.live;

import java.time.Instant;
import java.util.List;
import org.coachbench.coaching.SectionKind;
import org.jspecify.annotations.Nullable;

/** A meeting to look back on. Its figures describe what was done and for how long; none of them is a score. */
record Replay(
    Instant startedAt,
    @Nullable Instant endedAt,
    int totalSeconds,
    List<ReplayedSection> sections,
    List<ReplayedRound> rounds,
    int practiceSeconds,
    @Nullable Instant firstPracticeAt,
    List<Moment> moments
) {
    record ReplayedSection(
        String sectionId,
        String title,
        SectionKind kind,
        int plannedMinutes,
        Instant startedAt,
        @Nullable Instant endedAt,
        int seconds
    ) {}

    record ReplayedRound(
        int number,
        Instant at,
        int minute,
        String rehearsed,
        @Nullable String feedback,
        @Nullable Instant feedbackAt
    ) {}

    record Moment(int sequence, Instant at, int secondsIn, String kind, String personId, String text) {}
}
