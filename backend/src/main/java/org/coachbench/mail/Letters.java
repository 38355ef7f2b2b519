package org.coachbench.mail;

import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Where letters are put into the post. */
@Service
public class Letters {

    private final MongoOperations store;
    private final Clock clock;

    Letters(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** On disk when this returns. The same letter again changes nothing. */
    public void put(Letter letter) {
        try {
            store.insert(StoredLetter.of(letter, clock.instant()));
        } catch (DuplicateKeyException _) {
            // It waits or was sent already.
        }
    }
}
