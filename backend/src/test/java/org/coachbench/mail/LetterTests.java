package org.coachbench.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.mail.Letter.Invitation;
import org.coachbench.mail.Letter.Part;
import org.coachbench.mail.MailSettings.Post;
import org.coachbench.mail.Receivers.Receiver;
import org.coachbench.people.Clerk;
import org.coachbench.people.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Letters put into the post, and what a mail server gets of them. */
@Isolated
@CoachbenchTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterTests {

    private static final MailServer SERVER = new MailServer();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TROUBLED =
        "{ viewer { mailDelivery { isOn waiting sentToday unconfirmed failed troubledLetters(first: 100) { edges { node { id to { id } state attempts lastError nextTryAt } } } } } }";

    private final Staffroom staffroom;
    private final Letters letters;
    private final MongoOperations store;
    private final LetterTraces traces;
    private final MailSettings settings;
    private final Receivers receivers;
    private final Clock clock;
    private final TestClient administrator;

    LetterTests(
        @Autowired Staffroom staffroom,
        @Autowired Letters letters,
        @Autowired MongoOperations store,
        @Autowired LetterTraces traces,
        @Autowired MailSettings settings,
        @Autowired Receivers receivers,
        @Autowired Clock clock
    ) {
        this.staffroom = staffroom;
        this.letters = letters;
        this.store = store;
        this.traces = traces;
        this.settings = settings;
        this.receivers = receivers;
        this.clock = clock;
        administrator = staffroom.administrator().client();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("coachbench.mail.from", () -> "Coachbench <coachbench@example.org>");
        settings.add("coachbench.public-address", () -> "https://coaching.example.org/");
        settings.add("coachbench.mail.looks-every", () -> "100ms");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private Person somebody() {
        return staffroom.personWithoutAccount();
    }

    private static Letter letterTo(Person person) {
        return new Letter(
            "letter_" + COUNT.incrementAndGet(),
            person.id(),
            "Your session on 8 September",
            List.of(new Part("You meet Tom on Tuesday 8 September at 15:30.", "/cycles/42", "Open the plan")),
            null,
            Instant.now()
        );
    }

    private static Letter putAt(Letter letter, Instant then) {
        return new Letter(letter.id(), letter.toId(), letter.subject(), letter.parts(), letter.invitation(), then);
    }

    private static MimeMessage arrived(Person person) {
        await()
            .atMost(10, SECONDS)
            .until(() -> !SERVER.takenFor(person.emailAddress()).isEmpty());
        return SERVER.takenFor(person.emailAddress()).getFirst();
    }

    private void is(Letter letter, LetterState state) {
        await()
            .atMost(10, SECONDS)
            .until(() -> stored(letter).getString("state"), state.name()::equals);
    }

    private Document stored(Letter letter) {
        return store.findById(letter.id(), Document.class, "letters");
    }

    private void set(Letter letter, Update update) {
        store.updateFirst(Query.query(Criteria.where("_id").is(letter.id())), update, "letters");
    }

    /** As if its time had come. */
    private void comesDue(Letter letter) {
        set(letter, new Update().set("dueAt", Instant.now().minusSeconds(1)));
    }

    /** By a letter to somebody else that was sent after it would have been. */
    private void everythingDueIsSent() {
        var last = somebody();
        letters.put(letterTo(last));
        arrived(last);
    }

    private JsonNode delivery() {
        return administrator.data(TROUBLED, Map.of()).at("/viewer/mailDelivery");
    }

    private JsonNode troubled(Letter letter) {
        return delivery()
            .at("/troubledLetters/edges")
            .valueStream()
            .map(edge -> edge.get("node"))
            .filter(node -> node.get("id").asString().equals(letter.id()))
            .findFirst()
            .orElse(null);
    }

    private void sendAgain(Letter letter) {
        new Clerk(administrator).done("sendLetterAgain", Map.of("letterId", letter.id()));
    }

    private static String text(Object content) throws Exception {
        return content instanceof InputStream stream
            ? new String(stream.readAllBytes(), StandardCharsets.UTF_8)
            : (String) content;
    }

    private static BodyPart part(Object multipart, int which) throws Exception {
        return ((MimeMultipart) multipart).getBodyPart(which);
    }

    @Test
    void itArrivesAsPlainTextAndAsAPageWithLinksToTheService() throws Exception {
        var person = somebody();
        letters.put(letterTo(person));
        var message = arrived(person);
        assertThat(message.getSubject()).isEqualTo("Your session on 8 September");
        assertThat(message.getFrom()).containsExactly(new InternetAddress("coachbench@example.org", "Coachbench"));
        assertThat(message.getHeader("To", ",")).isEqualTo(person.name() + " <" + person.emailAddress() + ">");
        assertThat(message.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var plain = part(message.getContent(), 0);
        assertThat(plain.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(text(plain.getContent()))
            .startsWith("Hello Somebody,")
            .contains("You meet Tom on Tuesday 8 September at 15:30.")
            .contains("Open the plan:\r\nhttps://coaching.example.org/cycles/42\r\n")
            .contains("https://coaching.example.org/notices/settings");
        var page = part(message.getContent(), 1);
        assertThat(page.getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(text(page.getContent()))
            .contains("Hello Somebody,")
            .contains("href=\"https://coaching.example.org/cycles/42\"")
            .contains("href=\"https://coaching.example.org/notices/settings\"")
            .doesNotContain("<img", "<script");
    }

    @Test
    void anInvitationStandsBesideTheTextAndIsAFileToo() throws Exception {
        var person = somebody();
        var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n";
        var plain = letterTo(person);
        letters.put(
            new Letter(
                plain.id(),
                plain.toId(),
                plain.subject(),
                plain.parts(),
                new Invitation("REQUEST", calendar),
                plain.notBefore()
            )
        );
        var message = arrived(person);
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        var alternatives = part(message.getContent(), 0).getContent();
        assertThat(part(alternatives, 0).getContentType()).startsWith("text/plain");
        assertThat(part(alternatives, 1).getContentType()).startsWith("text/html");
        var invitation = part(alternatives, 2);
        assertThat(invitation.getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(text(invitation.getInputStream())).isEqualTo(calendar);
        var file = part(message.getContent(), 1);
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(text(file.getInputStream())).isEqualTo(calendar);
    }

    @Test
    void theSameLetterIsSentOnceHoweverOftenItIsPut() {
        var person = somebody();
        var letter = letterTo(person);
        letters.put(letter);
        letters.put(letter);
        is(letter, LetterState.SENT);
        letters.put(letter);
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1);
        assertThat(delivery().get("sentToday").asInt()).isPositive();
    }

    @Test
    void itWaitsForItsTime() {
        var person = somebody();
        var later = putAt(letterTo(person), Instant.now().plus(Duration.ofHours(3)));
        letters.put(later);
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).isEmpty();
        assertThat(delivery().get("waiting").asInt()).isPositive();
        assertThat(troubled(later)).isNull();
        comesDue(later);
        arrived(person);
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainAMinuteLaterAndThenTwo() {
        var person = somebody();
        var letter = letterTo(person);
        SERVER.refuseLetter(person.emailAddress(), 451);
        letters.put(letter);
        await().until(() -> troubled(letter) != null);
        var first = troubled(letter);
        assertThat(first.get("state").asString()).isEqualTo("WAITING");
        assertThat(first.get("lastError").asString()).isEqualTo(
            "The mail server does not take the letter for now (451)."
        );
        assertThat(first.at("/to/id").asString()).isEqualTo(person.id());
        assertThat(untilNextTry(first)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
        SERVER.refuseAddress(person.emailAddress(), 450);
        comesDue(letter);
        await().until(
            () -> troubled(letter).get("attempts").asInt() == 2 && !troubled(letter).get("nextTryAt").isNull()
        );
        assertThat(untilNextTry(troubled(letter))).isBetween(Duration.ofSeconds(105), Duration.ofSeconds(120));
        SERVER.takeFrom(person.emailAddress());
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).isEmpty();
        comesDue(letter);
        arrived(person);
        is(letter, LetterState.SENT);
        assertThat(troubled(letter)).isNull();
    }

    private static Duration untilNextTry(JsonNode letter) {
        return Duration.between(Instant.now(), Instant.parse(letter.get("nextTryAt").asString()));
    }

    @Test
    void itIsGivenUpAfterTwoDays() {
        var person = somebody();
        var letter = letterTo(person);
        SERVER.refuseLetter(person.emailAddress(), 451);
        letters.put(letter);
        await().until(() -> troubled(letter) != null);
        set(letter, new Update().set("giveUpAt", Instant.now().plusSeconds(30)));
        comesDue(letter);
        is(letter, LetterState.FAILED);
        assertThat(troubled(letter).get("nextTryAt").isNull()).isTrue();
    }

    @Test
    void oldNewsIsNotSentWhenTheServiceComesBack() {
        var person = somebody();
        var then = Instant.now().minus(Duration.ofDays(3));
        var letter = letterTo(person);
        store.insert(StoredLetter.of(putAt(letter, then), then));
        is(letter, LetterState.FAILED);
        assertThat(SERVER.takenFor(person.emailAddress())).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsToldWithoutAddressOrTextAndHoldsNobodyBack(CapturedOutput log) {
        var refused = somebody();
        var others = List.of(somebody(), somebody());
        SERVER.refuseAddress(refused.emailAddress(), 550);
        var letter = letterTo(refused);
        letters.put(letter);
        others.forEach(other -> letters.put(letterTo(other)));
        others.forEach(LetterTests::arrived);
        is(letter, LetterState.FAILED);
        assertThat(troubled(letter).get("lastError").asString()).isEqualTo(
            "The mail server refuses the address (550)."
        );
        assertThat(troubled(letter).get("nextTryAt").isNull()).isTrue();
        assertThat(delivery().get("failed").asInt()).isPositive();
        assertThat(log.getAll()).containsOnlyOnce("Letter " + letter.id() + " is not sent");
        assertThat(log.getAll()).doesNotContain(refused.emailAddress()).doesNotContain("You meet Tom");

        SERVER.takeFrom(refused.emailAddress());
        everythingDueIsSent();
        assertThat(SERVER.takenFor(refused.emailAddress())).isEmpty();
        sendAgain(letter);
        arrived(refused);
        is(letter, LetterState.SENT);
        var again = new Clerk(administrator).refused("sendLetterAgain", Map.of("letterId", letter.id()));
        assertThat(again).isEqualTo("It was sent meanwhile.");
    }

    @Test
    void whatTheServerDidNotConfirmIsSentAgainOnlyWhenAnAdministratorSaysSo() throws Exception {
        var person = somebody();
        SERVER.hangUpOn(person.emailAddress());
        var letter = letterTo(person);
        letters.put(letter);
        is(letter, LetterState.UNCONFIRMED);
        assertThat(delivery().get("unconfirmed").asInt()).isPositive();
        assertThat(troubled(letter).get("lastError").asString()).endsWith("It may have arrived.");
        SERVER.takeFrom(person.emailAddress());
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1);
        sendAgain(letter);
        is(letter, LetterState.SENT);
        var both = SERVER.takenFor(person.emailAddress());
        assertThat(both).hasSize(2);
        assertThat(both.get(0).getMessageID()).isEqualTo(both.get(1).getMessageID()).endsWith("@example.org>");
    }

    @Test
    void sendingAgainTwiceByOneMutationIsDoingItOnce() {
        var person = somebody();
        SERVER.hangUpOn(person.emailAddress());
        var letter = letterTo(person);
        letters.put(letter);
        is(letter, LetterState.UNCONFIRMED);
        var clerk = new Clerk(administrator);
        var again = Map.of("letterId", letter.id(), "clientMutationId", "once");
        clerk.done("sendLetterAgain", again);
        await().until(() -> SERVER.takenFor(person.emailAddress()).size() == 2);
        is(letter, LetterState.UNCONFIRMED);
        assertThat(clerk.done("sendLetterAgain", "letter { state }", again).at("/letter/state").asString()).isEqualTo(
            "UNCONFIRMED"
        );
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).hasSize(2);
    }

    @Test
    void whileTheServerIsDownLettersWait(CapturedOutput log) {
        var people = List.of(somebody(), somebody(), somebody());
        SERVER.goDown();
        var waiting = people.stream().map(LetterTests::letterTo).toList();
        waiting.forEach(letters::put);
        await().until(() -> waiting.stream().allMatch(letter -> troubled(letter) != null));
        SERVER.comeBack();
        assertThat(troubled(waiting.getFirst()).get("lastError").asString()).isEqualTo(
            "The mail server does not answer."
        );
        assertThat(log.getAll()).contains("The mail server cannot be reached; letters wait");
        waiting.forEach(this::comesDue);
        people.forEach(LetterTests::arrived);
    }

    @Test
    void manyGoOverOneConnection() {
        var people = IntStream.range(0, 10)
            .mapToObj(i -> somebody())
            .toList();
        everythingDueIsSent();
        var before = SERVER.connections();
        // Put together, so that one look finds them.
        var due = Instant.now();
        store.insertAll(
            people
                .stream()
                .map(LetterTests::letterTo)
                .map(letter -> StoredLetter.of(letter, due))
                .toList()
        );
        people.forEach(LetterTests::arrived);
        assertThat(SERVER.connections() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void severalProcessesOnOneStoreSendEachLetterOnce() {
        var others = IntStream.range(0, 3)
            .mapToObj(i ->
                new Postman(
                    new LetterBook(store, traces, clock, Duration.ofMinutes(15)),
                    traces,
                    settings,
                    receivers,
                    clock
                )
            )
            .toList();
        var people = IntStream.range(0, 60)
            .mapToObj(i -> somebody())
            .toList();
        var due = Instant.now();
        store.insertAll(
            people
                .stream()
                .map(LetterTests::letterTo)
                .map(letter -> StoredLetter.of(letter, due))
                .toList()
        );
        others.forEach(Postman::start);
        var rounds = new ArrayList<CompletableFuture<Void>>();
        others.forEach(other -> rounds.add(CompletableFuture.runAsync(other::goRound)));
        rounds.forEach(CompletableFuture::join);
        people.forEach(LetterTests::arrived);
        everythingDueIsSent();
        assertThat(people).allSatisfy(person -> assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1));
    }

    @Test
    void whatAKilledProcessHadInHandIsSentUnlessItMayHaveArrived() {
        var claimed = left(LetterState.CLAIMED, Instant.now().minusSeconds(1));
        var handedOver = left(LetterState.HANDING_OVER, Instant.now().minusSeconds(1));
        var inOtherHands = left(LetterState.CLAIMED, Instant.now().plusSeconds(600));
        is(claimed, LetterState.SENT);
        is(handedOver, LetterState.UNCONFIRMED);
        everythingDueIsSent();
        is(inOtherHands, LetterState.CLAIMED);
        assertThat(SERVER.taken())
            .extracting(MailServer.Taken::to)
            .contains(addressOf(claimed))
            .doesNotContain(addressOf(handedOver), addressOf(inOtherHands));
        assertThat(troubled(handedOver).get("state").asString()).isEqualTo("UNCONFIRMED");
    }

    /** Killed after the store's word that it may go, before the dot, or between the two. */
    @Test
    void whatWasHandedOverIsSentAgainWhenItsTraceSaysThatItDidNotGo() {
        var letter = letterTo(somebody());
        traces.begin("trace of " + letter.id());
        left(letter, LetterState.HANDING_OVER, Instant.now().minusSeconds(1), "trace of " + letter.id());
        is(letter, LetterState.SENT);
        assertThat(SERVER.taken()).extracting(MailServer.Taken::to).contains(addressOf(letter));
        assertThat(traces.isInHand("trace of " + letter.id())).isFalse();

        var gone = letterTo(somebody());
        traces.begin("trace of " + gone.id());
        traces.goes("trace of " + gone.id());
        left(gone, LetterState.HANDING_OVER, Instant.now().minusSeconds(1), "trace of " + gone.id());
        is(gone, LetterState.UNCONFIRMED);
    }

    private Letter left(LetterState state, Instant until) {
        var letter = letterTo(somebody());
        left(letter, state, until, "a killed one");
        return letter;
    }

    private void left(Letter letter, LetterState state, Instant until, String claim) {
        var document = new Document();
        store.getConverter().write(StoredLetter.of(letter, Instant.now()), document);
        document.append("state", state.name()).append("dueAt", Date.from(until)).append("claim", claim);
        store.insert(document, "letters");
    }

    private String addressOf(Letter letter) {
        return receivers.find(letter.toId()).orElseThrow().address();
    }

    /** A process that slept for long must not send what another one took over. */
    @Test
    void whatIsInOtherHandsMeanwhileIsDroppedBeforeItsEnd() throws Exception {
        var slow = new LetterBook(store, traces, clock, Duration.ofMinutes(15));
        var person = somebody();
        var letter = left(LetterState.CLAIMED, Instant.now().plusSeconds(600));
        var mine = store.findById(letter.id(), StoredLetter.class);
        set(letter, new Update().set("claim", "another process"));
        assertThat(slow.handingOver(mine)).isFalse();
        slow.sent(mine);
        slow.fail(mine, "x");
        assertThat(stored(letter).getString("state")).isEqualTo("CLAIMED");

        var post = settings.post().orElseThrow();
        try (var connection = new MailConnection(post.server())) {
            for (BooleanSupplier mayNotGo : List.<BooleanSupplier>of(() -> false, LetterTests::noStore)) {
                var dropped = message(person, post, mayNotGo);
                assertThatThrownBy(() -> connection.send(dropped))
                    .isInstanceOf(MessagingException.class)
                    .hasCauseInstanceOf(LetterMessage.HeldBack.class);
                assertThat(dropped.isGone()).isFalse();
            }
            assertThat(SERVER.takenFor(person.emailAddress())).isEmpty();
            connection.send(message(person, post, () -> true));
        }
        assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1);
    }

    private static boolean noStore() {
        throw new DataAccessResourceFailureException("The store is away.");
    }

    private static LetterMessage message(Person person, Post post, BooleanSupplier mayGo) throws Exception {
        var receiver = new Receiver(person.name(), person.emailAddress());
        return LetterMessage.of(letterTo(person), receiver, post, Instant.now(), mayGo);
    }

    @Test
    void nothingInALetterBecomesAHeadOrMarkup() throws Exception {
        var person = somebody();
        store.updateFirst(
            Query.query(Criteria.where("_id").is(person.id())),
            new Update().set("name", "Zoë\r\nBcc: thief@example.org <b>" + "Ümläut ".repeat(30)),
            "people"
        );
        var plain = letterTo(person);
        letters.put(
            new Letter(
                plain.id(),
                plain.toId(),
                "Élan\r\nBcc: thief@example.org\r\n\r\n" + "très long ".repeat(40),
                List.of(new Part("<script>alert(1)</script> & \"more\"", "/cycles/1?a=\"><b>", "<i>Open</i>")),
                null,
                plain.notBefore()
            )
        );
        var message = arrived(person);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(SERVER.taken()).extracting(MailServer.Taken::to).doesNotContain("thief@example.org");
        assertThat(message.getSubject()).startsWith("Élan Bcc: thief@example.org très long").endsWith("très long");
        var to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getPersonal()).startsWith("Zoë Bcc: thief@example.org <b>Ümläut");
        assertThat(text(part(message.getContent(), 0).getContent())).startsWith("Hello Zoë,");
        assertThat(text(part(message.getContent(), 1).getContent()))
            .contains("Hello Zoë,")
            .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;")
            .contains("href=\"https://coaching.example.org/cycles/1?a=&quot;&gt;&lt;b&gt;\"")
            .doesNotContain("<script>", "<i>");
    }

    @Test
    void linesOfThePlainTextFitAWindow() throws Exception {
        var person = somebody();
        var plain = letterTo(person);
        letters.put(
            new Letter(
                plain.id(),
                plain.toId(),
                plain.subject(),
                List.of(new Part("A sentence of several words. ".repeat(30) + "\nAnd a new line.", "/", "Home")),
                null,
                plain.notBefore()
            )
        );
        var text = text(part(arrived(person).getContent(), 0).getContent());
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
        assertThat(text).contains("\r\nAnd a new line.\r\n");
    }

    @Test
    void whoLeftOrIsNotHereGetsNothing() {
        var pair = staffroom.pair();
        var ect = pair.ect().person();
        var leaves = Map.of(
            "personId",
            ect.id(),
            "schoolId",
            pair.school().id(),
            "role",
            "ECT",
            "finishedOn",
            Staffroom.today().minusDays(1).toString()
        );
        new Clerk(administrator).done("leaveSchool", leaves);
        var toOneWhoLeft = letterTo(ect);
        var here = letterTo(pair.mentor().person());
        var toNobody = new Letter("letter_to_nobody", "person_none", "x", List.of(), null, Instant.now());
        List.of(toOneWhoLeft, toNobody, here).forEach(letters::put);
        arrived(pair.mentor().person());
        is(toOneWhoLeft, LetterState.FORGOTTEN);
        is(toNobody, LetterState.FORGOTTEN);
        assertThat(SERVER.takenFor(ect.emailAddress())).isEmpty();
        assertThat(stored(toOneWhoLeft)).doesNotContainKeys("toId", "subject", "parts");
    }

    @Test
    void whatALetterSaidIsForgottenAfterAWhileButNotThatItWasSent() {
        var person = somebody();
        var letter = letterTo(person);
        letters.put(letter);
        is(letter, LetterState.SENT);
        var kept = stored(letter).getDate("dueAt").toInstant();
        assertThat(Duration.between(Instant.now(), kept)).isBetween(Duration.ofDays(13), Duration.ofDays(14));
        comesDue(letter);
        is(letter, LetterState.FORGOTTEN);
        assertThat(stored(letter).keySet()).containsOnly("_id", "_class", "state", "dueAt");
        letters.put(letter);
        everythingDueIsSent();
        assertThat(SERVER.takenFor(person.emailAddress())).hasSize(1);
        comesDue(letter);
        await().until(() -> stored(letter) == null);
    }

    @Test
    void troubleIsListedNewestFirstInPages() {
        var people = IntStream.range(0, 3)
            .mapToObj(i -> somebody())
            .toList();
        var refused = new ArrayList<String>();
        for (var person : people) {
            SERVER.refuseAddress(person.emailAddress(), 550);
            var letter = letterTo(person);
            letters.put(letter);
            is(letter, LetterState.FAILED);
            refused.addFirst(letter.id());
        }
        var client = administrator;
        var seen = new ArrayList<String>();
        String after = null;
        JsonNode page;
        do {
            page = page(client, after);
            seen.add(page.at("/edges/0/node/id").asString());
            after = page.at("/edges/0/cursor").asString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(seen)
            .startsWith(refused.toArray(String[]::new))
            .doesNotHaveDuplicates();
        assertThat(seen).hasSize(delivery().at("/troubledLetters/edges").size());
    }

    private static JsonNode page(TestClient client, String after) {
        var query =
            "query ($after: String) { viewer { mailDelivery { troubledLetters(first: 1, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } } } } }";
        var variables = new HashMap<String, Object>();
        variables.put("after", after);
        return client.data(query, variables).at("/viewer/mailDelivery/troubledLetters");
    }

    @Test
    void nobodyButAnAdministratorSeesOrSendsAgain() {
        var person = somebody();
        SERVER.refuseAddress(person.emailAddress(), 550);
        var letter = letterTo(person);
        letters.put(letter);
        is(letter, LetterState.FAILED);
        var colleague = staffroom.colleague(false).client();
        assertThat(colleague.data(TROUBLED, Map.of()).at("/viewer/mailDelivery").isNull()).isTrue();
        assertThat(new Clerk(colleague).mayNot("sendLetterAgain", Map.of("letterId", letter.id()))).isTrue();
        var none = new Clerk(administrator);
        assertThat(none.mayNot("sendLetterAgain", Map.of("letterId", "letter_none"))).isTrue();
    }
}
