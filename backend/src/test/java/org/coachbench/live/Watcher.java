package org.coachbench.live;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Notes when each event of a room arrives; nothing else, so that watching costs little. */
final class Watcher implements WebSocket.Listener {

    private static final String SEQUENCE = "\"sequence\":";
    private static final String ACKNOWLEDGED = "connection_ack";

    /** Arrival of each event after the first one that is not watched, by {@link System#nanoTime}. */
    final long[] arrivedAt;
    final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final int after;
    private int last;
    volatile int arrived;
    volatile int gapsAndRepeats;
    volatile long characters;

    Watcher(int after, int events) {
        this.after = after;
        last = after;
        arrivedAt = new long[events];
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            take(partial.toString(), System.nanoTime());
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time has a message of the socket
    private void take(String message, long now) {
        var at = message.indexOf(SEQUENCE);
        if (at < 0) {
            if (message.contains(ACKNOWLEDGED)) {
                acknowledged.complete(null);
            }
            return;
        }
        var begin = at + SEQUENCE.length();
        var end = begin;
        while (Character.isDigit(message.charAt(end))) {
            end++;
        }
        var sequence = Integer.parseInt(message, begin, end, 10);
        if (sequence != last + 1) {
            gapsAndRepeats = gapsAndRepeats + 1;
        }
        last = sequence;
        characters = message.length();
        var index = sequence - after - 1;
        if (index >= 0 && index < arrivedAt.length) {
            arrivedAt[index] = now;
            arrived = arrived + 1;
        }
    }
}
