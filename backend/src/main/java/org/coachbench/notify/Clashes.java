package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSession;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.BookedDates;
import org.coachbench.programme.BookedDates.BookedDate;
import org.springframework.stereotype.Component;

/** What else one of the two has at the time of their session. It warns and refuses nothing. */
@Component
class Clashes {

    private final ScheduledSessions sessions;
    private final BookedDates booked;

    Clashes(ScheduledSessions sessions, BookedDates booked) {
        this.sessions = sessions;
        this.booked = booked;
    }

    enum ScheduleClashKind {
        SESSION,
        TRAINING_EVENT,
    }

    record ScheduleClash(String personId, ScheduleClashKind kind, Instant startsAt, Instant endsAt) {}

    /** By cycle whose session is scheduled; three store commands for any number of them. */
    Map<CoachingCycle, List<ScheduleClash>> of(Set<CoachingCycle> cycles) {
        var scheduled = cycles
            .stream()
            .filter(cycle -> cycle.scheduled() != null)
            .toList();
        if (scheduled.isEmpty()) {
            return Map.of();
        }
        var people = new HashSet<String>();
        scheduled.forEach(cycle -> people.addAll(pair(cycle)));
        var from = scheduled
            .stream()
            .map(CoachingCycle::scheduled)
            .filter(Objects::nonNull)
            .map(ScheduledSession::startsAt)
            .min(Instant::compareTo)
            .orElseThrow();
        var taken = sessions.takenFrom(people, from);
        var dates = booked.from(people, SchoolDay.of(from));
        return scheduled.stream().collect(toMap(Function.identity(), cycle -> clashes(cycle, taken, dates)));
    }

    private static List<ScheduleClash> clashes(CoachingCycle cycle, List<CoachingCycle> taken, List<BookedDate> dates) {
        var session = cycle.scheduled();
        if (session == null) {
            return List.of();
        }
        var pair = pair(cycle);
        var others = taken
            .stream()
            .filter(other -> !other.id().equals(cycle.id()))
            .flatMap(other -> {
                var theirs = other.scheduled();
                return theirs != null && session.overlaps(theirs.startsAt(), theirs.endsAt())
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
            .filter(date -> pair.contains(date.personId()))
            .filter(date -> session.overlaps(date.startsAt(), date.endsAt()))
            .map(date ->
                new ScheduleClash(date.personId(), ScheduleClashKind.TRAINING_EVENT, date.startsAt(), date.endsAt())
            );
        return Stream.concat(others, events).limit(20).toList();
    }

    private static Set<String> pair(CoachingCycle cycle) {
        return Set.of(cycle.mentorId(), cycle.ectId());
    }
}
