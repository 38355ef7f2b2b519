package org.coachbench.signin;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins by address, whether or not anybody has it, and locks after five for a quarter of an hour. */
@Component
class SignInAttempts {

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final MongoOperations store;

    SignInAttempts(MongoOperations store) {
        this.store = store;
        store.remove(Query.query(where("lastFailureAt").lt(Instant.now().minus(Duration.ofDays(1)))), Attempts.class);
    }

    @Document("sign_in_attempts")
    private record Attempts(@Id String email, int failures, Instant lastFailureAt) {}

    boolean isLocked(String email) {
        var attempts = store.findById(email, Attempts.class);
        return attempts != null && attempts.failures() >= MOST_FAILURES && !isOld(attempts);
    }

    void failed(String email) {
        var attempts = store.findById(email, Attempts.class);
        var update = new Update().set("lastFailureAt", Instant.now());
        if (isOld(attempts)) {
            update.set("failures", 1);
        } else {
            update.inc("failures", 1);
        }
        store.findAndModify(
            Query.query(where("_id").is(email)),
            update,
            FindAndModifyOptions.options().upsert(true),
            Attempts.class
        );
    }

    void succeeded(String email) {
        store.remove(Query.query(where("_id").is(email)), Attempts.class);
    }

    private static boolean isOld(@Nullable Attempts attempts) {
        return attempts != null && attempts.lastFailureAt().isBefore(Instant.now().minus(LOCKED_FOR));
    }
}
