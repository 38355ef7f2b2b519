package org.coachbench.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.coachbench.access.Viewer;
import org.coachbench.people.PeopleMerged;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Who has a calendar address, one each: whoever knows its secret reads the calendar without signing in. */
@Service
class CalendarFeeds {

    private static final int SECRET_BYTES = 32;

    private final MongoOperations store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The secret is told this once. */
    record Made(CalendarFeed feed, String secret) {}

    /** In place of the one before, whose address leads nowhere from then on. */
    Made make(Viewer viewer) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Made(store.save(new CalendarFeed(viewer.personId(), hash(secret), now)), secret);
    }

    void revoke(Viewer viewer) {
        remove(viewer.personId());
    }

    Optional<CalendarFeed> of(Viewer viewer) {
        return Optional.ofNullable(store.findById(viewer.personId(), CalendarFeed.class));
    }

    Optional<CalendarFeed> bySecret(String secret) {
        var known = Query.query(Criteria.where("secretHash").is(hash(secret)));
        return Optional.ofNullable(store.findOne(known, CalendarFeed.class));
    }

    @EventListener
    void peopleMerged(PeopleMerged merged) {
        remove(merged.doubleId());
    }

    private void remove(String personId) {
        store.remove(Query.query(Criteria.where("_id").is(personId)), CalendarFeed.class);
    }

    /** A plain hash will do: nobody guesses 256 random bits. */
    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
