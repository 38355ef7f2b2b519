package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody whose device stopped reading, beside somebody who reads on. */
@CoachbenchTest
class SlowReaderTests {

    private static final int EVENTS = 1000;

    /** More than wait for anybody. */
    private static final int MORE = 300;
    private static final String FOLLOW =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after)" +
        " { sequence ... on ReflectionWritten { text } } }";
    private static final String REFLECT =
        "mutation ($input: WriteReflectionInput!) { writeReflection(input: $input) { problems { message } } }";
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    private final Staffroom staffroom;

    SlowReaderTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void whoDoesNotReadIsCutOffAndGoesOnWithoutAGapAndNobodyElseNotices() throws Exception {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        var first = mentor.toShared(pair.ect().id()).get("lastSequence").asInt() + 1;
        var last = first + EVENTS - 1;
        var asked = Map.of("id", mentor.cycleId(), "after", first - 1);
        try (
            var reader = pair.mentor().client().follow(FOLLOW, asked);
            var stalled = stalled(pair.mentor().client(), asked)
        ) {
            write(pair.ect().client(), mentor.cycleId(), EVENTS);
            assertThat(sequences(reader.nextData(EVENTS))).isEqualTo(numbers(first, last));

            var seen = numbersIn(readToTheEnd(stalled));
            assertThat(seen)
                .hasSizeLessThan(EVENTS)
                .isEqualTo(numbers(first, first + seen.size() - 1));

            var resumed = first - 1 + seen.size();
            var rest = Map.of("id", mentor.cycleId(), "after", resumed);
            try (var again = pair.mentor().client().follow(FOLLOW, rest)) {
                assertThat(sequences(again.nextData(last - resumed))).isEqualTo(numbers(resumed + 1, last));
            }
        }
        // Nor is somebody forgotten who stops while they still get what they missed.
        try (var stalled = stalled(pair.mentor().client(), asked)) {
            write(pair.ect().client(), mentor.cycleId(), MORE);

            var seen = numbersIn(readToTheEnd(stalled));
            assertThat(seen)
                .isEqualTo(numbers(first, first + seen.size() - 1))
                .doesNotContain(last + MORE);
        }
    }

    private static void write(TestClient ect, String cycleId, int events) {
        for (int i = 0; i < events; i++) {
            // Each as long as it may be: together more than what lies between two ends of a connection.
            var input = Map.of("cycleId", cycleId, "text", "%04d ".formatted(i) + "x".repeat(3990));
            assertThat(ect.data(REFLECT, Map.of("input", input)).at("/writeReflection/problems")).isEmpty();
        }
    }

    private static List<Integer> numbersIn(byte[] received) {
        return SEQUENCE.matcher(new String(received, StandardCharsets.ISO_8859_1))
            .results()
            .map(match -> Integer.valueOf(match.group(1)))
            .toList();
    }

    private static StalledSocket stalled(TestClient client, Map<String, ?> variables) throws IOException {
        var subscribe = Map.of(
            "id",
            "1",
            "type",
            "subscribe",
            "payload",
            Map.of("query", FOLLOW, "variables", variables)
        );
        var messages = List.of("{\"type\":\"connection_init\"}", TestClient.JSON.writeValueAsString(subscribe));
        return StalledSocket.open(URI.create(client.service() + "/graphql"), client.cookies(), messages);
    }

    /** What was under way, up to the end of the connection or of the subscription. */
    private static byte[] readToTheEnd(StalledSocket stalled) throws IOException {
        stalled.socket().setSoTimeout(60_000);
        var all = new ByteArrayOutputStream();
        var part = new byte[65_536];
        for (int n = stalled.socket().getInputStream().read(part); n >= 0; ) {
            all.write(part, 0, n);
            if (all.toString(StandardCharsets.ISO_8859_1).contains(SubscriptionEnd.TOO_SLOW.name())) {
                break;
            }
            n = stalled.socket().getInputStream().read(part);
        }
        return all.toByteArray();
    }

    private static List<Integer> sequences(List<JsonNode> events) {
        return events
            .stream()
            .map(data -> data.at("/cycleEvents/sequence").asInt())
            .toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
