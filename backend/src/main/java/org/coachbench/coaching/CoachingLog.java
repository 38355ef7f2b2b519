package org.coachbench.coaching;

import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** All that took place with an ECT in one small document, so that the figures of hundreds are read at once. */
@Document("coaching_logs")
record CoachingLog(@Id String ectId, Map<String, LogEntry> entries) {}
