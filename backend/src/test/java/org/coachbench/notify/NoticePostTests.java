package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.coachbench.coaching.Coach;
import org.coachbench.notify.Notice.About;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Which letters become of notices. */
@CoachbenchTest
class NoticePostTests {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final NoticePost post;
    private final Notices notices;
    private Pair pair;
    private Colleague colleague;
    private Tutor tutor;
    private Coach mentor;

    NoticePostTests(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired NoticePost post,
        @Autowired Notices notices
    ) {
        this.staffroom = staffroom;
        this.store = store;
        this.post = post;
        this.notices = notices;
    }

    @BeforeEach
    void aPairAndTheirTutor() {
        pair = staffroom.pair();
        colleague = staffroom.tutorOf(pair.school());
        tutor = new Tutor(colleague.client());
        mentor = new Coach(pair.mentor().client());
    }

    private static ZonedDateTime halfPastThree(int days) {
        return Staffroom.today().plusDays(days).atTime(15, 30).atZone(ZoneId.of("Europe/London"));
    }

    private static String in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** As if the time had come at which they are due. */
    private void timePasses() {
        store.updateMulti(
            Query.query(where("toId").is(pair.ect().id()).and("mailDueAt").exists(true)),
            Update.update("mailDueAt", Date.from(Instant.now().minusSeconds(1))),
            "notices"
        );
    }

    private List<Document> letters(Colleague to) {
        post.post();
        // The service's own look may be at it.
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> store.count(new Query(), "notice_letters") == 0);
        return store.find(Query.query(where("toId").is(to.id())), Document.class, "letters");
    }

    private static List<String> texts(Document letter) {
        return letter
            .getList("parts", Document.class)
            .stream()
            .map(part -> part.getString("text"))
            .toList();
    }

    @Test
    void whatIsDueGoesInOneLetterAndEachSessionInOneOfItsOwn() {
        mentor.toShared(pair.ect().id());
        mentor.done("scheduleSession", Map.of("startsAt", halfPastThree(40).toInstant().toString()));
        tutor.nudge(pair.ect().id(), "Is there a time this week?");
        timePasses();
        var letters = letters(pair.ect());
        assertThat(letters.stream().map(letter -> letter.getString("subject"))).containsExactlyInAnyOrder(
            "2 new notices in Coachbench",
            "Colleague planned a session with you: " + IN_WORDS.format(halfPastThree(40))
        );
        var together = letters
            .stream()
            .filter(letter -> letter.getString("subject").startsWith("2 "))
            .findFirst()
            .orElseThrow();
        assertThat(texts(together)).containsExactly("Colleague shared a step with you.", "Colleague sent you a nudge.");
        assertThat(
            together
                .getList("parts", Document.class)
                .stream()
                .map(part -> part.getString("path"))
        ).containsExactly("/cycles/" + mentor.cycleId(), "/messages");
        // Administrators see it when a letter cannot be sent.
        assertThat(letters).allSatisfy(letter -> assertThat(letter.getString("_id")).matches("letter_[0-9a-f-]{36}"));
        // Neither the step nor what was written leaves the service.
        assertThat(letters.toString()).doesNotContain("Wait", "three seconds", "this week");
        timePasses();
        assertThat(letters(pair.ect())).hasSize(2);
    }

    @Test
    void whatWasSeenMeanwhileIsNotMailedButForTheCalendar() {
        mentor.toShared(pair.ect().id());
        mentor.done("scheduleSession", Map.of("startsAt", in(3)));
        new NoticeReader(pair.ect().client()).markSeen(Map.of());
        tutor.nudge(pair.ect().id(), "Hello.");
        timePasses();
        assertThat(
            letters(pair.ect())
                .stream()
                .map(letter -> letter.getString("subject"))
        )
            .hasSize(2)
            .anySatisfy(subject -> assertThat(subject).isEqualTo("Colleague sent you a nudge"))
            .anySatisfy(subject -> assertThat(subject).startsWith("Colleague planned a session"));
    }

    @Test
    void whoWantsNoneGetsNoneAndWhoChangesTheirMindBeforehandNeither() {
        var reader = new NoticeReader(pair.ect().client());
        tutor.nudge(pair.ect().id(), "Hello.");
        reader.set(
            Map.of(
                "mail",
                Stream.of("NUDGE", "STEP_SHARED")
                    .map(kind -> Map.of("kind", kind, "choice", "NONE"))
                    .toList()
            )
        );
        mentor.toShared(pair.ect().id());
        timePasses();
        assertThat(letters(pair.ect())).isEmpty();
        assertThat(reader.unseen()).isEqualTo(2);
    }

    @Test
    void whoPlansGetsALetterForTheirCalendarUnlessTheyWantNone() {
        mentor.start(pair.ect().id());
        mentor.done("scheduleSession", Map.of("startsAt", in(3)));
        assertThat(
            letters(pair.mentor())
                .stream()
                .map(letter -> letter.getString("subject"))
        )
            .singleElement()
            .asString()
            .startsWith("You planned a session with Colleague: ");
        assertThat(letters(pair.ect())).isEmpty();
        new NoticeReader(pair.mentor().client()).set(
            Map.of("mail", List.of(Map.of("kind", "SESSION_MOVED", "choice", "NONE")))
        );
        mentor.done("scheduleSession", Map.of("startsAt", in(4)));
        assertThat(letters(pair.mentor())).hasSize(1);
        mentor.done("cancelCycle", Map.of("reason", "Ill."));
        assertThat(
            letters(pair.mentor())
                .stream()
                .map(letter -> letter.getString("subject"))
        ).anySatisfy(subject -> assertThat(subject).startsWith("You called off your session"));
    }

    @Test
    void aSessionThatWasMovedMeanwhileIsToldOfAsItIs() {
        mentor.toShared(pair.ect().id());
        mentor.done("scheduleSession", Map.of("startsAt", halfPastThree(40).toInstant().toString()));
        mentor.done("scheduleSession", Map.of("startsAt", halfPastThree(41).toInstant().toString()));
        store.remove(Query.query(where("toId").is(pair.ect().id()).and("fact").is("STEP_SHARED")), "notices");
        timePasses();
        assertThat(
            letters(pair.ect())
                .stream()
                .map(letter -> letter.getString("subject"))
        ).containsExactly("Colleague moved your session to " + IN_WORDS.format(halfPastThree(41)));
    }

    @Test
    void whatChangesASessionThatIsNearIsMailedAtOnceWhateverTheHour() {
        mentor.toShared(pair.ect().id());
        var soon = Instant.now().plus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60).toString();
        mentor.done("scheduleSession", Map.of("startsAt", soon));
        // They would turn up at the time that they know of.
        mentor.done("scheduleSession", Map.of("startsAt", in(30)));
        var due = store
            .find(Query.query(where("toId").is(pair.ect().id()).and("fact").is("SESSION_MOVED")), Notice.class)
            .getFirst();
        var isMailed = due.mailDueAt() == null || !due.mailDueAt().isAfter(Instant.now());
        assertThat(isMailed).isTrue();
    }

    @Test
    void aSessionThatDidNotTakePlaceIsMovedWithoutHaste() {
        new NoticeReader(pair.ect().client()).set(
            Map.of("mail", List.of(Map.of("kind", "SESSION_MOVED", "choice", "DIGEST")))
        );
        mentor.toShared(pair.ect().id());
        mentor.done("scheduleSession", Map.of("startsAt", in(3)));
        store.updateFirst(
            Query.query(where("toId").is(pair.ect().id()).and("fact").is("SESSION_PLANNED")),
            Update.update("about.startsAt", Date.from(Instant.now().minus(Duration.ofDays(1)))),
            "notices"
        );
        mentor.done("scheduleSession", Map.of("startsAt", in(30)));
        var moved = store
            .find(Query.query(where("toId").is(pair.ect().id()).and("fact").is("SESSION_MOVED")), Notice.class)
            .getFirst();
        assertThat(moved.mailDueAt()).isAfter(Instant.now());
    }

    @Test
    void aProcessThatIsKilledBetweenLosesAndDoublesNothing() {
        tell(3);
        timePasses();
        var ids = store
            .find(Query.query(where("toId").is(pair.ect().id())), Notice.class)
            .stream()
            .map(Notice::id)
            .toList();
        // Decided, and killed before a notice was claimed, or after the first one was.
        var letter = new NoticeLetter("letter_" + ids.getFirst(), pair.ect().id(), ids);
        store.insert(letter);
        store.updateFirst(
            Query.query(where("_id").is(ids.getFirst())),
            Update.update("letterId", letter.id()).unset("mailDueAt"),
            "notices"
        );
        assertThat(letters(pair.ect()))
            .singleElement()
            .satisfies(one -> assertThat(texts(one)).hasSize(3));
        // Killed after the letter was put, and before it was known to be.
        store.save(letter);
        assertThat(letters(pair.ect()))
            .singleElement()
            .satisfies(one -> assertThat(texts(one)).hasSize(3));
    }

    @Test
    void severalProcessesAtOncePutEachNoticeIntoOneLetter() {
        tell(30);
        timePasses();
        IntStream.range(0, 6)
            .mapToObj(_ -> CompletableFuture.runAsync(post::post))
            .toList()
            .forEach(CompletableFuture::join);
        var all = letters(pair.ect());
        assertThat(all.stream().flatMap(letter -> texts(letter).stream())).hasSize(30);
    }

    private void tell(int count) {
        var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        notices.tell(
            IntStream.range(0, count)
                .mapToObj(i ->
                    Notice.of(
                        NoticeFact.PRAISED,
                        "praise " + i,
                        pair.ect().id(),
                        colleague.id(),
                        About.screen("/messages"),
                        at.plusSeconds(i)
                    )
                )
                .toList()
        );
    }

    @Test
    void settingsStayAsTheyAreChosen() {
        var reader = new NoticeReader(pair.ect().client());
        var set = reader.set(
            Map.of(
                "quietFrom",
                "18:30",
                "digestAt",
                "07:30",
                "mail",
                List.of(Map.of("kind", "COMMENT", "choice", "AT_ONCE"))
            )
        );
        assertThat(set.get("problems")).isEmpty();
        var settings = reader.set(Map.of("quiet", false)).get("settings");
        assertThat(settings.get("quiet").asBoolean()).isFalse();
        assertThat(settings.get("quietFrom").asString()).isEqualTo("18:30");
        assertThat(settings.get("quietUntil").asString()).isEqualTo("08:00");
        assertThat(settings.get("digestAt").asString()).isEqualTo("07:30");
        assertThat(settings.get("mail")).hasSize(NoticeKind.values().length);
        assertThat(settings.get("mail").toString()).contains(
            "{\"kind\":\"COMMENT\",\"choice\":\"AT_ONCE\"}",
            "{\"kind\":\"FEEDBACK\",\"choice\":\"DIGEST\"}"
        );
    }

    @ParameterizedTest
    @CsvSource({ "quietFrom,24:00", "quietUntil,8", "digestAt,''", "quietUntil,17:00", "quietFrom,07:59" })
    void timesThatAreNoneAreRefused(String field, String time) {
        var refused = new NoticeReader(pair.ect().client()).set(Map.of(field, time)).at("/problems/0");
        assertThat(refused.get("__typename").asString()).isEqualTo("ValidationProblem");
        assertThat(refused.at("/path/1").asString()).isEqualTo(
            field.equals("quietFrom") && time.equals("07:59") ? "quietUntil" : field
        );
    }
}
