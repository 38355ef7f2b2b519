package org.coachbench.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.coachbench.CoachbenchTest;
import org.coachbench.ProtocolSocket;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the service does with connections on which nothing is said. */
@CoachbenchTest
@TestPropertySource(
    properties = {
        "spring.graphql.websocket.connection-init-timeout=1s",
        "spring.graphql.websocket.keep-alive=300ms",
        "spring.graphql.http.sse.keep-alive=300ms",
    }
)
@Timeout(60)
class KeepAliveTests {

    private final Staffroom staffroom;

    KeepAliveTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    private static ProtocolSocket open(TestClient client) {
        return new ProtocolSocket(client.openWebSocket(client.service().toString()));
    }

    @Test
    void aSocketWithoutAnInitIsClosed() {
        try (var socket = open(staffroom.colleague(false).client())) {
            assertThat(socket.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void anAcknowledgedSocketIsPingedAndStays() {
        try (var socket = open(staffroom.colleague(false).client()).acknowledged()) {
            for (int i = 0; i < 5; i++) {
                assertThat(socket.nextPing().get("type").asString()).isEqualTo("ping");
                socket.send("{\"type\":\"pong\"}");
            }
            socket.subscribe("1", "{ __typename }");
            assertThat(socket.next().get("type").asString()).isEqualTo("next");
        }
    }

    @Test
    void aStreamWithoutEventsHasComments() throws Exception {
        var school = staffroom.school();
        var mentor = staffroom.mentorAt(school);
        var coach = new Coach(mentor.client());
        coach.start(staffroom.ectWithoutAccount(mentor, school).id());
        var events = "subscription { cycleEvents(cycleId: \"%s\", after: 1) { sequence } }".formatted(coach.cycleId());
        try (var stream = mentor.client().stream(events)) {
            stream.comment();
            stream.comment();
        }
    }
}
