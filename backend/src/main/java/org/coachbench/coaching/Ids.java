package org.coachbench.coaching;

import java.time.Instant;
import java.util.Date;
import org.bson.types.ObjectId;

/** New ids. They grow with time, so that sorting by id is sorting by age. */
final class Ids {

    /** What an id of a cycle looks like. */
    static final String CYCLE = CoachingCycle.ID_PREFIX + "[0-9a-f]{24}";

    private Ids() {}

    static String next(String prefix, Instant now) {
        return prefix + new ObjectId(Date.from(now)).toHexString();
    }

    /** When an id was made. */
    static Instant madeAt(String id, String prefix) {
        return new ObjectId(id.substring(prefix.length())).getDate().toInstant();
    }
}
