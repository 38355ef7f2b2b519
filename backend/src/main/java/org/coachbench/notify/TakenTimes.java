package org.coachbench.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.notify.Clashes.ScheduleClash;
import org.coachbench.notify.Clashes.ScheduleClashKind;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.BookedDates;
import org.coachbench.programme.BookedDates.BookedDate;
import org.springframework.stereotype.Component;

/** When people are busy, as far as it stands in Coachbench. */
@Component
class TakenTimes {

    private final ScheduledSessions sessions;
    private final BookedDates booked;

    TakenTimes(ScheduledSessions sessions, BookedDates booked) {
        this.sessions = sessions;
        this.booked = booked;
    }

    /** Three store commands for any number of people. */
    Taken of(Set<String> personIds, Instant from) {
        return new Taken(sessions.takenFrom(personIds, from), booked.from(personIds, SchoolDay.of(from)));
    }

    static Set<String> pair(CoachingCycle cycle) {
        return Set.of(cycle.mentorId(), cycle.ectId());
    }

    record Taken(List<CoachingCycle> sessions, List<BookedDate> dates) {
        /** What either of a cycle's two has in a stretch of time, beside the cycle's own session. */
        Stream<ScheduleClash> during(CoachingCycle cycle, Instant from, Instant until) {
            var pair = pair(cycle);
            var others = sessions
                .stream()
                .filter(other -> !other.id().equals(cycle.id()))
                .flatMap(other -> {
                    var theirs = other.scheduled();
                    return theirs != null && theirs.overlaps(from, until)
                        ? pair(other)
                              .stream()
                              .filter(pair::contains)
                              .map(who ->
                                  new ScheduleClash(who, ScheduleClashKind.SESSION, theirs.startsAt(), theirs.endsAt())
                              )
                        : Stream.empty();
                });
            var events = dates
                .stream()
                .filter(date -> pair.contains(date.personId()) && date.overlaps(from, until))
                .map(date ->
                    new ScheduleClash(date.personId(), ScheduleClashKind.TRAINING_EVENT, date.startsAt(), date.endsAt())
                );
            return Stream.concat(others, events);
        }
    }
}
