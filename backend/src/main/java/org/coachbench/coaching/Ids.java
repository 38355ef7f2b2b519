package org.coachbench.coaching;

import java.time.Instant;
import java.util.Date;
import org.bson.types.ObjectId;

/** New ids. They grow with time, so that sorting by id is sorting by age. */
final class Ids {

    private Ids() {}

    static String next(String prefix, Instant now) {
        return prefix + new ObjectId(Date.from(now)).toHexString();
    }
}
