package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The packaged jar is killed again and again in a stream of mutations, {@code -Dcoachbench.kills=20} times or any other
 * number; no acknowledged one is missing afterwards.
 */
@EnabledIfSystemProperty(named = "coachbench.long", matches = "true", disabledReason = "It takes minutes.")
class KilledProcessIT {

    private static final int KILLS = Integer.getInteger("coachbench.kills", 2);
    private static final int MOST_NOTES_BETWEEN = 5;
    private static final String EVENTS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename sequence } }";
    private static final String NOTES =
        "query ($id: ID!) { coachingCycle(id: $id) { lastSequence observation { evidence { text } } } }";

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedMutationSurvivesAndEveryEventComesOnceAndInOrder() throws Exception {
        var acknowledged = new HashSet<String>();
        var delivered = new ArrayList<Integer>();
        String cycleId = null;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var service = ServiceProcess.start("--coachbench.data-dir=" + data)) {
                var coach = new Coach(service.signedIn("tom@demo.coachbench.org"));
                if (cycleId == null) {
                    cycleId = coach.start(service.ectOf("tom@demo.coachbench.org")).at("/cycle/id").asString();
                } else {
                    coach.resume(cycleId);
                }
                writeUntilKilled(service, coach, kill, acknowledged, delivered);
            }
        }
        try (var service = ServiceProcess.start("--coachbench.data-dir=" + data)) {
            var client = service.signedIn("tom@demo.coachbench.org");
            var cycle = client.data(NOTES, Map.of("id", cycleId)).get("coachingCycle");
            Set<String> stored = new HashSet<>();
            cycle.at("/observation/evidence").forEach(note -> stored.add(note.get("text").asString()));
            assertThat(stored).containsAll(acknowledged);
            var last = cycle.get("lastSequence").asInt();
            if (delivered.size() < last) {
                try (var rest = client.follow(EVENTS, Map.of("id", cycleId, "after", delivered.size()))) {
                    rest.nextData(last - delivered.size()).forEach(data -> delivered.add(sequence(data)));
                }
            }
            assertThat(delivered).hasSize(last).isSorted().doesNotHaveDuplicates().startsWith(1);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
        }
    }

    private static void writeUntilKilled(
        ServiceProcess service,
        Coach coach,
        int kill,
        Set<String> acknowledged,
        List<Integer> delivered
    ) throws Exception {
        var client = service.signedIn("tom@demo.coachbench.org");
        var follow = client.follow(EVENTS, Map.of("id", coach.cycleId(), "after", delivered.size()));
        var killed = new AtomicBoolean();
        // A different moment in the stream each time: after one to four acknowledged notes.
        var untilKilled = new CountDownLatch(1 + (kill % 4));
        var writer = CompletableFuture.runAsync(() -> {
            for (int note = 0; note < MOST_NOTES_BETWEEN; note++) {
                var text = "Note " + kill + "." + note;
                try {
                    if (coach.change("recordEvidence", Map.of("text", text)).get("problems").isEmpty()) {
                        acknowledged.add(text);
                        untilKilled.countDown();
                    }
                } catch (UncheckedIOException e) {
                    assertThat(killed).as("the service went away by itself").isTrue();
                    return;
                }
            }
        });
        assertThat(untilKilled.await(60, TimeUnit.SECONDS)).isTrue();
        killed.set(true);
        service.kill();
        writer.get(60, TimeUnit.SECONDS);
        for (var message : follow.leftAfter(Duration.ofMillis(200))) {
            if (message.path("type").asString().equals("next")) {
                delivered.add(sequence(message.at("/payload/data")));
            }
        }
        follow.close();
    }

    private static int sequence(JsonNode data) {
        return data.at("/cycleEvents/sequence").asInt();
    }
}
