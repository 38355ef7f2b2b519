package org.coachbench;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One GraphQL subscription over a real WebSocket, by the graphql-transport-ws protocol. */
public class Subscription implements WebSocket.Listener, AutoCloseable {

    /** How the socket is opened, once its listener is known. */
    @FunctionalInterface
    public interface Opening {
        WebSocket with(WebSocket.Listener listener);
    }

    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    Subscription(Opening opening, String document, Map<String, ?> variables) {
        socket = opening.with(this);
        send(Map.of("type", "connection_init"));
        var acknowledged = next();
        if (!acknowledged.path("type").asString().equals("connection_ack")) {
            throw new AssertionError("Not acknowledged: " + acknowledged);
        }
        send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    private void send(Object message) {
        socket.sendText(TestClient.JSON.writeValueAsString(message), true).join();
    }

    /** The next message, pings aside; fails after ten seconds. */
    public JsonNode next() {
        try {
            var message = messages.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing came within ten seconds.");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The data of the next event. */
    public JsonNode nextData() {
        var message = next();
        if (!message.path("type").asString().equals("next") || message.at("/payload/errors").isArray()) {
            throw new AssertionError("Not an event: " + message);
        }
        return message.at("/payload/data");
    }

    public List<JsonNode> nextData(int count) {
        var all = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            all.add(nextData());
        }
        return all;
    }

    /** What came and was not read yet, after a moment in which more could come. */
    public List<JsonNode> leftAfter(Duration moment) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        var message = messages.poll(moment.toMillis(), TimeUnit.MILLISECONDS);
        while (message != null) {
            all.add(message);
            message = messages.poll();
        }
        return all;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var message = TestClient.JSON.readTree(partial.toString());
            partial.setLength(0);
            if (message.path("type").asString().equals("ping")) {
                send(Map.of("type", "pong"));
            } else {
                messages.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** The code with which the service ended the connection; fails after ten seconds. */
    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
