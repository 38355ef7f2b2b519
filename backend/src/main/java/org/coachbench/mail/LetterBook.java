package org.coachbench.mail;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbench.people.PeopleMerged;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Writes down how far each letter is. A letter is sent once because each step is one atomic write that holds only for the
 * process that has the letter in hand: any number of processes may share a store, and each may be killed at any moment.
 */
@Component
class LetterBook {

    static final String NOT_CONFIRMED =
        "The service stopped, or the connection broke, before the mail server said that it has the letter. It may have arrived.";

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration SENT_KEPT_FOR = Duration.ofDays(14);
    private static final Duration OTHERS_KEPT_FOR = Duration.ofDays(30);
    /** For how long the same letter is known, by its id alone. */
    private static final Duration FORGOTTEN_KNOWN_FOR = Duration.ofDays(90);

    private final MongoOperations store;
    private final LetterTraces traces;
    private final Clock clock;
    private final Duration claimedFor;

    LetterBook(
        MongoOperations store,
        LetterTraces traces,
        Clock clock,
        @Value("${coachbench.mail.claimed-for}") Duration claimedFor
    ) {
        this.store = store;
        this.traces = traces;
        this.clock = clock;
        this.claimedFor = claimedFor;
    }

    List<String> due(int most) {
        var due = Query.query(in(LetterState.WAITING).and("dueAt").lte(now())).with(Sort.by("dueAt")).limit(most);
        due.fields().include("_id");
        return store
            .find(due, org.bson.Document.class, store.getCollectionName(StoredLetter.class))
            .stream()
            .map(letter -> letter.getString("_id"))
            .toList();
    }

    /** Empty when another process has it. */
    Optional<StoredLetter> claim(String id) {
        var claimed = new Update()
            .set("state", LetterState.CLAIMED)
            .set("dueAt", now().plus(claimedFor))
            .set("claim", UUID.randomUUID().toString())
            .inc("attempts", 1);
        return Optional.ofNullable(
            store.findAndModify(
                Query.query(in(LetterState.WAITING).and("_id").is(id).and("dueAt").lte(now())),
                claimed,
                FindAndModifyOptions.options().returnNew(true),
                StoredLetter.class
            )
        );
    }

    /** False when it took so long that the letter is in other hands. */
    boolean handingOver(StoredLetter letter) {
        return change(
            letter,
            List.of(LetterState.CLAIMED),
            new Update().set("state", LetterState.HANDING_OVER).set("dueAt", now().plus(claimedFor))
        );
    }

    /** Also when it took so long that it counts as unconfirmed meanwhile. */
    void sent(StoredLetter letter) {
        var sent = over(LetterState.SENT, SENT_KEPT_FOR).set("sentAt", now()).unset("trouble");
        change(letter, List.of(LetterState.HANDING_OVER, LetterState.UNCONFIRMED), sent);
    }

    /** False when it was tried for so long that it is given up. */
    boolean tryAgain(StoredLetter letter, String error) {
        var next = now().plus(pauseAfter(letter.attempts()));
        if (next.isAfter(letter.giveUpAt())) {
            fail(letter, error);
            return false;
        }
        changeInHand(letter, trouble(letter, error).set("state", LetterState.WAITING).set("dueAt", next));
        return true;
    }

    void fail(StoredLetter letter, String error) {
        changeInHand(letter, over(trouble(letter, error), LetterState.FAILED, OTHERS_KEPT_FOR));
    }

    void unconfirmed(StoredLetter letter) {
        changeInHand(letter, over(trouble(letter, NOT_CONFIRMED), LetterState.UNCONFIRMED, OTHERS_KEPT_FOR));
    }

    /** Nobody is there any more to be written to. */
    void drop(StoredLetter letter) {
        changeInHand(letter, forgotten());
    }

    /** What is known to be in nobody's hand any more: of killed processes, and what is over for long enough. */
    void lookAfterThoseLeftBehind() {
        var now = now();
        store
            .find(
                Query.query(in(LetterState.CLAIMED, LetterState.HANDING_OVER).and("dueAt").lte(now)),
                StoredLetter.class
            )
            .forEach(this::lookAfter);
        store.updateMulti(
            Query.query(in(LetterState.SENT, LetterState.UNCONFIRMED, LetterState.FAILED).and("dueAt").lte(now)),
            forgotten(),
            StoredLetter.class
        );
        store.remove(Query.query(in(LetterState.FORGOTTEN).and("dueAt").lte(now)), StoredLetter.class);
    }

    /** Sent again, unless it may have gone. */
    private void lookAfter(StoredLetter letter) {
        var claim = requireNonNull(letter.claim());
        if (letter.state() == LetterState.CLAIMED || traces.isInHand(claim)) {
            change(letter, List.of(letter.state()), new Update().set("state", LetterState.WAITING));
        } else {
            var notConfirmed = new StoredLetter.Trouble(now(), NOT_CONFIRMED);
            var unconfirmed = over(LetterState.UNCONFIRMED, OTHERS_KEPT_FOR).set("trouble", notConfirmed);
            change(letter, List.of(LetterState.HANDING_OVER), unconfirmed);
        }
        traces.end(claim);
    }

    /** Without a mail server nothing is sent: what waited in vain goes, so that it neither piles up nor comes months late. */
    void removeThoseTooLate() {
        store.remove(
            Query.query(in(LetterState.WAITING).and("dueAt").lte(now().minus(StoredLetter.TRIED_FOR))),
            StoredLetter.class
        );
    }

    @EventListener
    void merge(PeopleMerged merged) {
        store.updateMulti(
            Query.query(where("toId").is(merged.doubleId())),
            new Update().set("toId", merged.keptId()),
            StoredLetter.class
        );
    }

    private static Duration pauseAfter(int attempts) {
        // Six hours are reached long before this overflows.
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Update trouble(StoredLetter letter, String error) {
        var since = letter.trouble() == null ? now() : letter.trouble().since();
        return new Update().set("trouble", new StoredLetter.Trouble(since, error));
    }

    private Update over(LetterState state, Duration keptFor) {
        return over(new Update(), state, keptFor);
    }

    private Update over(Update update, LetterState state, Duration keptFor) {
        return update.set("state", state).set("dueAt", now().plus(keptFor));
    }

    /** All that it says, to whom, and when. */
    private Update forgotten() {
        return over(LetterState.FORGOTTEN, FORGOTTEN_KNOWN_FOR)
            .unset("toId")
            .unset("subject")
            .unset("parts")
            .unset("invitation")
            .unset("notBefore")
            .unset("giveUpAt")
            .unset("attempts")
            .unset("claim")
            .unset("sentAt")
            .unset("trouble")
            .unset("sentAgainBy");
    }

    private void changeInHand(StoredLetter letter, Update update) {
        change(letter, List.of(LetterState.CLAIMED, LetterState.HANDING_OVER), update);
    }

    private boolean change(StoredLetter letter, List<LetterState> from, Update update) {
        var ours = where("_id").is(letter.id()).and("claim").is(letter.claim()).and("state").in(from);
        return store.updateFirst(Query.query(ours), update, StoredLetter.class).getMatchedCount() == 1;
    }

    private static Criteria in(LetterState... states) {
        return states.length == 1 ? where("state").is(states[0]) : where("state").in((Object[]) states);
    }

    /** The stores keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
