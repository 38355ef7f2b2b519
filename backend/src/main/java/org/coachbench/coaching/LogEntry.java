package org.coachbench.coaching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a cycle without any of its content: between whom, when, and how far it went.
 *
 * @param metAt when the meeting began; null before it did
 * @param metUntil null before it ended
 * @param rounds rehearsals in the meeting
 * @param sequence the event up to which this tells
 */
public record LogEntry(
    String cycleId,
    String ectId,
    String mentorId,
    Phase phase,
    Instant startedAt,
    @Nullable Instant sharedAt,
    @Nullable Instant metAt,
    @Nullable Instant metUntil,
    int rounds,
    int sequence
) {
    /** Whether mentor and ECT met: a cycle that was given up in between does not count. */
    public boolean isMeeting() {
        return isMeeting(phase, metAt);
    }

    static boolean isMeeting(Phase phase, @Nullable Instant metAt) {
        return metAt != null && phase != Phase.CANCELLED;
    }
}
