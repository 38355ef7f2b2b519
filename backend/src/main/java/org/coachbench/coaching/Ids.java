package org.coachbench.coaching;

import org.bson.types.ObjectId;

/** New ids. They grow with time, so that sorting by id is sorting by age. */
final class Ids {

    private Ids() {}

    static String next(String prefix) {
        return prefix + new ObjectId().toHexString();
    }
}
