package org.coachbench.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.BadRequest;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.mail.StoredLetter.Trouble;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** What administrators see of the sending of letters, and do about it. */
@Service
class MailDelivery {

    private static final String SINCE = "trouble.since";

    private final MongoOperations store;
    private final MailSettings settings;
    private final InputRules rules;
    private final Clock clock;

    MailDelivery(MongoOperations store, MailSettings settings, InputRules rules, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    record Figures(boolean isOn, long waiting, long sentToday, long unconfirmed, long failed) {}

    /** A letter without what it says. */
    record TroubledLetter(
        String id,
        String toId,
        LetterState state,
        Instant since,
        int attempts,
        String lastError,
        @Nullable Instant nextTryAt
    ) {}

    record SendLetterAgain(String letterId, @Nullable @MutationId String clientMutationId) {}

    Optional<Figures> figures(Viewer viewer) {
        if (!AccessPolicy.allowsMailDelivery(viewer.administrator())) {
            return Optional.empty();
        }
        var today = SchoolDay.endOf(SchoolDay.of(clock.instant()).minusDays(1));
        return Optional.of(
            new Figures(
                settings.post().isPresent(),
                count(where("state").in(LetterState.WAITING, LetterState.CLAIMED, LetterState.HANDING_OVER)),
                count(where("sentAt").gte(today)),
                count(where("state").is(LetterState.UNCONFIRMED)),
                count(where("state").is(LetterState.FAILED))
            )
        );
    }

    private long count(Criteria which) {
        return store.count(Query.query(which), StoredLetter.class);
    }

    Window<TroubledLetter> troubled(ScrollPosition from, int first) {
        var size = BadRequest.pageSize(first);
        var wanted = where(SINCE).gt(Instant.EPOCH);
        if (
            from instanceof KeysetScrollPosition after &&
            after.getKeys().get("since") instanceof Long since &&
            after.getKeys().get("_id") instanceof String id
        ) {
            var at = Instant.ofEpochMilli(since);
            wanted = new Criteria().orOperator(
                where(SINCE).gt(Instant.EPOCH).lt(at),
                where(SINCE).is(at).and("_id").lt(id)
            );
        }
        var newest = Query.query(wanted)
            .with(Sort.by(Sort.Direction.DESC, SINCE, "_id"))
            .limit(size + 1);
        var found = store.find(newest, StoredLetter.class);
        var page = found.stream().limit(size).map(MailDelivery::troubled).toList();
        return Window.from(page, i -> position(page.get(i)), found.size() > size);
    }

    private static ScrollPosition position(TroubledLetter letter) {
        return ScrollPosition.forward(Map.of("since", letter.since().toEpochMilli(), "_id", letter.id()));
    }

    TroubledLetter sendAgain(Viewer viewer, SendLetterAgain input) {
        rules.check(input);
        if (!AccessPolicy.allowsMailDelivery(viewer.administrator())) {
            throw Problem.notFound("letter", "letterId");
        }
        var letter = find(input.letterId());
        if (letter.trouble() == null) {
            throw Problem.invalid("It was sent meanwhile.", "letterId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (key != null && key.equals(letter.sentAgainBy())) {
            return troubled(letter);
        }
        var now = clock.instant();
        var again = new Update()
            .set("state", LetterState.WAITING)
            .set("dueAt", now)
            .set("giveUpAt", now.plus(StoredLetter.TRIED_FOR))
            .set("attempts", 0)
            .set("sentAgainBy", key);
        // Not one that a process has in hand at this moment: it is being sent.
        var idle = where("_id")
            .is(letter.id())
            .and("state")
            .in(List.of(LetterState.WAITING, LetterState.UNCONFIRMED, LetterState.FAILED))
            .and(SINCE)
            .gt(Instant.EPOCH);
        var put = store.findAndModify(
            Query.query(idle),
            again,
            FindAndModifyOptions.options().returnNew(true),
            StoredLetter.class
        );
        return troubled(put == null ? letter : put);
    }

    private StoredLetter find(String id) {
        var known = Query.query(where("_id").is(id).and("state").ne(LetterState.FORGOTTEN));
        return Optional.ofNullable(store.findOne(known, StoredLetter.class)).orElseThrow(() ->
            Problem.notFound("letter", "letterId")
        );
    }

    private static TroubledLetter troubled(StoredLetter letter) {
        Trouble trouble = letter.trouble();
        if (trouble == null) {
            throw new IllegalStateException("Nothing went wrong with " + letter.id());
        }
        var state = switch (letter.state()) {
            case UNCONFIRMED, FAILED -> letter.state();
            default -> LetterState.WAITING;
        };
        var nextTryAt = letter.state() == LetterState.WAITING ? letter.dueAt() : null;
        return new TroubledLetter(
            letter.id(),
            letter.toId(),
            state,
            trouble.since(),
            letter.attempts(),
            trouble.error(),
            nextTryAt
        );
    }
}
