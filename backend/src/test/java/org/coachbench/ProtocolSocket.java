package org.coachbench;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A WebSocket that says what it is told to say, whether or not the protocol allows it. */
public final class ProtocolSocket implements WebSocket.Listener, AutoCloseable {

    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<JsonNode> pings = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    public ProtocolSocket(Subscription.Opening opening) {
        socket = opening.with(this);
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    public ProtocolSocket acknowledged() {
        send("{\"type\":\"connection_init\"}");
        var message = next();
        if (!message.path("type").asString().equals("connection_ack")) {
            throw new AssertionError("Not acknowledged: " + message);
        }
        return this;
    }

    public void subscribe(String id, String document) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document)));
    }

    public void complete(String id) {
        send(Map.of("id", id, "type", "complete"));
    }

    private void send(Map<String, ?> message) {
        send(TestClient.JSON.writeValueAsString(message));
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next message, pings aside; fails after ten seconds. */
    public JsonNode next() {
        return next(messages);
    }

    public JsonNode nextPing() {
        return next(pings);
    }

    private static JsonNode next(LinkedBlockingQueue<JsonNode> from) {
        try {
            var message = from.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing came within ten seconds.");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The code with which the service closed the socket; fails after ten seconds. */
    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var message = TestClient.JSON.readTree(partial.toString());
            partial.setLength(0);
            (message.path("type").asString().equals("ping") ? pings : messages).add(message);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** Goes without a word, as a browser does that crashes. */
    @Override
    public void close() {
        socket.abort();
    }
}
