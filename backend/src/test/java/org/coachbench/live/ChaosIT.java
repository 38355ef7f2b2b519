package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.coachbench.store.StoreServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Many pairs work at once over two processes on one store, with every misfortune that a network and a machine have. In
 * the end everybody has seen the same, and nothing that was acknowledged is missing.
 */
@EnabledIfSystemProperty(named = "coachbench.long", matches = "true", disabledReason = "It takes minutes.")
class ChaosIT {

    private static final Logger log = LoggerFactory.getLogger(ChaosIT.class);
    private static final int SESSIONS = Integer.getInteger("coachbench.chaos.sessions", 3);
    private static final int EVENTS = Integer.getInteger("coachbench.chaos.events", 300);
    private static final long SEED = Long.getLong("coachbench.chaos.seed", System.nanoTime());
    private static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("coachbench.chaos.minutes", 10));
    private static final int KILLS = 3;
    private static final int KILLED = 1;

    private final long deadline = System.nanoTime() + AT_MOST.toNanos();

    @TempDir
    Path directory;

    @Test
    void everybodySeesTheSameOnTheEmbeddedStore() throws Exception {
        try (var store = StoreServerProcess.start(directory)) {
            chaos(store.uri());
        }
    }

    @Test
    void everybodySeesTheSameOnMongoDb() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "There is no Docker to run MongoDB in.");
        try (var container = new MongoDBContainer("mongo:8.0").withReplicaSet()) {
            container.start();
            chaos(container.getReplicaSetUrl("coachbench"));
        }
    }

    private void chaos(String storeUri) throws Exception {
        var started = System.nanoTime();
        try (var backends = new TwoBackends(storeUri)) {
            var pairs = atWork(backends);
            for (var pair : pairs) {
                new Outcome(pair, backends.client(pair.mentor().member(), 0)).verify();
            }
            assertThat(pairs.stream().mapToInt(PairAtWork::planned).sum()).isGreaterThanOrEqualTo(EVENTS);
            var followers = pairs
                .stream()
                .flatMap(pair -> pair.followers().stream())
                .toList();
            var reconnections = followers.stream().mapToInt(ShakyFollower::connections).sum() - followers.size();
            var repeats = pairs
                .stream()
                .mapToInt(pair -> pair.mentor().repeats() + pair.ect().repeats())
                .sum();
            log.info("{} reconnections, {} repeated changes", reconnections, repeats);
            assertThat(reconnections).as("connections lost").isGreaterThan(followers.size());
            assertThat(repeats).as("changes sent again").isGreaterThan(SESSIONS);
        } catch (Throwable e) {
            throw new AssertionError("Failed with -Dcoachbench.chaos.seed=" + SEED + ": " + e.getMessage(), e);
        } finally {
            log.info("{} s in all", Duration.ofNanos(System.nanoTime() - started).toSeconds());
        }
    }

    private List<PairAtWork> atWork(TwoBackends backends) throws Exception {
        var luck = new Random(SEED);
        var people = new Register(backends).pairs(SESSIONS);
        log.info("{} pairs registered", people.size());
        var pairs = new ArrayList<PairAtWork>();
        var restarted = new CompletableFuture<Void>();
        var eventsOfEach = (EVENTS + SESSIONS - 1) / SESSIONS;
        var started = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (var pair : people) {
                pairs.add(new PairAtWork(backends, pair, pairs.size(), eventsOfEach, luck, clock, restarted));
            }
            Executor everybody = Thread::startVirtualThread;
            var work = new ArrayList<CompletableFuture<Void>>();
            for (var pair : pairs) {
                work.add(CompletableFuture.runAsync(pair::mentorWorks, everybody));
                work.add(CompletableFuture.runAsync(pair::ectWorks, everybody));
            }
            var all = CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
            for (int kill = 1; kill <= KILLS; kill++) {
                var reached = (kill * EVENTS) / (KILLS + 3);
                await(() -> "change " + reached, () -> all.isCompletedExceptionally() || done(pairs) >= reached);
                backends.kill(KILLED);
                backends.startAgain(KILLED);
                log.info("Killed and started again at change {} of about {}", reached, EVENTS);
            }
            restarted.complete(null);
            all.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            log.info("{} s of work", Duration.ofNanos(System.nanoTime() - started).toSeconds());
            for (var pair : pairs) {
                for (var follower : pair.followers()) {
                    await(
                        () -> "all %d events at %s".formatted(pair.planned(), follower),
                        () -> follower.received() >= pair.planned()
                    );
                }
            }
            log.info("{} s until all had followed", Duration.ofNanos(System.nanoTime() - started).toSeconds());
            pairs.forEach(pair -> pair.followers().forEach(ShakyFollower::close));
            clock.shutdownNow();
            return pairs;
        }
    }

    private static int done(List<PairAtWork> pairs) {
        return pairs
            .stream()
            .mapToInt(pair -> pair.mentor().done() + pair.ect().done())
            .sum();
    }

    private void await(Supplier<String> what, BooleanSupplier happened) {
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not seen within " + AT_MOST + ": " + what.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
