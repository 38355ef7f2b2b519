package org.coachbench.coaching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When the two of a cycle will meet.
 *
 * @param moves how often it was moved; calendars take the copy with the higher number for the newer one
 */
public record ScheduledSession(Instant startsAt, Instant endsAt, int moves) {
    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final int MONTHS_AHEAD = 12;

    /** For as long as the meeting's budget. Calendars know no seconds. */
    static ScheduledSession at(Instant given, CycleKind kind, @Nullable ScheduledSession before, Instant now) {
        var startsAt = given.truncatedTo(ChronoUnit.MINUTES);
        if (before != null && before.startsAt.equals(startsAt)) {
            return before;
        }
        var latest = now.atZone(SCHOOL_TIME).plusMonths(MONTHS_AHEAD).toInstant();
        if (!startsAt.isAfter(now) || startsAt.isAfter(latest)) {
            throw Problem.invalid(
                "Choose a time that is still to come, within the next %d months.".formatted(MONTHS_AHEAD),
                "startsAt"
            );
        }
        var endsAt = startsAt.plus(Duration.ofMinutes(kind.minutes()));
        return new ScheduledSession(startsAt, endsAt, before == null ? 0 : before.moves + 1);
    }

    public boolean overlaps(Instant from, Instant until) {
        return startsAt.isBefore(until) && from.isBefore(endsAt);
    }
}
