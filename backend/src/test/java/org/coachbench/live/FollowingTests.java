package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Subscription;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Following a cycle over WebSockets, many at a time. */
@Isolated
@CoachbenchTest
class FollowingTests {

    private static final int MOST_FOLLOWERS = 500;
    private static final String EVENTS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { sequence } }";
    private static final String WITH_ACTIONS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { sequence cycle { can } } }";

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final EventFollower follower;

    FollowingTests(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired EventFollower follower
    ) {
        this.staffroom = staffroom;
        this.store = store;
        this.follower = follower;
    }

    @Test
    void whoJoinsAtAnyMomentGetsEveryEventOnceAndInOrder() throws Exception {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var shared = coach.toShared(pair.ect().id()).get("lastSequence").asInt();
        var followers = new ArrayList<Subscription>();
        var from = new ArrayList<Integer>();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> notes = () -> {
                for (int i = 0; i < 60; i++) {
                    coach.done("recordEvidence", Map.of("text", "Note " + i));
                }
                return null;
            };
            var writing = background.submit(notes);
            // On a busy machine joining is quicker than writing; the service takes so many connections, and no more.
            while (!writing.isDone() && followers.size() < MOST_FOLLOWERS) {
                var after = followers.size() % (shared + 1);
                var client = followers.size() % 2 == 0 ? pair.mentor().client() : pair.ect().client();
                followers.add(follow(client, coach, after));
                from.add(after);
            }
            writing.get();
        }
        assertThat(followers).hasSizeGreaterThan(5);
        for (int i = 0; i < followers.size(); i++) {
            try (var follower = followers.get(i)) {
                var count = shared + 60 - from.get(i);
                assertThat(sequences(follower.nextData(count))).isEqualTo(
                    IntStream.rangeClosed(from.get(i) + 1, shared + 60)
                        .boxed()
                        .toList()
                );
            }
        }
    }

    @Test
    void twoPeopleWithOneSelectionEachGetTheirOwnView() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var after = coach.toShared(pair.ect().id()).get("lastSequence").asInt();
        var variables = Map.of("id", coach.cycleId(), "after", after);
        try (
            var mentor = pair.mentor().client().follow(WITH_ACTIONS, variables);
            var ect = pair.ect().client().follow(WITH_ACTIONS, variables);
            var other = follow(pair.ect().client(), coach, after)
        ) {
            coach.done("recordPraise", Map.of("text", "Every book was open."));
            assertThat(mentor.nextData().at("/cycleEvents/cycle/can").toString()).contains("START_SESSION");
            assertThat(ect.nextData().at("/cycleEvents/cycle/can").toString()).isEqualTo("[\"REFLECT\"]");
            assertThat(other.nextData().toString()).isEqualTo(
                "{\"cycleEvents\":{\"sequence\":%d}}".formatted(after + 1)
            );
        }
    }

    @Test
    void whatAnotherProcessWroteIsFoundThoughItsSignalWasLost() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var last = coach.start(pair.ect().id()).at("/cycle/lastSequence").asInt();
        follower.stop();
        try (var mentor = follow(pair.mentor().client(), coach, last)) {
            var header = new CycleEvent.Header(coach.cycleId(), last + 1, Instant.now(), pair.mentor().id());
            store.insert(LoggedEvent.of(new CycleEvent.CycleShared(header)));
            store.updateFirst(cycle(coach), new Update().set("lastSequence", last + 1), CoachingCycle.COLLECTION);
            assertThat(sequences(mentor.nextData(1))).containsExactly(last + 1);
        } finally {
            follower.start();
        }
    }

    @Test
    void whoMayNoLongerSeeACycleHearsNoMoreOfItAndIsToldWhy() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var mentor = follow(pair.mentor().client(), coach, 0)) {
            mentor.nextData();
            store.remove(cycle(coach), CoachingCycle.COLLECTION);
            var end = mentor.next();
            assertThat(end.get("type").asString()).isEqualTo("error");
            assertThat(end.at("/payload/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void whatIsNotTheirsToFollowIsRefusedWithACode() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var stranger = follow(staffroom.mentorAt(pair.school()).client(), coach, 0)) {
            assertThat(stranger.next().at("/payload/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
        }
    }

    private static Query cycle(Coach coach) {
        return Query.query(Criteria.where("_id").is(coach.cycleId()));
    }

    private static Subscription follow(TestClient client, Coach coach, int after) {
        return client.follow(EVENTS, Map.of("id", coach.cycleId(), "after", after));
    }

    private static List<Integer> sequences(List<JsonNode> events) {
        return events
            .stream()
            .map(data -> data.at("/cycleEvents/sequence").asInt())
            .toList();
    }
}
