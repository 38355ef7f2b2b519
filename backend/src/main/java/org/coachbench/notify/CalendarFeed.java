package org.coachbench.notify;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person's private calendar address; of its secret only the hash is kept, so that the store gives nobody an address. */
@Document("calendar_feeds")
record CalendarFeed(@Id String personId, @Indexed(unique = true) String secretHash, Instant madeAt) {}
