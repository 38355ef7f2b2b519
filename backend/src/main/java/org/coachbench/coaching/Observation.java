package org.coachbench.coaching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.api.Problem;

/** A mentor's drop-in: what was seen and heard, without judgement, and what to praise. */
public record Observation(Lesson lesson, Instant observedAt, List<EvidenceNote> evidence, List<Praise> praise) {
    private static final int MOST_NOTES = 100;
    private static final int MOST_PRAISE = 20;

    public record Lesson(String subject, String className, String topic) {}

    public record EvidenceNote(String id, Instant at, String text) {}

    public record Praise(String id, String text) {}

    Observation of(Lesson corrected) {
        return new Observation(corrected, observedAt, evidence, praise);
    }

    Observation with(EvidenceNote note) {
        if (evidence.size() == MOST_NOTES) {
            throw Problem.invalid("A drop-in holds %d notes. Take one away first.".formatted(MOST_NOTES), "text");
        }
        var inOrder = Stream.concat(evidence.stream(), Stream.of(note))
            .sorted(Comparator.comparing(EvidenceNote::at))
            .toList();
        return new Observation(lesson, observedAt, inOrder, praise);
    }

    Observation without(String evidenceNoteId) {
        return new Observation(
            lesson,
            observedAt,
            evidence
                .stream()
                .filter(note -> !note.id().equals(evidenceNoteId))
                .toList(),
            praise
        );
    }

    Observation with(Praise another) {
        if (praise.size() == MOST_PRAISE) {
            throw Problem.invalid("A drop-in holds %d notes of praise.".formatted(MOST_PRAISE), "text");
        }
        return new Observation(
            lesson,
            observedAt,
            evidence,
            Stream.concat(praise.stream(), Stream.of(another)).toList()
        );
    }

    boolean hasNote(String evidenceNoteId) {
        return evidence.stream().anyMatch(note -> note.id().equals(evidenceNoteId));
    }
}
