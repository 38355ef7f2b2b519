package org.coachbench.notify;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.notify.Notice.About;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells both of a pair that their session is off, because the one does not coach the other any more. */
@Component
class OffSessionNotices {

    private final ScheduledSessions sessions;
    private final Notices notices;
    private final Clock clock;

    OffSessionNotices(ScheduledSessions sessions, Notices notices, Clock clock) {
        this.sessions = sessions;
        this.notices = notices;
        this.clock = clock;
    }

    /** Coaching ends with a day, so that this is so from a morning on. */
    @Scheduled(cron = "0 0 7 * * *", zone = "Europe/London")
    void tellPairs() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var made = sessions
            .off(now)
            .stream()
            .flatMap(cycle -> of(cycle, now).stream())
            .toList();
        notices.tell(notices.untold(made));
    }

    /** Whoever is coached does not know of it before the cycle is shared. */
    private static List<Notice> of(CoachingCycle cycle, Instant now) {
        var scheduled = requireNonNull(cycle.scheduled());
        var key = "%s_%d_off".formatted(cycle.id(), scheduled.moves());
        var about = About.session(cycle.id(), scheduled.startsAt());
        var told = new ArrayList<Notice>();
        told.add(Notice.of(NoticeFact.SESSION_OFF, key, cycle.mentorId(), cycle.ectId(), about, now));
        if (cycle.sharedAt() != null) {
            told.add(Notice.of(NoticeFact.SESSION_OFF, key, cycle.ectId(), cycle.mentorId(), about, now));
        }
        return told;
    }
}
