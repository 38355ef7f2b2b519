package org.coachbench.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The distinct connections mode of
 * <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">GraphQL over server-sent events</a>.
 */
@Isolated
@CoachbenchTest
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class EventStreamTests {

    private static final String EVENT_STREAM = "text/event-stream";

    private final Staffroom staffroom;
    private TestClient client;
    private Coach coach;

    EventStreamTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void startACycle() {
        var school = staffroom.school();
        var mentor = staffroom.mentorAt(school);
        client = mentor.client();
        coach = new Coach(client);
        coach.start(staffroom.ectWithoutAccount(mentor, school).id());
    }

    private String events(int after) {
        return "subscription { cycleEvents(cycleId: \"%s\", after: %d) { sequence } }".formatted(
            coach.cycleId(),
            after
        );
    }

    @Test
    void eventsComeFirstFromTheLogAndThenAsTheyHappen() throws Exception {
        coach.done("recordEvidence", Map.of("text", "Before"));
        try (var stream = client.stream(events(1))) {
            assertThat(stream.next().at("/data/cycleEvents/sequence").asInt()).isEqualTo(2);
            coach.done("recordEvidence", Map.of("text", "Meanwhile"));
            assertThat(stream.next().at("/data/cycleEvents/sequence").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aQueryIsAnsweredByOneEvent() throws Exception {
        try (var stream = client.stream("{ viewer { person { name } } }")) {
            assertThat(stream.next().at("/data/viewer/person/name").isString()).isTrue();
            stream.complete();
        }
    }

    @Test
    void whatIsWrongWithADocumentIsSaid() throws Exception {
        try (var stream = client.stream("subscription { nothing }")) {
            var answer = stream.next();
            assertThat(answer.at("/errors/0/message").asString()).contains("nothing");
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_REQUEST");
            assertThat(answer.has("data")).isFalse();
            stream.complete();
        }
    }

    @Test
    void whatCannotBeFollowedEndsWithAnError() throws Exception {
        try (var stream = client.stream("subscription { cycleEvents(cycleId: \"cycle_unknown\") { sequence } }")) {
            assertThat(stream.next().at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
            stream.complete();
        }
    }

    @Test
    void signingOutEndsTheStreamWithAReason(CapturedOutput log) throws Exception {
        var before = log.length();
        try (var stream = client.stream(events(0))) {
            assertThat(stream.next().at("/data/cycleEvents/sequence").asInt()).isEqualTo(1);
            client.send("DELETE", "/session", null);
            assertThat(stream.next().at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
            stream.complete();
        }
        assertThat(log.toString().substring(before)).doesNotContain("\tat ").doesNotContain("ERROR");
    }

    @Test
    void signingOutElsewhereEndsNothingHere() throws Exception {
        try (var stream = client.stream(events(1))) {
            staffroom.colleague(false).client().send("DELETE", "/session", null);
            coach.done("recordEvidence", Map.of("text", "Still here"));
            assertThat(stream.next().at("/data/cycleEvents/sequence").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whoIsNotSignedInOrIsNoPageOfOursIsRefused() throws Exception {
        var anybody = staffroom.anybody();
        anybody.send("GET", "/session", null);
        var body = Map.of("query", events(0));
        var unknown = anybody.send("POST", "/graphql", body, EVENT_STREAM);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("UNAUTHENTICATED");
        assertThat(client.withoutCsrfToken(events(0), EVENT_STREAM).statusCode()).isEqualTo(403);
    }

    /** A page elsewhere could send it without a token, and the framework does not take it either. */
    @Test
    void thereAreNoStreamsOverGet() {
        var answer = client.send("GET", "/graphql?query=%7B__typename%7D", null, EVENT_STREAM);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void whoVanishesLeavesNoStackTrace(CapturedOutput log) throws Exception {
        var before = log.length();
        for (int i = 0; i < 20; i++) {
            var stream = client.stream(events(0));
            stream.next();
            stream.close();
            coach.done("recordEvidence", Map.of("text", "To nobody " + i));
            coach.done("recordEvidence", Map.of("text", "To nobody again " + i));
        }
        assertThat(log.toString().substring(before)).doesNotContain("\tat ").doesNotContain("ERROR");
    }
}
