package org.coachbench.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Without a mail server, and with half of the settings of one. */
@CoachbenchTest
class MailOffTests {

    private final Staffroom staffroom;
    private final Letters letters;
    private final Postman postman;
    private final MongoOperations store;

    MailOffTests(
        @Autowired Staffroom staffroom,
        @Autowired Letters letters,
        @Autowired Postman postman,
        @Autowired MongoOperations store
    ) {
        this.staffroom = staffroom;
        this.letters = letters;
        this.postman = postman;
        this.store = store;
    }

    @Test
    void lettersWaitForTwoDaysAndGo() {
        var person = staffroom.colleague(false).person();
        var fresh = new Letter("fresh", person.id(), "x", List.of(), null, Instant.now());
        var late = new Letter("late", person.id(), "x", List.of(), null, Instant.now());
        List.of(fresh, late).forEach(letters::put);
        store.updateFirst(
            Query.query(Criteria.where("_id").is("late")),
            new Update().set("dueAt", Instant.now().minus(StoredLetter.TRIED_FOR)),
            "letters"
        );
        await().until(() -> {
            postman.goRound();
            return store.findById("late", Document.class, "letters") == null;
        });
        assertThat(store.findById("fresh", Document.class, "letters").getString("state")).isEqualTo("WAITING");
    }

    @Test
    void theAdministratorIsToldAndTheServiceIsWell() {
        var administrator = staffroom.administrator().client();
        var asked = "{ viewer { mailDelivery { isOn sentToday } } }";
        assertThat(administrator.data(asked, Map.of()).at("/viewer/mailDelivery/isOn").asBoolean()).isFalse();
        assertThat(administrator.send("GET", "/actuator/health", null, "application/json").body()).contains("UP");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "'' | https://coaching.example.org | coachbench.mail.from",
            "Coachbench | https://coaching.example.org | coachbench.mail.from",
            "coachbench@example.org | '' | coachbench.public-address",
            "coachbench@example.org | coaching.example.org | coachbench.public-address",
            "coachbench@example.org | ftp://coaching.example.org | coachbench.public-address",
        }
    )
    void halfOfTheSettingsEndTheStart(String from, String address, String wrong) {
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withBean(MailSettings.class)
            .withPropertyValues(
                "spring.mail.host=localhost",
                "coachbench.mail.from=" + from,
                "coachbench.public-address=" + address
            )
            .run(context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("Property " + wrong)
            );
    }
}
