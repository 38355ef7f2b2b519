package org.coachbench.mydata;

import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * While it lasts, nothing of a person, or of anybody who is or was at a school, is erased or goes because its time is over.
 *
 * @param personId whom it is about; null when it is about a school
 * @param schoolId which school it is about; null when it is about a person
 * @param by who set it
 * @param endedAt null while it lasts
 * @param endedBy null while it lasts
 */
@Document("holds")
record Hold(
    @Id String id,
    @Indexed @Nullable String personId,
    @Indexed @Nullable String schoolId,
    String reason,
    String by,
    Instant since,
    @Nullable Instant endedAt,
    @Nullable String endedBy
) {
    static final String ID_PREFIX = "hold_";

    static Hold set(@Nullable String personId, @Nullable String schoolId, String reason, String by, Instant now) {
        return new Hold(ID_PREFIX + new ObjectId().toHexString(), personId, schoolId, reason, by, now, null, null);
    }

    boolean lasts() {
        return endedAt == null;
    }
}
