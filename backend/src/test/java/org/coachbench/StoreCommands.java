package org.coachbench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Which commands an operation sends to the store. */
@TestConfiguration(proxyBeanMethods = false)
class StoreCommands implements CommandListener {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<BsonDocument> finds = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer countCommands() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        // The change stream and the sweep of outboxes run beside every operation.
        var background =
            event.getCommandName().equals("getMore") || event.getCommand().toString().contains("\"outbox.0\"");
        if (!background) {
            seen.add(event.getCommandName());
        }
        if (event.getCommandName().equals("find")) {
            finds.add(event.getCommand().clone());
        }
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
