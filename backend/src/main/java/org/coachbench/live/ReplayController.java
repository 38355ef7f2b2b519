package org.coachbench.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.coaching.Hearing;
import org.coachbench.live.Replay.Moment;
import org.coachbench.live.Replay.NoteBurst;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** The fields of replay.graphqls. */
@Controller
class ReplayController {

    private final CycleAccess access;
    private final EventLog events;
    private final People people;
    private final Clock clock;

    ReplayController(CycleAccess access, EventLog events, People people, Clock clock) {
        this.access = access;
        this.events = events;
        this.people = people;
        this.clock = clock;
    }

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, Replay> replay(List<CoachingCycle> cycles, Principal principal) {
        var viewer = Viewer.of(principal);
        var readable = cycles
            .stream()
            .filter(cycle -> cycle.session() != null && access.mayReadNotes(viewer, cycle))
            .toList();
        var now = clock.instant();
        var told = events.allOf(readable);
        var replays = new HashMap<CoachingCycle, Replay>();
        for (var cycle : readable) {
            var hearing = access.hearing(viewer, cycle);
            var heard = told.getOrDefault(cycle.id(), List.of()).stream().filter(hearing::hears).toList();
            Meeting.of(heard, now).ifPresent(meeting ->
                replays.put(cycle, hearing == Hearing.ALL ? meeting.replay() : meeting.replay().withoutEctsNote())
            );
        }
        return replays;
    }

    @BatchMapping(typeName = "Moment", field = "by")
    Map<Moment, Person> byOfMoments(List<Moment> asked) {
        return people(asked, Moment::personId);
    }

    @BatchMapping(typeName = "NoteBurst", field = "by")
    Map<NoteBurst, Person> byOfBursts(List<NoteBurst> asked) {
        return people(asked, NoteBurst::personId);
    }

    private <T> Map<T, Person> people(List<T> asked, Function<T, String> personId) {
        var ids = asked.stream().map(personId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), one -> byId.get(personId.apply(one))));
    }
}
