package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.notify.Clashes.ScheduleClash;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What schedule.graphqls says of sessions to come. */
@Controller
class ScheduleController {

    private final ScheduledSessions sessions;
    private final Clashes clashes;
    private final People people;
    private final Clock clock;

    ScheduleController(ScheduledSessions sessions, Clashes clashes, People people, Clock clock) {
        this.sessions = sessions;
        this.clashes = clashes;
        this.people = people;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "Viewer")
    List<CoachingCycle> upcomingSessions(Viewer viewer) {
        return sessions.upcoming(viewer, clock.instant());
    }

    /** For whoever arranges the session: it tells what else the other one has, if only when. */
    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, List<ScheduleClash>> clashes(List<CoachingCycle> cycles, Principal principal) {
        var arranged = sessions.arrangedBy(Viewer.of(principal), cycles);
        var found = new HashMap<CoachingCycle, List<ScheduleClash>>();
        arranged.forEach(cycle -> found.put(cycle, List.of()));
        found.putAll(clashes.of(arranged));
        return found;
    }

    @BatchMapping(typeName = "ScheduleClash")
    Map<ScheduleClash, Person> person(List<ScheduleClash> asked) {
        var byId = people
            .findAllById(asked.stream().map(ScheduleClash::personId).distinct().toList())
            .stream()
            .collect(toMap(Person::id, identity()));
        return asked
            .stream()
            .distinct()
            .collect(toMap(identity(), one -> requireNonNull(byId.get(one.personId()))));
    }
}
