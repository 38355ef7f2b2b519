package org.coachbench.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.types.ObjectId;
import org.coachbench.live.Presence.CyclePart;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody's open subscription to a cycle, written down so that every process sees it.
 *
 * @param seenUntil when it is over unless its process, which is alive, has moved this on
 */
@Document(Visit.COLLECTION)
record Visit(
    @Id String id,
    @Indexed String cycleId,
    String personId,
    CyclePart lookingAt,
    boolean mayWrite,
    Instant since,
    @Indexed Instant seenUntil
) {
    static final String COLLECTION = "presences";

    static Visit begin(String cycleId, String personId, CyclePart lookingAt, boolean mayWrite, Duration lasting) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Visit(newId(), cycleId, personId, lookingAt, mayWrite, now, now.plus(lasting));
    }

    /** A visit of its own that is over: processes follow what is inserted, so this tells them that somebody left. */
    Visit leaving() {
        return new Visit(newId(), cycleId, personId, lookingAt, mayWrite, since, Instant.now());
    }

    Visit lasting(Duration fromNow) {
        return new Visit(id, cycleId, personId, lookingAt, mayWrite, since, Instant.now().plus(fromNow));
    }

    Presence presence() {
        return new Presence(personId, lookingAt, mayWrite, since);
    }

    private static String newId() {
        return new ObjectId().toHexString();
    }
}
