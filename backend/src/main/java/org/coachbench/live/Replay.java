package org.coachbench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbench.coaching.NoteKind;
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
    List<Moment> moments,
    List<NoteAtStart> notesAtStart,
    List<NoteBurst> noteBursts
) {
    /** Whole seconds into a meeting; not below 0, should the clocks of two processes differ. */
    static int secondsIn(Instant startedAt, Instant at) {
        return Math.max(0, Math.toIntExact(Duration.between(startedAt, at).toSeconds()));
    }

    /** What was typed in it is told to nobody but the pair; it is not told to be empty either. */
    Replay withoutEctsNote() {
        var notes = notesAtStart
            .stream()
            .filter(note -> note.kind() != NoteKind.PRACTICE)
            .toList();
        return new Replay(
            startedAt,
            endedAt,
            totalSeconds,
            sections,
            rounds,
            practiceSeconds,
            firstPracticeAt,
            moments,
            notes,
            noteBursts
        );
    }

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

    record NoteAtStart(NoteKind kind, String text) {}

    record NoteBurst(NoteKind kind, String personId, int secondsIn, int untilSecondsIn, int sequence, String text) {}
}
