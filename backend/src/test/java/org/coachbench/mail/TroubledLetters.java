package org.coachbench.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;
import org.coachbench.mail.Letter.Part;
import org.coachbench.mail.StoredLetter.Trouble;
import org.springframework.data.mongodb.core.MongoOperations;

/** Letters with which something went wrong, without a mail server. */
public final class TroubledLetters {

    private TroubledLetters() {}

    /** The id of one that was given up. */
    public static String givenUp(MongoOperations store, String toId) {
        return in(store, toId, LetterState.FAILED, "The mail server refuses the address (550).");
    }

    /** The id of one that is tried again later. */
    public static String triedAgain(MongoOperations store, String toId) {
        return in(store, toId, LetterState.WAITING, "The mail server does not answer.");
    }

    /** The id of one that may have arrived. */
    public static String unconfirmed(MongoOperations store, String toId) {
        return in(store, toId, LetterState.UNCONFIRMED, LetterBook.NOT_CONFIRMED);
    }

    private static String in(MongoOperations store, String toId, LetterState state, String error) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var letter = new StoredLetter(
            "letter_" + new ObjectId().toHexString(),
            toId,
            "Your session on 8 September",
            List.of(new Part("You meet Tom.", "/cycles/42", "Open the plan")),
            null,
            now,
            state,
            now.plus(Duration.ofHours(1)),
            now.plus(StoredLetter.TRIED_FOR),
            3,
            "a process",
            null,
            new Trouble(now.minus(Duration.ofHours(1)), error),
            null
        );
        return store.insert(letter).id();
    }
}
