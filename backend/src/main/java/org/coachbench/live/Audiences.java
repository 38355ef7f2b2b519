package org.coachbench.live;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.coaching.CycleAccess.Follower;
import org.coachbench.live.Audience.Seat;
import org.coachbench.live.Audience.Topic;
import org.coachbench.live.Following.Asked;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The audiences of this process; they come with their first follower and go with the last. */
@Component
class Audiences {

    private final Map<Topic, Audience> open = new ConcurrentHashMap<>();
    private final EventLog log;
    private final CycleAccess access;
    private final JsonMapper json;

    Audiences(EventLog log, CycleAccess access, JsonMapper json) {
        this.log = log;
        this.access = access;
        this.json = json;
    }

    /** A seat among those who ask for the same; for the first one {@code execution} is begun. */
    Seat join(Topic topic, Asked asked, Function<Audience, Flux<ExecutionResult>> execution) {
        var mine = new AtomicReference<Seat>();
        var audience = requireNonNull(
            open.compute(topic, (_, present) -> {
                var found = present == null ? new Audience(topic, asked::hears, asked.logged(), log, json) : present;
                mine.set(found.sit());
                return found;
            })
        );
        // It ends when its last follower leaves, or by a fault; in either case nobody shall find it any more.
        audience.startOnce(() -> execution.apply(audience).doFinally(_ -> open.remove(topic, audience)));
        return mine.get();
    }

    void leave(Seat seat) {
        var audience = seat.audience();
        var isLast = new AtomicBoolean();
        open.computeIfPresent(audience.topic(), (_, present) -> {
            isLast.set(audience.leave(seat) && present == audience);
            return isLast.get() ? null : present;
        });
        if (isLast.get()) {
            // Not before it is gone from the map: what stops with it looks there.
            audience.stop();
        }
    }

    /** Before those who write something because of it: whoever follows does not wait for them. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void arrived(EventsLogged news) {
        open.values()
            .stream()
            .filter(audience -> audience.topic().cycleId().equals(news.cycleId()))
            .forEach(audience -> news.events().forEach(audience::arrived));
    }

    /** After a break in the change stream. */
    void lookAgain() {
        open.values().forEach(Audience::lookAgain);
    }

    /**
     * Who may no longer see a cycle hears no more of it; and should a signal be lost, the cycle itself tells that there is
     * more. The number of store commands is the same for any number of followers.
     */
    @Scheduled(fixedDelayString = "PT1S")
    void lookAfterAll() {
        // Those of before the question: who joins during it is not in the answer.
        var audiences = List.copyOf(open.values());
        if (audiences.isEmpty()) {
            return;
        }
        var following = access.stillFollowing(audiences.stream().map(Audiences::follower).collect(toSet()));
        for (var audience : audiences) {
            var lastSequence = following.get(follower(audience));
            if (lastSequence == null) {
                audience.end(SubscriptionEnd.FORBIDDEN.exception());
            } else {
                audience.lookAgainIfBehind(lastSequence);
            }
        }
    }

    private static Follower follower(Audience audience) {
        return new Follower(audience.topic().viewer(), audience.topic().cycleId());
    }
}
