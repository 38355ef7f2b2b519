package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSession;
import org.springframework.stereotype.Component;

/** What else one of the two has at the time of their session. It warns and refuses nothing. */
@Component
class Clashes {

    private static final int MOST = 20;

    private final TakenTimes takenTimes;

    Clashes(TakenTimes takenTimes) {
        this.takenTimes = takenTimes;
    }

    enum ScheduleClashKind {
        SESSION,
        TRAINING_EVENT,
    }

    record ScheduleClash(String personId, ScheduleClashKind kind, Instant startsAt, Instant endsAt) {}

    /** By cycle whose session is scheduled; three store commands for any number of them. */
    Map<CoachingCycle, List<ScheduleClash>> of(Set<CoachingCycle> cycles) {
        var scheduled = new HashMap<CoachingCycle, ScheduledSession>();
        for (var cycle : cycles) {
            var session = cycle.scheduled();
            if (session != null) {
                scheduled.put(cycle, session);
            }
        }
        if (scheduled.isEmpty()) {
            return Map.of();
        }
        var people = scheduled
            .keySet()
            .stream()
            .flatMap(cycle -> TakenTimes.pair(cycle).stream())
            .collect(toSet());
        var from = scheduled.values().stream().map(ScheduledSession::startsAt).min(Instant::compareTo).orElseThrow();
        var taken = takenTimes.of(people, from);
        return scheduled
            .entrySet()
            .stream()
            .collect(
                toMap(Map.Entry::getKey, one ->
                    taken.during(one.getKey(), one.getValue().startsAt(), one.getValue().endsAt()).limit(MOST).toList()
                )
            );
    }
}
