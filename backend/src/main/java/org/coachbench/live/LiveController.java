package org.coachbench.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.Hearing;
import org.coachbench.live.Following.Asked;
import org.coachbench.live.Presence.CyclePart;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** The subscriptions of live.graphqls. */
@Controller
class LiveController {

    private final CycleAccess access;
    private final WhoIsHere whoIsHere;
    private final People people;

    LiveController(CycleAccess access, WhoIsHere whoIsHere, People people) {
        this.access = access;
        this.whoIsHere = whoIsHere;
        this.people = people;
    }

    /** By its principal, because a method that takes the viewer is called only when somebody listens. */
    @SubscriptionMapping
    Flux<CycleEvent> cycleEvents(
        @Argument String cycleId,
        @Argument int after,
        Principal principal,
        DataFetchingEnvironment environment
    ) {
        if (after < 0) {
            return Flux.error(new BadRequest("after must be 0 or a sequence number."));
        }
        var viewer = Viewer.of(principal);
        return access
            .find(viewer, Act.FOLLOW, cycleId)
            .map(cycle -> Asked.of(cycle, viewer, access.hearing(viewer, cycle), after, environment))
            .map(asked -> whileOpen(asked, Following.of(environment.getGraphQlContext()).events(asked)))
            .orElseGet(() -> Flux.error(noSuchCycle()));
    }

    /** The pair's right to a cycle does not end; that of a visitor and a coach does, and may before the next event. */
    private Flux<CycleEvent> whileOpen(Asked asked, Flux<CycleEvent> events) {
        if (asked.hearing() == Hearing.ALL) {
            return events;
        }
        return events.handle((event, sink) -> {
            if (access.find(asked.viewer(), Act.FOLLOW, asked.cycleId()).isPresent()) {
                sink.next(event);
            } else {
                sink.error(SubscriptionEnd.FORBIDDEN.exception());
            }
        });
    }

    @SubscriptionMapping
    Flux<List<Presence>> presence(
        @Argument String cycleId,
        @Argument CyclePart lookingAt,
        @AuthenticationPrincipal Viewer viewer
    ) {
        var cycle = access.find(viewer, Act.FOLLOW, cycleId).orElseThrow(LiveController::noSuchCycle);
        var present = whoIsHere.enter(cycle.id(), viewer.personId(), lookingAt, access.mayWrite(viewer, cycle));
        return access.hearing(viewer, cycle) == Hearing.ALL
            ? present
            : present.takeWhile(_ -> access.find(viewer, Act.FOLLOW, cycleId).isPresent());
    }

    private static BadRequest noSuchCycle() {
        return new BadRequest("There is no such coaching cycle.");
    }

    @BatchMapping(typeName = "CycleEvent")
    Map<CycleEvent, Person> by(List<CycleEvent> asked) {
        var byId = byId(asked.stream().map(CycleEvent::personId).toList());
        return asked.stream().collect(toMap(identity(), event -> byId.get(event.personId())));
    }

    @SchemaMapping(typeName = "CycleEvent")
    CoachingCycle cycle(CycleEvent event, @AuthenticationPrincipal Viewer viewer) {
        return access.find(viewer, Act.FOLLOW, event.cycleId()).orElseThrow();
    }

    @BatchMapping(typeName = "Presence")
    Map<Presence, Person> person(List<Presence> asked) {
        var byId = byId(asked.stream().map(Presence::personId).toList());
        return asked.stream().collect(toMap(identity(), one -> byId.get(one.personId())));
    }

    private Map<String, Person> byId(List<String> ids) {
        return people.findAllById(ids.stream().distinct().toList()).stream().collect(toMap(Person::id, identity()));
    }
}
