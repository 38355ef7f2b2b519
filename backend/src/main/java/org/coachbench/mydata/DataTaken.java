package org.coachbench.mydata;

import java.time.Instant;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** An administrator took all that is held about somebody, because this person asked their school for it. */
@Document(DataTaken.COLLECTION)
record DataTaken(@Id String id, @Indexed String personId, String by, Instant at) {
    static final String COLLECTION = "data_taken";

    static DataTaken now(String personId, String by, Instant now) {
        return new DataTaken("taken_" + new ObjectId().toHexString(), personId, by, now);
    }
}
