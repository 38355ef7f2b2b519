package org.coachbench.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.coaching.CycleEvent;
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
import reactor.core.scheduler.Schedulers;

/** The subscriptions of live.graphqls. */
@Controller
class LiveController {

    private final CycleAccess access;
    private final EventLog events;
    private final EventFollower follower;
    private final WhoIsHere whoIsHere;
    private final People people;

    LiveController(CycleAccess access, EventLog events, EventFollower follower, WhoIsHere whoIsHere, People people) {
        this.access = access;
        this.events = events;
        this.follower = follower;
        this.whoIsHere = whoIsHere;
        this.people = people;
    }

    /**
     * Reads the log after what was delivered last, whenever there is news. A slow subscriber holds no buffer: it gets
     * its events from the log when it asks for more.
     */
    @SubscriptionMapping
    Flux<CycleEvent> cycleEvents(
        @Argument String cycleId,
        @Argument int after,
        @AuthenticationPrincipal Viewer viewer
    ) {
        requireFollowable(viewer, cycleId);
        if (after < 0) {
            throw new BadRequest("after must be 0 or a sequence number.");
        }
        var delivered = new AtomicInteger(after);
        return follower
            .newsOf(cycleId)
            .startWith(cycleId)
            .onBackpressureLatest()
            .publishOn(Schedulers.boundedElastic(), 1)
            .concatMap(news -> logged(cycleId, delivered), 0);
    }

    private Flux<CycleEvent> logged(String cycleId, AtomicInteger delivered) {
        return Flux.defer(() -> Flux.fromIterable(events.after(cycleId, delivered.get())))
            .doOnNext(event -> delivered.set(event.sequence()))
            .collectList()
            .flatMapMany(page ->
                page.isEmpty() ? Flux.empty() : Flux.fromIterable(page).concatWith(logged(cycleId, delivered))
            );
    }

    @SubscriptionMapping
    Flux<List<Presence>> presence(
        @Argument String cycleId,
        @Argument CyclePart lookingAt,
        @AuthenticationPrincipal Viewer viewer
    ) {
        requireFollowable(viewer, cycleId);
        return whoIsHere.enter(cycleId, viewer.personId(), lookingAt);
    }

    private void requireFollowable(Viewer viewer, String cycleId) {
        if (access.followable(viewer, cycleId).isEmpty()) {
            throw new BadRequest("There is no such coaching cycle.");
        }
    }

    @BatchMapping(typeName = "CycleEvent")
    Map<CycleEvent, Person> by(List<CycleEvent> asked) {
        var byId = byId(asked.stream().map(CycleEvent::personId).toList());
        return asked.stream().collect(toMap(identity(), event -> byId.get(event.personId())));
    }

    @SchemaMapping(typeName = "CycleEvent")
    CoachingCycle cycle(CycleEvent event, @AuthenticationPrincipal Viewer viewer) {
        return access.followable(viewer, event.cycleId()).orElseThrow();
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
