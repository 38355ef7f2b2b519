package org.coachbench.mail;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.coachbench.ServiceProcess;
import org.coachbench.mail.Letter.Part;
import org.coachbench.store.StoreServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The packaged jar is killed again and again while it sends letters, {@code -Dcoachbench.kills=50} times or any other number.
 * Each letter arrives once, but for those whose process was killed between the last word to the mail server and the note
 * that it has the letter: of these nobody knows whether they arrived, so they count as unconfirmed and do not come again.
 */
@EnabledIfSystemProperty(named = "coachbench.long", matches = "true", disabledReason = "It takes minutes.")
class MailKilledIT {

    private static final Logger log = LoggerFactory.getLogger(MailKilledIT.class);
    private static final int KILLS = Integer.getInteger("coachbench.kills", 2);
    private static final int LETTERS_BETWEEN = 60;
    private static final long SEED = Long.getLong("coachbench.kills.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @TempDir
    Path directory;

    @Test
    void eachLetterArrivesOnceHoweverOftenItsSenderIsKilled() throws Exception {
        log.info("Seed {}", SEED);
        try (var server = new MailServer(); var shared = StoreServerProcess.start(directory)) {
            var uri = new ConnectionString(shared.uri());
            try (var client = MongoClients.create(uri)) {
                var store = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, uri.getDatabase()));
                var put = new ArrayList<Letter>();
                var options = options(shared, server);
                for (int kill = 0; kill < KILLS; kill++) {
                    try (var service = ServiceProcess.start(options)) {
                        var before = server.taken().size();
                        put.addAll(putLetters(store, kill));
                        var until = before + 1 + random.nextInt(LETTERS_BETWEEN);
                        await()
                            .pollInterval(Duration.ofMillis(1))
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> server.taken().size() >= until);
                        LockSupport.parkNanos(random.nextInt(20_000_000));
                        service.kill();
                    }
                }
                try (var _ = ServiceProcess.start(options)) {
                    await()
                        .atMost(Duration.ofMinutes(2).plusSeconds(10L * KILLS))
                        .until(() -> store.count(Query.query(underWay()), "letters") == 0);
                }
                lookAtWhatArrived(put, server, store);
            }
        }
    }

    private static String[] options(StoreServerProcess shared, MailServer server) {
        return new String[] {
            "--spring.mongodb.uri=" + shared.uri(),
            "--spring.mail.host=localhost",
            "--spring.mail.port=" + server.port(),
            "--coachbench.mail.from=coachbench@example.org",
            "--coachbench.public-address=https://coaching.example.org",
            "--coachbench.mail.looks-every=50ms",
            "--coachbench.mail.claimed-for=2s",
        };
    }

    private static List<Letter> putLetters(MongoOperations store, int kill) {
        var people = store
            .findAll(Document.class, "people")
            .stream()
            .map(person -> person.getString("_id"))
            .toList();
        var letters = new ArrayList<Letter>();
        for (int i = 0; i < LETTERS_BETWEEN; i++) {
            var subject = "Letter %d.%d".formatted(kill, i);
            var part = new Part("You meet Tom. ".repeat(1 + (i % 500)), "/", "Home");
            letters.add(
                new Letter(subject, people.get(i % people.size()), subject, List.of(part), null, Instant.now())
            );
        }
        var now = Instant.now();
        store.insertAll(
            letters
                .stream()
                .map(letter -> StoredLetter.of(letter, now))
                .toList()
        );
        return letters;
    }

    private static Criteria underWay() {
        return where("state").in(LetterState.WAITING, LetterState.CLAIMED, LetterState.HANDING_OVER);
    }

    private static void lookAtWhatArrived(List<Letter> put, MailServer server, MongoOperations store) {
        Map<String, Long> arrived = server.taken().stream().collect(groupingBy(MailKilledIT::subject, counting()));
        var unconfirmed = in(store, LetterState.UNCONFIRMED);
        var sent = in(store, LetterState.SENT);
        var missing = new HashSet<String>();
        put.stream().map(Letter::subject).forEach(missing::add);
        missing.removeAll(arrived.keySet());
        log.info(
            "{} kills, {} letters: {} arrived, {} more than once, {} missing; {} are unconfirmed, of which {} arrived",
            KILLS,
            put.size(),
            arrived.size(),
            arrived
                .values()
                .stream()
                .filter(times -> times > 1)
                .count(),
            missing.size(),
            unconfirmed.size(),
            unconfirmed.stream().filter(arrived::containsKey).count()
        );
        assertThat(arrived.values()).containsOnly(1L);
        assertThat(unconfirmed).containsAll(missing).hasSizeLessThanOrEqualTo(KILLS);
        assertThat(sent).noneMatch(missing::contains);
        assertThat(sent.size() + unconfirmed.size()).isEqualTo(put.size());
    }

    private static Set<String> in(MongoOperations store, LetterState state) {
        return store
            .find(Query.query(where("state").is(state)), Document.class, "letters")
            .stream()
            .map(letter -> letter.getString("_id"))
            .collect(toSet());
    }

    private static String subject(MailServer.Taken taken) {
        try {
            return taken.message().getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
