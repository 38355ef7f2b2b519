package org.coachbench.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When somebody gets e-mails.
 *
 * @param isSchoolDay by the calendar of their school
 */
record MailTimes(NoticeSettings settings, Predicate<LocalDate> isSchoolDay) {
    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    /** Longer than any holidays: a calendar without a school day must not be searched for ever. */
    private static final int MOST_DAYS = 400;

    /**
     * When a notice is to be mailed; none when its receiver does not want that. What changes the plan for a session does
     * not wait until that is over.
     *
     * @param session the earliest time at which they may turn up for the session that it tells of; null when it tells of none
     */
    Optional<Instant> due(NoticeKind kind, Instant now, @Nullable Instant session) {
        return switch (settings.choice(kind)) {
            case NONE -> Optional.empty();
            case AT_ONCE -> Optional.of(inTime(kind, now, nextOpen(now), session));
            case DIGEST -> Optional.of(inTime(kind, now, nextDigest(now), session));
        };
    }

    private static Instant inTime(NoticeKind kind, Instant now, Instant due, @Nullable Instant session) {
        var tooLate = kind.isOfSession() && session != null && session.isBefore(due);
        return tooLate ? now : due;
    }

    boolean isOpen(Instant moment) {
        if (!settings.quiet()) {
            return true;
        }
        var local = moment.atZone(SCHOOL_TIME);
        var time = local.toLocalTime();
        return (
            isSchoolDay.test(local.toLocalDate()) &&
            !time.isBefore(settings.opensAt()) &&
            time.isBefore(settings.closesAt())
        );
    }

    Instant nextOpen(Instant now) {
        return isOpen(now) ? now : next(settings.opensAt(), now);
    }

    /** After now. */
    Instant nextDigest(Instant now) {
        return next(settings.digestTime(), now);
    }

    private Instant next(LocalTime time, Instant now) {
        var today = now.atZone(SCHOOL_TIME).toLocalDate();
        return today
            .datesUntil(today.plusDays(MOST_DAYS))
            .filter(isSchoolDay)
            .map(day -> day.atTime(time).atZone(SCHOOL_TIME).toInstant())
            .filter(moment -> moment.isAfter(now))
            .findFirst()
            .orElseGet(() -> today.plusDays(MOST_DAYS).atTime(time).atZone(SCHOOL_TIME).toInstant());
    }
}
