package org.coachbench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** A test runs a meeting in a second. This spreads its events, as they stand in the log, over a time like a real one's. */
record LongMeeting(MongoOperations store) {
    private static final Duration BETWEEN = Duration.ofSeconds(150);

    /** From the start of the meeting on, each thing happens two and a half minutes after the one before. */
    void spread(String cycleId) {
        var log = store.getCollection("cycle_events");
        var events = log.find(new Document("event.header.cycleId", cycleId)).into(new ArrayList<>());
        var start = events
            .stream()
            .map(event -> event.get("event", Document.class))
            .filter(event -> event.getString("_class").equals("SessionStarted"))
            .map(event -> event.get("header", Document.class).getDate("at").toInstant())
            .findFirst()
            .orElseThrow();
        var times = new TreeSet<Instant>();
        events.forEach(event -> collect(event, times));
        var later = new HashMap<Instant, Instant>();
        for (var time : times.tailSet(start)) {
            later.put(time, start.plus(BETWEEN.multipliedBy(later.size())));
        }
        for (var event : events) {
            move(event, later);
            log.replaceOne(new Document("_id", event.get("_id")), event);
        }
    }

    private static void collect(Document part, Set<Instant> times) {
        for (var value : part.values()) {
            if (value instanceof Date time) {
                times.add(time.toInstant());
            } else if (value instanceof Document inner) {
                collect(inner, times);
            }
        }
    }

    private static void move(Document part, Map<Instant, Instant> later) {
        for (var field : part.entrySet()) {
            if (field.getValue() instanceof Date time) {
                field.setValue(Date.from(later.getOrDefault(time.toInstant(), time.toInstant())));
            } else if (field.getValue() instanceof Document inner) {
                move(inner, later);
            }
        }
    }
}
