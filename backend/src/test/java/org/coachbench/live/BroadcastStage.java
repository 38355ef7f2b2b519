package org.coachbench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;

/** web-client/broadcast.mjs: what a bare WebSocket server needs for the same. */
final class BroadcastStage implements Stage {

    /** Sends for a room, and gets the number of what it sent. */
    private static final class Publisher implements WebSocket.Listener {

        private final BlockingQueue<Integer> acknowledged = new ArrayBlockingQueue<>(1);
        private volatile int last;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            acknowledged.add(Integer.valueOf(data.toString().replaceAll("\\D", "")));
            socket.request(1);
            return null;
        }
    }

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Publisher> publishers = new ArrayList<>();
    private final List<WebSocket> sockets = new ArrayList<>();

    private BroadcastStage(Process process, int port) {
        this.process = process;
        address = URI.create("ws://127.0.0.1:" + port);
    }

    static BroadcastStage open(int rooms, long bytes) throws IOException {
        var process = new ProcessBuilder("node", "../web-client/broadcast.mjs", String.valueOf(bytes))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var stage = new BroadcastStage(process, Integer.parseInt(output.readLine()));
        for (int room = 0; room < rooms; room++) {
            var publisher = new Publisher();
            stage.publishers.add(publisher);
            stage.sockets.add(stage.open("/publish/" + room, publisher));
        }
        return stage;
    }

    private WebSocket open(String path, WebSocket.Listener listener) {
        return http.newWebSocketBuilder().buildAsync(address.resolve(path), listener).join();
    }

    @Override
    public int publish(int room) {
        var publisher = publishers.get(room);
        synchronized (publisher) {
            sockets.get(room).sendText("now", true).join();
            try {
                publisher.last = publisher.acknowledged.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return publisher.last;
        }
    }

    @Override
    public int last(int room) {
        return publishers.get(room).last;
    }

    @Override
    public WebSocket watch(int room, Watcher watcher) {
        return open("/watch/" + room, watcher);
    }

    @Override
    public AutoCloseable stall(int room) throws IOException {
        return StalledSocket.open(address.resolve("/watch/" + room), "none=", List.of());
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
