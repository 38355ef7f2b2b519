package org.coachbench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.coachbench.ServiceProcess;

/**
 * How long an event takes from the reply to its mutation to everybody who follows, beside a bare WebSocket broadcast of
 * messages of the same size, received by the same program. Not a test: build the jar, then run {@code mvn -pl backend
 * -am -DskipWebClient test-compile exec:exec -Dbenchmark=org.coachbench.live.FanOutBenchmark}. The environment variable
 * {@code FAN_OUT_SECONDS} says how long each measurement takes (30), {@code FAN_OUT_SELECTION} which of the two
 * selections is measured, {@code lean} or {@code whole} (both).
 */
public final class FanOutBenchmark {

    private static final int SECONDS = Integer.parseInt(System.getenv().getOrDefault("FAN_OUT_SECONDS", "30"));

    /** The compiler of a new service is busy for more than a minute, in which events of that minute wait for it. */
    private static final int FIRST_WARM_UP_SECONDS = 120;
    private static final int WARM_UP_SECONDS = 10;
    private static final int TURNS = 3;

    /** Rooms, the watchers of each in turn, and events a second over all of them. */
    private record Load(String name, int rooms, List<Integer> watchers, int rate) {}

    private static final Load SESSIONS = new Load("300 sessions, 3 or 4 watchers each", 300, List.of(3, 4), 100);
    private static final Load ONE = new Load("one session, 1000 watchers", 1, List.of(1000), 20);

    private record Event(int room, int sequence, long sentAt, long repliedAt) {}

    private record Watching(int room, int after, Watcher watcher, WebSocket socket) {}

    /** In milliseconds; what arrived before the reply counts as 0. */
    private record Latency(double p50, double p99, double max) {
        static Latency of(long[] sortedNanos) {
            if (sortedNanos.length == 0) {
                return new Latency(Double.NaN, Double.NaN, Double.NaN);
            }
            return new Latency(at(sortedNanos, 0.5), at(sortedNanos, 0.99), at(sortedNanos, 1));
        }
    }

    private FanOutBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("fan-out");
        long size = 0;
        try (
            var service = ServiceProcess.startToMeasure("--coachbench.data-dir=" + data);
            var stage = ServiceStage.open(service, SESSIONS.rooms())
        ) {
            for (var selection : selections()) {
                var name = "service, " + (selection.isEmpty() ? "lean" : "whole cycle");
                size = measureAll(name, stage.withSelection(selection), true);
                try (var broadcast = BroadcastStage.open(SESSIONS.rooms(), size)) {
                    // One that never reads would stop it for all.
                    measureAll("broadcast", broadcast, false);
                }
            }
        }
    }

    private static List<String> selections() {
        var one = System.getenv("FAN_OUT_SELECTION");
        if (one == null) {
            return List.of(ServiceStage.LEAN, ServiceStage.WHOLE);
        }
        return List.of(one.equals("lean") ? ServiceStage.LEAN : ServiceStage.WHOLE);
    }

    /** Returns the size of a message. */
    private static long measureAll(String name, Stage stage, boolean isService) throws Exception {
        long size = 0;
        for (var load : List.of(SESSIONS, ONE)) {
            run(stage, load, isService && load.equals(SESSIONS) ? FIRST_WARM_UP_SECONDS : WARM_UP_SECONDS, null);
            if (isService) {
                measureInTurn(name, stage, load);
            } else {
                run(stage, load, SECONDS, name);
            }
            size = lastSize;
        }
        return size;
    }

    /** Without and beside one that never reads, several times: what else the machine does is in both alike. */
    private static void measureInTurn(String name, Stage stage, Load load) throws Exception {
        var alone = LongStream.builder();
        var beside = LongStream.builder();
        for (int turn = 1; turn <= TURNS; turn++) {
            LongStream.of(run(stage, load, SECONDS / TURNS, "%s, %d".formatted(name, turn))).forEach(alone::add);
            try (var _ = stage.stall(0)) {
                var title = "%s, beside one that never reads, %d".formatted(name, turn);
                LongStream.of(run(stage, load, SECONDS / TURNS, title)).forEach(beside::add);
            }
        }
        var without = Latency.of(alone.build().sorted().toArray());
        var with = Latency.of(beside.build().sorted().toArray());
        System.out.printf(
            "%s; %s, from the reply in all turns: p50 %.1f p99 %.1f ms; beside one that never reads p50 %.1f p99 %.1f ms: p99 times %.2f%n",
            load.name(),
            name,
            without.p50(),
            without.p99(),
            with.p50(),
            with.p99(),
            with.p99() / without.p99()
        );
    }

    private static volatile long lastSize;

    /** From the reply, in nanoseconds, sorted. */
    private static long[] run(Stage stage, Load load, int seconds, String title) throws Exception {
        var watching = watch(stage, load, seconds);
        var cpu = cpu(stage);
        var begun = System.nanoTime();
        var events = publish(stage, load, seconds);
        var expected = expected(watching, events);
        awaitArrival(watching, expected);
        var took = (System.nanoTime() - begun) / 1e9;
        var used = cpu(stage).minus(cpu);
        var latencies = latencies(watching, events, false);
        if (title != null) {
            var fromReply = Latency.of(latencies);
            var fromSending = Latency.of(latencies(watching, events, true));
            var arrived = watching
                .stream()
                .mapToLong(one -> one.watcher().arrived)
                .sum();
            System.out.printf(
                "%s; %s: %d of %d events, %d of %d deliveries, %.0f a second, %d characters each%n" +
                    "  from the reply p50 %.1f p99 %.1f max %.1f ms; from sending p50 %.1f p99 %.1f max %.1f ms%n" +
                    "  gaps and repeats %d; server: CPU %.1f s of %.1f s, RSS %d MB%n",
                load.name(),
                title,
                events.size(),
                load.rate() * seconds,
                arrived,
                expected,
                arrived / took,
                watching.getFirst().watcher().characters,
                fromReply.p50(),
                fromReply.p99(),
                fromReply.max(),
                fromSending.p50(),
                fromSending.p99(),
                fromSending.max(),
                watching
                    .stream()
                    .mapToInt(one -> one.watcher().gapsAndRepeats)
                    .sum(),
                used.toMillis() / 1000.0,
                took,
                residentMegabytes(stage)
            );
        }
        lastSize = watching.getFirst().watcher().characters;
        watching.forEach(one -> one.socket().abort());
        return latencies;
    }

    private static List<Watching> watch(Stage stage, Load load, int seconds) {
        var watching = new ArrayList<Watching>();
        for (int room = 0; room < load.rooms(); room++) {
            for (int i = 0; i < load.watchers().get(room % load.watchers().size()); i++) {
                var after = stage.last(room);
                var watcher = new Watcher(after, load.rate() * seconds);
                watching.add(new Watching(room, after, watcher, stage.watch(room, watcher)));
            }
        }
        return watching;
    }

    /** At a steady rate, whether or not those before are done. */
    private static List<Event> publish(Stage stage, Load load, int seconds) {
        var events = new ConcurrentLinkedQueue<Event>();
        var begun = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < load.rate() * seconds; i++) {
                var due = begun + (i * 1_000_000_000L) / load.rate();
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var room = i % load.rooms();
                executor.execute(() -> {
                    var sentAt = System.nanoTime();
                    try {
                        var sequence = stage.publish(room);
                        events.add(new Event(room, sequence, sentAt, System.nanoTime()));
                    } catch (IllegalStateException | UncheckedIOException refused) {
                        // Missing in the count of events.
                        System.err.println(refused.getMessage());
                    }
                });
            }
        }
        return List.copyOf(events);
    }

    private static long expected(List<Watching> watching, List<Event> events) {
        var watchers = new int[watching.getLast().room() + 1];
        watching.forEach(one -> watchers[one.room()]++);
        return events
            .stream()
            .mapToLong(event -> watchers[event.room()])
            .sum();
    }

    /** For at most half a minute. */
    private static void awaitArrival(List<Watching> watching, long expected) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (
            watching
                .stream()
                .mapToLong(one -> one.watcher().arrived)
                .sum() < expected &&
            System.nanoTime() < deadline
        ) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static long[] latencies(List<Watching> watching, List<Event> events, boolean fromSending) {
        var byRoom = new ArrayList<List<Event>>();
        IntStream.rangeClosed(0, watching.getLast().room()).forEach(_ -> byRoom.add(new ArrayList<>()));
        events.forEach(event -> byRoom.get(event.room()).add(event));
        return watching
            .stream()
            .flatMapToLong(one ->
                byRoom
                    .get(one.room())
                    .stream()
                    .filter(event -> one.watcher().arrivedAt[event.sequence() - one.after() - 1] != 0)
                    .mapToLong(event ->
                        Math.max(
                            0,
                            one.watcher().arrivedAt[event.sequence() - one.after() - 1] -
                                (fromSending ? event.sentAt() : event.repliedAt())
                        )
                    )
            )
            .sorted()
            .toArray();
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1e6;
    }

    private static Duration cpu(Stage stage) {
        return stage.process().info().totalCpuDuration().orElseThrow();
    }

    private static long residentMegabytes(Stage stage) throws IOException {
        var status = Files.readAllLines(Path.of("/proc/" + stage.process().pid() + "/status"));
        var line = status
            .stream()
            .filter(one -> one.startsWith("VmRSS:"))
            .findFirst()
            .orElse("VmRSS: 0 kB");
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
}
