package org.coachbench.signin;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.ProtocolSocket;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.people.School;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * The rules that <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a> has
 * for a server, one test a rule.
 */
@Isolated
@CoachbenchTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSocketProtocolTests {

    private static final String WHO = "{ viewer { person { name } } }";

    private final Staffroom staffroom;
    private final School school;
    private final Colleague mentor;
    private final TestClient client;
    private Coach coach;
    private ProtocolSocket socket;

    WebSocketProtocolTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
        school = staffroom.school();
        mentor = staffroom.mentorAt(school);
        client = mentor.client();
    }

    @BeforeEach
    void startACycleAndOpenASocket() {
        coach = new Coach(client);
        coach.start(staffroom.ectWithoutAccount(mentor, school).id());
        socket = open("graphql-transport-ws");
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private ProtocolSocket open(String... subprotocols) {
        return new ProtocolSocket(client.openWebSocket(client.service().toString(), subprotocols));
    }

    @Test
    void theSubprotocolIsAgreedOn() {
        assertThat(socket.subprotocol()).isEqualTo("graphql-transport-ws");
        assertThat(open("something-else", "graphql-transport-ws").subprotocol()).isEqualTo("graphql-transport-ws");
    }

    @Test
    void withoutTheSubprotocolTheSocketIsClosed() {
        assertThat(open().closeCode()).isEqualTo(4406);
        assertThat(open("graphql-ws").closeCode()).isEqualTo(4406);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{\"type\":\"connection_init\"}",
            "{\"type\":\"connection_init\",\"payload\":null}",
            "{\"type\":\"connection_init\",\"payload\":{\"client\":\"any\"}}",
        }
    )
    void anInitIsAcknowledged(String init) {
        socket.send(init);
        assertThat(type(socket.next())).isEqualTo("connection_ack");
    }

    @Test
    void whoSubscribesBeforeTheAcknowledgementIsUnauthorized() {
        socket.subscribe("1", WHO);
        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @Test
    void aSecondInitIsOneTooMany() {
        socket.acknowledged().send("{\"type\":\"connection_init\"}");
        assertThat(socket.closeCode()).isEqualTo(4429);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"ping\"}", "{\"type\":\"ping\",\"payload\":{\"at\":1}}" })
    void aPingIsAnsweredBeforeAndAfterTheInit(String ping) {
        socket.send(ping);
        assertThat(type(socket.next())).isEqualTo("pong");
        socket.acknowledged().send(ping);
        assertThat(type(socket.next())).isEqualTo("pong");
    }

    @Test
    void aPongNeedsNoAnswer() {
        socket.acknowledged().send("{\"type\":\"pong\",\"payload\":{\"at\":1}}");
        socket.send("{\"type\":\"pong\"}");
        socket.send("{\"type\":\"ping\"}");
        assertThat(type(socket.next())).isEqualTo("pong");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "",
            "subscribe",
            "{\"type\":\"subscribe\"",
            "[]",
            "null",
            "\"ping\"",
            "{}",
            "{\"type\":null}",
            "{\"type\":7}",
            "{\"type\":\"start\"}",
            "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
            "{\"type\":\"connection_ack\"}",
            "{\"type\":\"ping\",\"payload\":[]}",
            "{\"type\":\"ping\",\"payload\":\"now\"}",
            "{\"type\":\"connection_init\",\"payload\":7}",
            "{\"type\":\"complete\"}",
            "{\"type\":\"complete\",\"id\":\"\"}",
            "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ viewer { person { name } } }\"}}",
            "{\"type\":\"subscribe\",\"id\":7,\"payload\":{\"query\":\"{ viewer { person { name } } }\"}}",
            "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ viewer { person { name } } }\"}}",
            "{\"type\":\"subscribe\",\"id\":\"1\"}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"{ viewer }\"}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ viewer }\",\"operationName\":7}}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ viewer }\",\"variables\":[]}}",
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ viewer }\",\"extensions\":\"\"}}",
        }
    )
    void aMessageThatTheProtocolDoesNotHaveClosesTheSocket(String message) {
        socket.acknowledged().send(message);
        assertThat(socket.closeCode()).isEqualTo(4400);
    }

    @Test
    void aBinaryMessageClosesTheSocket() {
        socket.acknowledged().sendBinary(new byte[] { 1, 2, 3 });
        assertThat(socket.closeCode()).isEqualTo(4400);
    }

    @Test
    void queriesAndMutationsAreAnsweredOnce() {
        socket.acknowledged().subscribe("q", WHO);
        var answer = socket.next();
        assertThat(type(answer)).isEqualTo("next");
        assertThat(answer.get("id").asString()).isEqualTo("q");
        assertThat(answer.at("/payload/data/viewer/person/name").isString()).isTrue();
        assertCompleted("q");
        socket.subscribe("m", note("Said over the socket"));
        assertThat(socket.next().at("/payload/data/recordEvidence/problems").isEmpty()).isTrue();
        assertCompleted("m");
    }

    @Test
    void aLongDocumentIsTaken() {
        var long20k = IntStream.range(0, 400)
            .mapToObj(i -> "thisIsAnAliasOfAConsiderableLength" + i + ": __typename")
            .collect(joining(" "));
        assertThat(long20k).hasSizeGreaterThan(15_000);
        socket.acknowledged().subscribe("1", "{ " + long20k + " }");
        assertThat(socket.next().at("/payload/data").size()).isEqualTo(400);
    }

    @Test
    void aSubscriptionIsFollowedUntilTheClientCompletesIt() {
        socket.acknowledged().subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        coach.done("recordEvidence", Map.of("text", "Before"));
        assertThat(sequence(socket.next())).isEqualTo(2);
        socket.complete("1");
        socket.subscribe("asked afterwards", WHO);
        assertThat(socket.next().get("id").asString()).isEqualTo("asked afterwards");
        assertCompleted("asked afterwards");
        coach.done("recordEvidence", Map.of("text", "After"));
        socket.send("{\"type\":\"ping\"}");
        assertThat(type(socket.next())).isEqualTo("pong");
    }

    @Test
    void anIdCanBeUsedAgainOnceItsOperationIsOver() {
        socket.acknowledged().subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        socket.complete("1");
        socket.subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        socket.complete("1");
        socket.subscribe("1", WHO);
        assertThat(socket.next().at("/payload/data/viewer").isObject()).isTrue();
        assertCompleted("1");
        socket.subscribe("1", "{ nothing }");
        assertThat(type(socket.next())).isEqualTo("error");
        socket.subscribe("1", WHO);
        assertThat(type(socket.next())).isEqualTo("next");
    }

    /** Tomcat closes a connection after its hundredth request, and said so to those that became sockets. */
    @ParameterizedTest
    @ValueSource(ints = { 95, 96, 97, 98, 99 })
    void aConnectionThatServedManyRequestsBecomesASocket(int requests) {
        var frequent = staffroom.mentorAt(school).client();
        for (int i = 0; i < requests; i++) {
            frequent.data(WHO, Map.of());
        }
        try (
            var opened = new ProtocolSocket(
                frequent.openWebSocket(frequent.service().toString(), "graphql-transport-ws")
            )
        ) {
            opened.acknowledged();
        }
    }

    @Test
    void anIdThatIsInUseClosesTheSocket() {
        socket.acknowledged().subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        socket.subscribe("1", events());
        assertThat(socket.closeCode()).isEqualTo(4409);
    }

    @Test
    void aMutationUnderAnIdThatIsInUseIsNotDone() {
        socket.acknowledged().subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        socket.subscribe("1", note("Not to be noted"));
        assertThat(socket.closeCode()).isEqualTo(4409);
        var cycle = client.data(
            "query ($id: ID!) { coachingCycle(id: $id) { lastSequence } }",
            Map.of("id", coach.cycleId())
        );
        assertThat(cycle.at("/coachingCycle/lastSequence").asInt()).isEqualTo(1);
    }

    @Test
    void theSameIdOnAnotherSocketIsAnotherOperation() {
        var other = open("graphql-transport-ws").acknowledged();
        socket.acknowledged().subscribe("1", events());
        other.subscribe("1", events());
        assertThat(sequence(socket.next())).isEqualTo(1);
        assertThat(sequence(other.next())).isEqualTo(1);
    }

    @Test
    void completingWhatIsNotKnownChangesNothing() {
        socket.acknowledged().complete("never begun");
        socket.subscribe("1", WHO);
        assertThat(type(socket.next())).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{ nothing }",
            "{ viewer { ",
            "query ($id: ID!) { coachingCycle(id: $id) { id } }",
            "subscription { cycleEvents(cycleId: \"cycle_unknown\") { sequence } }",
            "subscription { nothing }",
        }
    )
    void anOperationThatCannotBeginIsAnErrorAndTheSocketStays(String document) {
        socket.acknowledged().subscribe("1", document);
        var error = socket.next();
        assertThat(type(error)).isEqualTo("error");
        assertThat(error.get("id").asString()).isEqualTo("1");
        assertThat(error.get("payload").isArray()).isTrue();
        assertThat(error.at("/payload/0/message").asString()).isNotBlank();
        assertThat(error.at("/payload/0/extensions/code").asString()).isNotBlank();
        socket.subscribe("2", WHO);
        assertThat(socket.next().get("id").asString()).isEqualTo("2");
    }

    @Test
    void whoVanishesLeavesNoStackTrace(CapturedOutput log) {
        var before = log.length();
        for (int i = 0; i < 20; i++) {
            var vanishing = open("graphql-transport-ws").acknowledged();
            vanishing.subscribe("1", events());
            vanishing.subscribe("2", "subscription { presence(cycleId: \"%s\") { since } }".formatted(coach.cycleId()));
            vanishing.next();
            vanishing.next();
            vanishing.close();
            coach.done("recordEvidence", Map.of("text", "To nobody " + i));
        }
        assertThat(log.toString().substring(before)).doesNotContain("\tat ").doesNotContain("ERROR");
    }

    private void assertCompleted(String id) {
        var completed = socket.next();
        assertThat(type(completed)).isEqualTo("complete");
        assertThat(completed.get("id").asString()).isEqualTo(id);
    }

    private String events() {
        return "subscription { cycleEvents(cycleId: \"%s\") { sequence } }".formatted(coach.cycleId());
    }

    private String note(String text) {
        return "mutation { recordEvidence(input: {cycleId: \"%s\", text: \"%s\"}) { problems { message } } }".formatted(
            coach.cycleId(),
            text
        );
    }

    private static String type(JsonNode message) {
        return message.get("type").asString();
    }

    private static int sequence(JsonNode message) {
        return message.at("/payload/data/cycleEvents/sequence").asInt();
    }
}
