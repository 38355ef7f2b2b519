package org.coachbench.signin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How a person signs in; its id is the person's. The address they sign in with is the person's e-mail. */
@Document("accounts")
record Account(@Id String personId, String passwordHash, boolean mustChangePassword, boolean administrator) {
    Account of(String otherPersonId) {
        return new Account(otherPersonId, passwordHash, mustChangePassword, administrator);
    }

    Account withPassword(String hash) {
        return new Account(personId, hash, false, administrator);
    }
}
