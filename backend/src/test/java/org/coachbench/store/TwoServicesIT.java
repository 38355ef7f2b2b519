package org.coachbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.ServiceProcess;
import org.coachbench.Subscription;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.stepbank.Curator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the service on one store, as a trust would run them behind one address. */
@EnabledIfSystemProperty(named = "coachbench.long", matches = "true", disabledReason = "It takes minutes.")
class TwoServicesIT {

    private static final String MENTOR = "tom@demo.coachbench.org";
    private static final String ECT = "noor@demo.coachbench.org";
    private static final String TUTOR = "ruth@demo.coachbench.org";
    private static final String EVENTS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { sequence } }";

    private static final String PRESENCE =
        "subscription ($id: ID!) { presence(cycleId: $id, lookingAt: PLAN) { person { name } } }";

    @TempDir
    Path directory;

    @Test
    void whatIsDoneThroughOneIsFollowedThroughTheOtherAlsoAfterItWasKilled() throws Exception {
        try (var store = EmbeddedStore.open(directory)) {
            var uri = "--spring.mongodb.uri=" + store.getConnectionString();
            try (var one = ServiceProcess.start(uri)) {
                var coach = new Coach(one.signedIn(MENTOR));
                int next;
                try (var other = ServiceProcess.start(uri)) {
                    coach.toShared(one.ectOf(MENTOR));
                    next = 1;
                    try (var ect = follow(other.signedIn(ECT), coach, 0)) {
                        note(coach, 20);
                        next = expect(ect, next, 27);
                    }
                    aStepPublishedThroughOneIsFoundThroughTheOther(one, other);
                    other.kill();
                }
                note(coach, 20);
                try (var again = ServiceProcess.start(uri); var ect = follow(again.signedIn(ECT), coach, next - 1)) {
                    note(coach, 20);
                    assertThat(expect(ect, next, 40)).isEqualTo(68);
                }
            }
        }
    }

    @Test
    void theirPeopleSeeEachOtherUntilOneIsKilled() throws Exception {
        try (var store = EmbeddedStore.open(directory)) {
            var uri = "--spring.mongodb.uri=" + store.getConnectionString();
            var often = "--coachbench.presence-prolonged-every=1s";
            try (var one = ServiceProcess.start(uri, often); var other = ServiceProcess.start(uri, often)) {
                var coach = new Coach(one.signedIn(MENTOR));
                coach.toShared(one.ectOf(MENTOR));
                var cycle = Map.of("id", coach.cycleId());
                try (
                    var mentor = one.signedIn(MENTOR).follow(PRESENCE, cycle);
                    var ect = other.signedIn(ECT).follow(PRESENCE, cycle)
                ) {
                    assertThat(names(ect)).containsExactly("Tom Hughes", "Noor Haddad");
                    assertThat(names(mentor)).containsExactly("Tom Hughes");
                    assertThat(names(mentor)).containsExactly("Tom Hughes", "Noor Haddad");
                    // Long enough for a visit to be over that nobody prolongs.
                    assertThat(mentor.leftAfter(Duration.ofSeconds(4))).isEmpty();
                    other.kill();
                    assertThat(names(mentor)).containsExactly("Tom Hughes");
                }
            }
        }
    }

    private static List<String> names(Subscription presence) {
        return presence
            .nextData()
            .get("presence")
            .valueStream()
            .map(one -> one.at("/person/name").asString())
            .toList();
    }

    private static Subscription follow(TestClient client, Coach coach, int after) {
        return client.follow(EVENTS, Map.of("id", coach.cycleId(), "after", after));
    }

    private static void note(Coach coach, int times) {
        for (int i = 0; i < times; i++) {
            coach.done("recordEvidence", Map.of("text", "Note " + i));
        }
    }

    /** The next events in order, without a gap or a repeat; the number of the one after them. */
    private static int expect(Subscription following, int from, int count) {
        var sequences = following
            .nextData(count)
            .stream()
            .map(data -> data.at("/cycleEvents/sequence").asInt())
            .toList();
        assertThat(sequences).isEqualTo(
            IntStream.range(from, from + count)
                .boxed()
                .toList()
        );
        return from + count;
    }

    private static void aStepPublishedThroughOneIsFoundThroughTheOther(ServiceProcess one, ServiceProcess other) {
        var tutor = one.signedIn(TUTOR);
        var school = tutor.data("{ viewer { schools { id } } }", Map.of()).at("/viewer/schools/0/id").asString();
        var curator = new Curator(tutor);
        var bank = curator.open(school);
        var step = curator.published(bank);
        var mentor = other.signedIn(MENTOR);
        List<String> found;
        var deadline = System.nanoTime() + 30_000_000_000L;
        do {
            found = mentor
                .data(
                    "query ($bank: ID!) { searchSteps(filter: {bankId: $bank}) { edges { node { id } } } }",
                    Map.of("bank", bank)
                )
                .at("/searchSteps/edges")
                .valueStream()
                .map(edge -> edge.at("/node/id").asString())
                .toList();
        } while (found.isEmpty() && System.nanoTime() < deadline);
        assertThat(found).containsExactly(step);
    }
}
