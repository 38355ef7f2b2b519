package org.coachbench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Which commands an operation sends to the store. */
@TestConfiguration(proxyBeanMethods = false)
class StoreCommands implements CommandListener {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<BsonDocument> finds = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final BlockingQueue<Integer> looksAtSweep = new LinkedBlockingQueue<>();

    @Bean
    MongoClientSettingsBuilderCustomizer countCommands() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var name = event.getCommandName();
        var of = event.getCommand().get(name);
        var collection = of.isString() ? of.asString().getValue() : "";
        // What is done beside any operation: sweeps and looks by schedule, change streams, and their followers.
        var thread = Thread.currentThread().getName();
        var beside = thread.startsWith("scheduling-") || thread.startsWith("follower-of-");
        if (!beside && !collection.equals("cycle_events") && !collection.equals("presences")) {
            seen.add(name + " " + collection);
        }
        if (name.equals("getMore")) {
            looks.incrementAndGet();
        }
        if (event.getCommand().getDocument("filter", new BsonDocument()).containsKey("outbox.0")) {
            looksAtSweep.add(looks.get());
        }
        if (name.equals("find")) {
            finds.add(event.getCommand().clone());
        }
    }

    /** How often the change streams ask in the five seconds from one sweep of outboxes to the next. */
    int looksBetweenSweeps() throws InterruptedException {
        looksAtSweep.clear();
        var first = looksAtSweep.take();
        return looksAtSweep.take() - first;
    }

    List<String> during(Runnable operation) {
        seen.clear();
        operation.run();
        return List.copyOf(seen);
    }

    /** The searches that an operation sends, the background's among them, as a server explains them. */
    List<BsonDocument> findsDuring(Runnable operation) {
        finds.clear();
        operation.run();
        return finds
            .stream()
            .map(find -> {
                var search = find.clone();
                search.keySet().removeIf(key -> key.startsWith("$") || key.equals("lsid"));
                return search;
            })
            .toList();
    }
}
