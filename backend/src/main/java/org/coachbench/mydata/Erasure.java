package org.coachbench.mydata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That somebody is or was erased. It is written before anything goes, so that it is done to the end whatever happens, and
 * stays as the only trace.
 *
 * @param by the administrator who said so
 * @param kindsDone how many kinds of documents were gone through, for whoever waits
 * @param workedOnUntil while a process works on it, which moves this on; after it another one takes over
 */
@Document(Erasure.COLLECTION)
record Erasure(
    @Id String personId,
    String by,
    @Indexed Instant at,
    int kindsDone,
    Instant workedOnUntil,
    @Indexed @Nullable Instant finishedAt
) {
    static final String COLLECTION = "erasures";

    static Erasure begin(String personId, String by, Instant now) {
        return new Erasure(personId, by, now, 0, now, null);
    }
}
