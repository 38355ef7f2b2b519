package org.coachbench.mail;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** The letters that wait to be sent. */
@Service
public class Letters {

    private final MongoOperations store;

    Letters(MongoOperations store) {
        this.store = store;
    }

    /** On disk when this returns. The same letter again changes nothing. */
    public void put(Letter letter) {
        try {
            store.insert(letter, "letters");
        } catch (DuplicateKeyException _) {
            // It waits or was sent already.
        }
    }
}
