package org.coachbench.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mentor was given a coach, or a last day was set for that.
 *
 * @param finishedOn null while no last day is set
 * @param by who did it
 */
public record PairingChanged(
    String pairingId,
    String mentorId,
    String coachId,
    LocalDate startedOn,
    @Nullable LocalDate finishedOn,
    Instant at,
    String by
) {
    /** None of a pairing of which it was not kept yet who made it and when. */
    static Optional<PairingChanged> of(CoachPairing pairing) {
        var at = pairing.changedAt();
        var by = pairing.changedBy();
        return at == null || by == null
            ? Optional.empty()
            : Optional.of(
                  new PairingChanged(
                      pairing.id(),
                      pairing.mentorId(),
                      pairing.coachId(),
                      pairing.startedOn(),
                      pairing.finishedOn(),
                      at,
                      by
                  )
              );
    }
}
