package org.coachbench.notify;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a person's calendar.
 *
 * @param uid the same for as long as it is the same thing
 * @param sequence grows when it is moved or called off
 * @param start an instant, or a day when it has no time
 * @param end null when it has no time
 * @param path of its screen; null when there is none to tell of
 * @param place null when none is known
 */
record CalendarEntry(
    String uid,
    int sequence,
    boolean cancelled,
    Temporal start,
    @Nullable Temporal end,
    String summary,
    @Nullable String path,
    @Nullable String place
) {
    static CalendarEntry ofDay(String uid, int sequence, Temporal day, String summary, @Nullable String path) {
        return new CalendarEntry(uid, sequence, false, day, null, summary, path, null);
    }
}
