package org.coachbench.live;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.coachbench.TestClient;
import org.coachbench.live.TwoBackends.Member;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows a cycle on one device: may read slowly, loses its connection now and then, and goes on after the last event it
 * saw, through whichever process answers.
 */
final class ShakyFollower implements AutoCloseable {

    private static final String EVENTS = """
    subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) {
      __typename cycleId sequence at by { id name }
      ... on CycleStarted { lesson { subject className topic } }
      ... on EvidenceRecorded { note { id at text } }
      ... on PraiseRecorded { praise { id text } }
      ... on StepChosen { step { title } }
      ... on SessionPlanned { plan { totalMinutes } }
      ... on SectionStarted { section { sectionId startedAt } }
      ... on PracticeRoundLogged { round { id number rehearsed } }
      ... on FeedbackGiven { round { id feedback { text } } }
      ... on PhaseChanged { from to }
      ... on ReflectionWritten { text }
      ... on NoteEdited { kind changes }
    } }""";
    private static final int EVENTS_BETWEEN_DROPS = 60;
    private static final int LONGEST_BREAK_MILLIS = 400;
    private static final int LONGEST_PAUSE_MILLIS = 150;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

    private final TwoBackends backends;
    private final Member member;
    private final String cycleId;
    private final Random random;
    private final boolean slow;
    private final ScheduledExecutorService clock;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private int connections;
    private @Nullable Line line;
    private boolean closed;

    ShakyFollower(
        TwoBackends backends,
        Member member,
        String cycleId,
        long seed,
        boolean slow,
        ScheduledExecutorService clock
    ) {
        this.backends = backends;
        this.member = member;
        this.cycleId = cycleId;
        random = new Random(seed);
        this.slow = slow;
        this.clock = clock;
        connectIn(0);
        var _ = clock.scheduleWithFixedDelay(this::giveUpWhenSilent, 5, 5, TimeUnit.SECONDS);
    }

    synchronized List<JsonNode> events() {
        return List.copyOf(events);
    }

    synchronized int received() {
        return events.size();
    }

    synchronized int connections() {
        return connections;
    }

    @Override
    public synchronized String toString() {
        return "%s of %s: %d events, %d connections, endings %s".formatted(
            member.email(),
            cycleId,
            events.size(),
            connections,
            endings
        );
    }

    /** How subscriptions ended that were not cut: the code of the error, or what else was said. */
    synchronized List<String> endings() {
        return List.copyOf(endings);
    }

    private void connectIn(int millis) {
        var _ = clock.schedule(() -> Thread.startVirtualThread(this::connect), millis, TimeUnit.MILLISECONDS);
    }

    private void connect() {
        int which;
        var next = new Line();
        synchronized (this) {
            if (closed) {
                return;
            }
            line = next;
            connections++;
            which = random.nextInt(2);
        }
        try {
            backends.client(member, which).open(next);
        } catch (RuntimeException | AssertionError unreachable) {
            lost(next);
        }
    }

    /** The service pings each 15 seconds: who hears nothing for much longer has lost it, whatever the connection says. */
    private synchronized void giveUpWhenSilent() {
        var silent = line;
        if (silent != null && System.nanoTime() - silent.heardAt > LONGEST_SILENCE.toNanos()) {
            if (silent.socket != null) {
                silent.socket.abort();
            }
            lost(silent);
        }
    }

    private synchronized void lost(Line ended) {
        if (line == ended) {
            line = null;
            connectIn(random.nextInt(LONGEST_BREAK_MILLIS));
        }
    }

    private synchronized void ended(Line by, String how) {
        if (line == by) {
            endings.add(how);
            lost(by);
        }
    }

    /** After how many milliseconds to read on; none when the connection is lost now. */
    private synchronized int took(Line from, JsonNode event) {
        if (line != from) {
            return -1;
        }
        events.add(event);
        if (random.nextInt(EVENTS_BETWEEN_DROPS) == 0) {
            return -1;
        }
        return slow ? random.nextInt(LONGEST_PAUSE_MILLIS) : 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (line != null && line.socket != null) {
            line.socket.abort();
        }
    }

    /** One connection. */
    private final class Line implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;
        private volatile long heardAt = System.nanoTime();

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            send(opened, Map.of("type", "connection_init"));
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heardAt = System.nanoTime();
            partial.append(data);
            if (!last) {
                from.request(1);
                return null;
            }
            var message = TestClient.JSON.readTree(partial.toString());
            partial.setLength(0);
            switch (message.path("type").asString()) {
                case "connection_ack" -> subscribe(from);
                case "ping" -> send(from, Map.of("type", "pong"));
                case "next" -> {
                    received(from, message.get("payload"));
                    return null;
                }
                case "error" -> endedBy(from, message.at("/payload/0/extensions/code").asString(message.toString()));
                default -> endedBy(from, message.toString());
            }
            from.request(1);
            return null;
        }

        private void subscribe(WebSocket to) {
            var variables = Map.of("id", cycleId, "after", ShakyFollower.this.received());
            send(
                to,
                Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", EVENTS, "variables", variables))
            );
        }

        private void received(WebSocket from, JsonNode payload) {
            if (payload.has("errors")) {
                endedBy(from, payload.get("errors").toString());
                return;
            }
            var pause = took(this, payload.at("/data/cycleEvents"));
            if (pause < 0) {
                from.abort();
                lost(this);
            } else if (pause == 0) {
                from.request(1);
            } else {
                var _ = clock.schedule(() -> from.request(1), pause, TimeUnit.MILLISECONDS);
            }
        }

        private void endedBy(WebSocket from, String how) {
            ended(this, how);
            from.abort();
        }

        private void send(WebSocket to, Object message) {
            to.sendText(TestClient.JSON.writeValueAsString(message), true).join();
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            if (code != 1006 && code != 1012) {
                ended(this, "closed with " + code);
            }
            lost(this);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            lost(this);
        }
    }
}
