package org.coachbench.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbench.mail.Letter.Invitation;
import org.coachbench.mail.Letter.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A letter as it is kept. Of a forgotten one, only id, state and {@code dueAt} are left: it is never read as this.
 *
 * @param dueAt when something is to be done with it: waiting, to send it; in hand of a process, to see what became of that;
 *     over, to forget it
 * @param giveUpAt when trying ends
 * @param attempts how often it was begun
 * @param claim which process has or had it in hand, and for which attempt; null before the first
 * @param trouble null when nothing went wrong yet, or it was sent in the end
 * @param sentAgainBy the last mutation by which an administrator sent it again; null when there was none, or it had no id
 */
@Document("letters")
@CompoundIndex(name = "due", def = "{'state': 1, 'dueAt': 1}")
@CompoundIndex(name = "sent", def = "{'sentAt': 1}", sparse = true)
@CompoundIndex(name = "trouble", def = "{'trouble.since': -1, '_id': -1}", sparse = true)
@CompoundIndex(name = "receiver", def = "{'toId': 1}")
record StoredLetter(
    @Id String id,
    String toId,
    String subject,
    List<Part> parts,
    @Nullable Invitation invitation,
    Instant notBefore,
    LetterState state,
    Instant dueAt,
    Instant giveUpAt,
    int attempts,
    @Nullable String claim,
    @Nullable Instant sentAt,
    @Nullable Trouble trouble,
    @Nullable String sentAgainBy
) {
    /** News of two days ago is none. */
    static final Duration TRIED_FOR = Duration.ofDays(2);

    /** Since when something is wrong, and what was wrong last, in words for an administrator. */
    record Trouble(Instant since, String error) {}

    /** A letter that comes late is still tried for as long as any. */
    static StoredLetter of(Letter letter, Instant now) {
        var due = letter.notBefore().isAfter(now) ? letter.notBefore() : now;
        return new StoredLetter(
            letter.id(),
            letter.toId(),
            letter.subject(),
            letter.parts(),
            letter.invitation(),
            letter.notBefore(),
            LetterState.WAITING,
            due,
            due.plus(TRIED_FOR),
            0,
            null,
            null,
            null,
            null
        );
    }

    Letter letter() {
        return new Letter(id, toId, subject, parts, invitation, notBefore);
    }
}
