package org.coachbench.live;

import java.io.IOException;
import java.net.http.WebSocket;

/** Where a benchmark's events happen: rooms, each with its watchers. */
interface Stage extends AutoCloseable {
    /** Makes one event happen and returns its sequence number as soon as that is acknowledged. */
    int publish(int room);

    /** The sequence number of the room's last event. */
    int last(int room);

    /** Begins to watch a room after its last event; returns when that was asked for. */
    WebSocket watch(int room, Watcher watcher);

    /** Watches a room and never reads what comes. */
    AutoCloseable stall(int room) throws IOException;

    ProcessHandle process();

    @Override
    void close();
}
