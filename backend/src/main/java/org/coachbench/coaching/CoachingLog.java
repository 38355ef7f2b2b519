package org.coachbench.coaching;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** All that took place with an ECT in one small document, so that the figures of hundreds are read at once. */
@Document(CoachingLog.COLLECTION)
record CoachingLog(@Id String ectId, Map<String, LogEntry> entries) {
    static final String COLLECTION = "coaching_logs";

    /** Of a log only what tells of meetings: figures read two years of hundreds of ECTs, and would wait for the rest. */
    record Meetings(@Id String ectId, Map<String, Entry> entries) {}

    record Entry(Phase phase, @Nullable Instant metAt) {}
}
