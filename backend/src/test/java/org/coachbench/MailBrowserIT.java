package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.coachbench.mail.Letter;
import org.coachbench.mail.Letter.Invitation;
import org.coachbench.mail.Letter.Part;
import org.coachbench.mail.LetterPictures;
import org.coachbench.mail.MailServer;
import org.coachbench.mail.TroubledLetters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters as their receivers see them, and the sending of them as an administrator does. */
@CoachbenchTest
class MailBrowserIT {

    private static final MailServer SERVER = new MailServer();
    /** The page looks by itself every few seconds. */
    private static final LocatorAssertions.IsHiddenOptions SOON = new LocatorAssertions.IsHiddenOptions().setTimeout(
        20_000
    );

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final String address;

    MailBrowserIT(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired Environment environment
    ) {
        this.staffroom = staffroom;
        this.store = store;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("coachbench.mail.from", () -> "Coachbench <coachbench@example.org>");
        settings.add("coachbench.public-address", () -> "https://coaching.example.org");
        settings.add("coachbench.mail.looks-every", () -> "200ms");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void lettersOfEveryShapeFitAnyWindow() {
        var meeting = new Part(
            "Your coaching session with Maya is on Tuesday 8 September at 15:30, in Room 4.",
            "/cycles/42/session",
            "Open the session"
        );
        var digest = IntStream.rangeClosed(1, 12)
            .mapToObj(i ->
                new Part("Module %d of your self-study is due this half-term.".formatted(i), "/p", "Open it")
            )
            .toList();
        var long_ = new Part(
            "You meet " + "Wolfeschlegelsteinhausenbergerdorff".repeat(3) + " on Tuesday.\nBring your notes.",
            "/cycles/" + "x".repeat(60),
            "Open the session of " + "Nguyễn-Østergård-".repeat(8)
        );
        try (var browsers = new Browsers(address)) {
            var one = letter("Session on 8 September", List.of(meeting), null);
            assertThat(LetterPictures.fits(browsers.browser(), one, "Eli Brandt", "one-part")).isTrue();
            var many = letter("This week", digest, null);
            assertThat(LetterPictures.fits(browsers.browser(), many, "Eli Brandt", "digest")).isTrue();
            var invited = letter("Session", List.of(meeting), new Invitation("REQUEST", "BEGIN:VCALENDAR"));
            assertThat(LetterPictures.fits(browsers.browser(), invited, "Eli Brandt", "invitation")).isTrue();
            var wide = letter("Session", List.of(long_, meeting), null);
            assertThat(LetterPictures.fits(browsers.browser(), wide, "Ö".repeat(120), "long-names")).isTrue();
        }
    }

    private static Letter letter(String subject, List<Part> parts, Invitation invitation) {
        return new Letter(subject, "person_1", subject, parts, invitation, Instant.now());
    }

    @Test
    void anAdministratorSeesWhatWentWrongAndSendsItAgain() {
        var person = staffroom.personWithoutAccount();
        var other = staffroom.personWithoutAccount();
        var third = staffroom.personWithoutAccount();
        var administrator = staffroom.administrator().person();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(administrator.emailAddress(), 360, 800);
            link(page, "sending e-mail").click();
            assertThat(page.getByText("Nothing.")).isVisible();
            reached(page, "mail-nothing-wrong");

            TroubledLetters.givenUp(store, person.id());
            TroubledLetters.unconfirmed(store, other.id());
            TroubledLetters.triedAgain(store, third.id());
            button(page, "Look again").click();
            assertThat(page.getByText("The mail server refuses the address (550).")).isVisible();
            assertThat(button(page, "Try now to " + third.name())).isVisible();
            reached(page, "mail-trouble");

            button(page, "Send again to " + person.name()).click();
            assertThat(page.getByText("To " + person.name())).isHidden(SOON);
            button(page, "Send again to " + other.name()).click();
            assertThat(page.getByText("To " + other.name()))
                .not()
                .isVisible();
            reached(page, "mail-sent-again");
            // A letter leaves the page when it is sent again, which is before the mail server has it.
            await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1);
                    assertThat(SERVER.takenFor(other.emailAddress())).hasSize(1);
                });
        }
    }
}
