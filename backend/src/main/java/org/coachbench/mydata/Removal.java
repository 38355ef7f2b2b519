package org.coachbench.mydata;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** That content of an ECT went because its time was over; it is written when all of it is gone. */
@Document("content_removals")
record Removal(
    @Id String id,
    @Indexed String ectId,
    @Indexed String schoolId,
    KeptContent content,
    LocalDate endedOn,
    Instant at
) {
    /** Who comes back and leaves again has other content, which goes then. */
    static String id(String ectId, KeptContent content, LocalDate endedOn) {
        return ectId + " " + content + " " + endedOn;
    }

    static Removal of(String ectId, String schoolId, KeptContent content, LocalDate endedOn, Instant at) {
        return new Removal(id(ectId, content, endedOn), ectId, schoolId, content, endedOn, at);
    }
}
