package org.coachbench.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not signed in, or not of the pair, gets nothing by any path. */
@CoachbenchTest
class AccessTests {

    private static final String CYCLE = "query ($id: ID!) { coachingCycle(id: $id) { id } node(id: $id) { id } }";

    private final Staffroom staffroom;

    AccessTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void anAnonymousCallerGetsNothingButTheSignIn() {
        var anybody = staffroom.anybody();
        assertThat(anybody.send("GET", "/session", null).statusCode()).isEqualTo(200);
        var answer = anybody.send("POST", "/graphql", Map.of("query", "{ viewer { person { id } } }"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("UNAUTHENTICATED");
        assertThat(anybody.send("GET", "/actuator/env", null).statusCode()).isIn(401, 403);
    }

    @Test
    void aWebSocketFromAForeignOriginIsRefused() {
        var mentor = staffroom.pair().mentor();
        var foreign = mentor.client().openWebSocket("https://elsewhere.example");
        assertThatThrownBy(() -> foreign.with(new WebSocket.Listener() {}))
            .hasCauseInstanceOf(WebSocketHandshakeException.class)
            .satisfies(refused ->
                assertThat(((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode()).isEqualTo(403)
            );
    }

    @Test
    void aRequestWithoutItsCsrfTokenIsRefused() throws Exception {
        var answer = staffroom
            .pair()
            .mentor()
            .client()
            .withoutCsrfToken("{ viewer { person { id } } }", "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void anEctSeesTheirCycleOnlyFromTheMomentItIsShared() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var before = pair.ect().client().data(CYCLE, Map.of("id", coach.cycleId()));
        assertThat(before.get("coachingCycle").isNull()).isTrue();
        assertThat(before.get("node").isNull()).isTrue();
        coach.mutate("cancelCycle", Map.of("cycleId", coach.cycleId(), "reason", "Start anew"));
        coach.toShared(pair.ect().id());
        var after = pair.ect().client().data(CYCLE, Map.of("id", coach.cycleId()));
        assertThat(after.at("/coachingCycle/id").asString()).isEqualTo(coach.cycleId());
    }

    @Test
    void nobodyElseSeesACycleByAnyPath() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var otherEct = staffroom.ectOf(pair.mentor(), pair.school());
        var otherMentor = staffroom.mentorAt(pair.school());
        var tutor = staffroom.tutorOf(pair.school());
        for (var stranger : List.of(otherEct, otherMentor, tutor, staffroom.administrator())) {
            var found = stranger.client().data(CYCLE, Map.of("id", coach.cycleId()));
            assertThat(found.get("coachingCycle").isNull()).isTrue();
            assertThat(found.get("node").isNull()).isTrue();
            var asEct = stranger
                .client()
                .data(
                    "query ($id: ID!) { node(id: $id) { ... on Person { currentStep { step { title } } openCycle { id } coachingCycles { edges { cursor } } } } }",
                    Map.of("id", pair.ect().id())
                );
            if (!asEct.get("node").isNull()) {
                assertThat(asEct.at("/node/currentStep").isNull()).isTrue();
                assertThat(asEct.at("/node/openCycle").isNull()).isTrue();
                assertThat(asEct.at("/node/coachingCycles/edges")).isEmpty();
            }
            var strangeCoach = new Coach(stranger.client());
            strangeCoach.resume(coach.cycleId());
            var refused = strangeCoach.change("recordEvidence", Map.of("text", "Mine"));
            assertThat(refused.at("/problems/0/__typename").asString()).isEqualTo("NotFoundProblem");
            for (var subscription : List.of("cycleEvents", "presence")) {
                var field = subscription.equals("presence") ? "since" : "sequence";
                try (
                    var follow = stranger
                        .client()
                        .follow(
                            "subscription ($id: ID!) { %s(cycleId: $id) { %s } }".formatted(subscription, field),
                            Map.of("id", coach.cycleId())
                        )
                ) {
                    assertThat(follow.next().get("type").asString()).isEqualTo("error");
                }
            }
        }
    }

    @Test
    void aNewMentorSeesTheClosedStepButNotTheOldNotes() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        var seen = next
            .client()
            .data(
                "query ($id: ID!) { coachingCycle(id: $id) { step { title } observation { evidence { text } } reflection can } }",
                Map.of("id", coach.cycleId())
            )
            .get("coachingCycle");
        assertThat(seen.at("/step/title").asString()).isEqualTo("Wait");
        assertThat(seen.get("observation").isNull()).isTrue();
        assertThat(seen.get("can")).isEmpty();
        assertThat(
            coach.change("reviewStep", Map.of("outcome", "EMBEDDED")).at("/problems/0/__typename").asString()
        ).isEqualTo("NotFoundProblem");
    }

    @Test
    void contactsAreShownToThePersonTheirTutorAndAdministratorsOnly() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var ask = "query ($id: ID!) { node(id: $id) { ... on Person { email } } }";
        var ect = Map.of("id", pair.ect().id());
        assertThat(pair.ect().client().data(ask, ect).at("/node/email").isString()).isTrue();
        assertThat(tutor.client().data(ask, ect).at("/node/email").isString()).isTrue();
        assertThat(staffroom.administrator().client().data(ask, ect).at("/node/email").isString()).isTrue();
        assertThat(pair.mentor().client().data(ask, ect).at("/node/email").isNull()).isTrue();
        assertThat(staffroom.pair().mentor().client().data(ask, ect).get("node").isNull()).isTrue();
    }

    @Test
    void onlyAdministratorsRegister() {
        var tutor = staffroom.tutorOf(staffroom.school());
        var answer = tutor
            .client()
            .data(
                "mutation { registerSchool(input: {urn: \"999999\", name: \"Mine\"}) { school { id } problems { __typename } } }",
                Map.of()
            );
        assertThat(answer.at("/registerSchool/problems/0/__typename").asString()).isEqualTo("NotFoundProblem");
    }
}
