package org.coachbench.notify;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.coachbench.pastoral.PastoralPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.graphql.execution.SubscriptionPublisherException;

/** Who is told of what, over real HTTP and WebSocket. */
@Isolated
@CoachbenchTest
class NoticeTests {

    private static final String UPDATES = "subscription { myUpdates { unseenNotices notice { kind text } } }";

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final TutorNotices tutorNotices;
    private final OverdueNotices overdueNotices;
    private final NoticeFollower follower;
    private final Notices notices;
    private Pair pair;
    private Colleague coachOfMentor;
    private Colleague colleague;
    private Tutor tutor;
    private Coach mentor;
    private Coach ect;
    private Coach coach;
    private final Set<String> known = new HashSet<>();

    NoticeTests(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired TutorNotices tutorNotices,
        @Autowired OverdueNotices overdueNotices,
        @Autowired NoticeFollower follower,
        @Autowired Notices notices
    ) {
        this.staffroom = staffroom;
        this.store = store;
        this.tutorNotices = tutorNotices;
        this.overdueNotices = overdueNotices;
        this.follower = follower;
        this.notices = notices;
    }

    @BeforeEach
    void aSchool() {
        pair = staffroom.pair();
        colleague = staffroom.tutorOf(pair.school());
        coachOfMentor = staffroom.colleague(false);
        tutor = new Tutor(colleague.client());
        tutor.pairWithCoach(pair.mentor().id(), coachOfMentor.person().emailAddress());
        mentor = new Coach(pair.mentor().client());
        ect = new Coach(pair.ect().client());
        coach = new Coach(coachOfMentor.client());
        assertThat(told(() -> {})).containsExactlyInAnyOrder("mentor ACCESS", "coach ACCESS");
        // What follows is told beside their pairing.
        store.remove(Query.query(where("toId").in(pair.mentor().id(), coachOfMentor.id())), "notices");
        store.updateMulti(
            Query.query(where("mentorId").is(pair.mentor().id())),
            new Update().unset("changedAt"),
            "coach_pairings"
        );
    }

    private static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Who of the four was told of what by this. */
    private Set<String> told(Runnable done) {
        done.run();
        var people = new LinkedHashMap<String, Colleague>();
        people.put("mentor", pair.mentor());
        people.put("ect", pair.ect());
        people.put("coach", coachOfMentor);
        people.put("tutor", colleague);
        var told = new HashSet<String>();
        people.forEach((name, person) ->
            new NoticeReader(person.client())
                .all()
                .stream()
                .filter(notice -> known.add(notice.get("id").asString()))
                .forEach(notice -> told.add(name + " " + notice.get("kind").asString()))
        );
        return told;
    }

    private void schedule(int days) {
        mentor.done("scheduleSession", Map.of("startsAt", inDays(days)));
    }

    @Test
    void everythingThatConcernsSomebodyIsToldToThemAndToNobodyElse() {
        assertThat(told(() -> mentor.start(pair.ect().id()))).isEmpty();
        assertThat(told(() -> schedule(3))).isEmpty();
        assertThat(told(this::prepare)).isEmpty();
        assertThat(told(() -> mentor.done("shareCycle", Map.of()))).containsExactlyInAnyOrder(
            "ect STEP_SHARED",
            "ect SESSION_PLANNED"
        );
        assertThat(told(() -> schedule(4))).containsExactly("ect SESSION_MOVED");
        assertThat(told(() -> mentor.done("startSession", Map.of()))).isEmpty();
        assertThat(told(() -> mentor.round("Asked it"))).containsExactly("ect FEEDBACK");
        assertThat(told(() -> mentor.round("Asked it again"))).isEmpty();
        assertThat(told(mentor::close)).containsExactly("ect DROP_IN");
        assertThat(told(() -> reflect("It went well."))).containsExactly("mentor REFLECTION");
        assertThat(told(() -> reflect("It went well enough."))).isEmpty();
        assertThat(told(() -> comment(mentor))).containsExactly("ect COMMENT");
        assertThat(told(() -> mentor.done("shareWithCoach", Map.of()))).containsExactlyInAnyOrder(
            "ect ACCESS",
            "coach ACCESS"
        );
        coach.resume(mentor.cycleId());
        assertThat(told(() -> comment(coach))).containsExactlyInAnyOrder("mentor COMMENT", "ect COMMENT");
        assertThat(told(() -> comment(ect))).containsExactlyInAnyOrder("mentor COMMENT", "coach COMMENT");
        assertThat(told(() -> coach.done("markReviewed", Map.of()))).containsExactly("mentor FEEDBACK");
        assertThat(told(() -> ect.done("endCoachAccess", Map.of()))).containsExactly("mentor ACCESS");
        assertThat(told(() -> comment(ect))).containsExactly("mentor COMMENT");
    }

    private void prepare() {
        mentor.done("recordEvidence", Map.of("text", "Six hands were up."));
        var version = mentor.done("recordPraise", Map.of("text", "A calm start.")).get("version").asInt();
        var own = Map.of("title", "Wait", "why", "Time to think.", "criteria", List.of("Waits three seconds"));
        version = mentor
            .done("chooseStep", Map.of("own", own, "version", version))
            .get("version")
            .asInt();
        mentor.done("planSession", Map.of("sections", Coach.SECTIONS, "version", version));
    }

    private void reflect(String text) {
        ect.resume(mentor.cycleId());
        ect.done("writeReflection", Map.of("text", text));
    }

    private static void comment(Coach by) {
        by.done("commentOnMoment", Map.of("sequence", 12, "text", "Here you paused."));
    }

    @Test
    void whatTutorsDoIsToldToThosePeopleItConcerns() {
        told(() -> mentor.toClosed(pair.ect().id()));
        var visit = new ArrayList<String>();
        assertThat(told(() -> visit.add(tutor.visit(mentor.cycleId())))).containsExactlyInAnyOrder(
            "mentor ACCESS",
            "ect ACCESS"
        );
        assertThat(told(() -> tutor.visit(mentor.cycleId()))).isEmpty();
        assertThat(told(() -> tutor.giveFeedback(visit.getFirst(), "A short, clear model."))).containsExactly(
            "mentor FEEDBACK"
        );
        assertThat(
            told(() -> new Tutor(pair.mentor().client()).answerFeedback(visit.getFirst(), "Thank you."))
        ).containsExactly("tutor FEEDBACK");
        assertThat(told(() -> tutor.nudge(pair.ect().id(), "Hello."))).containsExactly("ect NUDGE");
        var praise = Map.of("toId", pair.mentor().id(), "kind", "PRAISE", "about", "COACHING", "text", "Thank you.");
        assertThat(told(() -> tutor.done("sendMessage", praise))).containsExactly("mentor PRAISE");
        assertThat(told(() -> tutor.raise(pair.ect().id()))).isEmpty();
        assertThat(told(() -> new PastoralPair(pair).held("Rest at the weekend."))).isEmpty();
    }

    @Test
    void mentorAndCoachAreToldThatTheyArePairedAndThatItEndsButNotWhoeverEndsIt() {
        var other = staffroom.colleague(false);
        var paired = staffroom.mentorAt(pair.school());
        var pairing = tutor.pairWithCoach(paired.id(), other.person().emailAddress());
        var end = Map.of("pairingId", pairing, "finishedOn", Staffroom.today().toString());
        new Tutor(other.client()).done("endCoachPairing", end);
        assertThat(new NoticeReader(paired.client()).all())
            .extracting(notice -> notice.get("text").asString())
            .satisfiesExactly(
                text -> assertThat(text).startsWith("The last day of coaching with " + other.person().name()),
                text -> assertThat(text).startsWith(other.person().name() + " coaches you from ")
            );
        assertThat(new NoticeReader(other.client()).all()).hasSize(1);
    }

    @Test
    void coachingOfMentorsIsToldToMentorAndCoachAlone() {
        told(() -> {
            mentor.toClosed(pair.ect().id());
            mentor.done("shareWithCoach", Map.of());
        });
        assertThat(told(() -> coach.toSharedForMentor(pair.mentor().id(), mentor.cycleId()))).containsExactly(
            "mentor STEP_SHARED"
        );
        assertThat(told(() -> coach.done("scheduleSession", Map.of("startsAt", inDays(3))))).containsExactly(
            "mentor SESSION_PLANNED"
        );
        var coached = new Coach(pair.mentor().client());
        coached.resume(coach.cycleId());
        assertThat(told(() -> coached.done("writeReflection", Map.of("text", "Slower.")))).containsExactly(
            "coach REFLECTION"
        );
        assertThat(told(() -> coach.done("cancelCycle", Map.of("reason", "Ill.")))).containsExactly(
            "mentor SESSION_CANCELLED"
        );
    }

    @Test
    void anEctIsToldNothingOfACycleThatWasNeverShared() {
        assertThat(
            told(() -> {
                mentor.start(pair.ect().id());
                prepare();
                schedule(3);
                schedule(4);
                mentor.done("cancelCycle", Map.of("reason", "Ill."));
            })
        ).isEmpty();
    }

    @Test
    void noticesSayWhoAndWhenAndNothingOfWhatWasWritten() {
        mentor.toShared(pair.ect().id());
        var then = Staffroom.today().plusDays(40).atTime(15, 30).atZone(ZoneId.of("Europe/London"));
        var inWords = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).format(then);
        mentor.done("scheduleSession", Map.of("startsAt", then.toInstant().toString()));
        tutor.nudge(pair.ect().id(), "Is there a time this week?");
        var told = new NoticeReader(pair.ect().client()).all();
        var by = pair.mentor().person().name();
        assertThat(told)
            .extracting(notice -> notice.get("text").asString() + " " + notice.get("path").asString())
            .containsExactly(
                colleague.person().name() + " sent you a nudge. /messages",
                by + " planned a session with you: " + inWords + ". /cycles/" + mentor.cycleId(),
                by + " shared a step with you. /cycles/" + mentor.cycleId()
            );
    }

    @Test
    void aProcessThatWasKilledBeforeItToldIsMadeUpForAndNobodyIsToldTwice() {
        var shared = mentor.toShared(pair.ect().id()).get("lastSequence").asInt();
        assertThat(told(() -> {})).containsExactly("ect STEP_SHARED");
        for (var lost : List.of(true, false)) {
            if (lost) {
                forgetWhatWasTold();
            }
            // As it is when the process was killed before it emptied the outbox.
            var event = store.findById(mentor.cycleId() + ":" + shared, Document.class, "cycle_events");
            store.updateFirst(
                byId(mentor.cycleId()),
                new Update().push("outbox", event.get("event")),
                "coaching_cycles"
            );
            await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                    store
                        .findById(mentor.cycleId(), Document.class, "coaching_cycles")
                        .getList("outbox", Document.class)
                        .isEmpty()
                );
            assertThat(kinds(pair.ect())).containsExactly("STEP_SHARED");
        }
    }

    @Test
    void whatATutorDidIsToldByTheSweepWhenNobodyToldItThenAndOnceByTwoProcesses() {
        mentor.toClosed(pair.ect().id());
        tutor.giveFeedback(tutor.visit(mentor.cycleId()), "A short, clear model.");
        tutor.nudge(pair.mentor().id(), "Hello.");
        forgetWhatWasTold();
        var sweeps = List.of(
            CompletableFuture.runAsync(tutorNotices::sweep),
            CompletableFuture.runAsync(tutorNotices::sweep)
        );
        sweeps.forEach(CompletableFuture::join);
        tutorNotices.sweep();
        assertThat(kinds(pair.mentor())).containsExactlyInAnyOrder("NUDGE", "ACCESS", "FEEDBACK");
        assertThat(kinds(pair.ect())).containsExactly("ACCESS");
    }

    @Test
    void mentorsAreToldOnceAWeekWhatIsOverdue() {
        staffroom.teachesAlways(pair.school());
        staffroom.ectOf(pair.mentor(), pair.school());
        overdueNotices.tellMentors();
        overdueNotices.tellMentors();
        var isWeekend = Staffroom.today().getDayOfWeek().getValue() > 5;
        assertThat(kinds(pair.mentor())).isEqualTo(isWeekend ? List.of() : List.of("OVERDUE"));
        assertThat(kinds(pair.ect())).isEmpty();
        overdueNotices.tellMentors(Staffroom.today().with(DayOfWeek.MONDAY));
        overdueNotices.tellMentors(Staffroom.today().with(DayOfWeek.FRIDAY));
        assertThat(kinds(pair.mentor())).containsExactly("OVERDUE");
        assertThat(new NoticeReader(pair.mentor().client()).all().getFirst().get("text").asString()).startsWith(
            "Meetings with "
        );
    }

    @Test
    void historyThatIsRecordedLaterIsNoNews() {
        var longAgo = Instant.now().minus(Duration.ofDays(30));
        notices.tell(
            List.of(
                Notice.of(
                    NoticeFact.NUDGED,
                    "old",
                    pair.ect().id(),
                    colleague.id(),
                    Notice.About.screen("/messages"),
                    longAgo
                )
            )
        );
        assertThat(kinds(pair.ect())).isEmpty();
    }

    private void forgetWhatWasTold() {
        store.remove(Query.query(where("toId").in(pair.mentor().id(), pair.ect().id())), "notices");
    }

    private static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }

    private static List<String> kinds(Colleague person) {
        return new NoticeReader(person.client())
            .all()
            .stream()
            .map(notice -> notice.get("kind").asString())
            .toList();
    }

    @Test
    void noticesAreSeenOneByOneUpToOneOrAllAndPagesAreStable() {
        for (int i = 0; i < 3; i++) {
            tell("nudge " + i, i);
        }
        var reader = new NoticeReader(pair.ect().client());
        var all = reader.all();
        assertThat(reader.unseen()).isEqualTo(3);
        var first = reader.page(2, null, true);
        assertThat(first.at("/notices/pageInfo/hasNextPage").asBoolean()).isTrue();
        // Newer than all: the second page begins where the first one ended all the same.
        tell("later", 10);
        var second = reader.page(2, first.at("/notices/pageInfo/endCursor").asString(), true).at("/notices/edges");
        assertThat(second).hasSize(1);
        assertThat(second.at("/0/node/id")).isEqualTo(all.getLast().get("id"));
        var middle = all.get(1).get("id").asString();
        assertThat(reader.markSeen(Map.of("noticeId", middle)).get("unseenNotices").asInt()).isEqualTo(3);
        var seenAt = reader.all().get(2).get("seenAt");
        assertThat(reader.markSeen(Map.of("upToId", middle)).get("unseenNotices").asInt()).isEqualTo(2);
        assertThat(reader.all().get(2).get("seenAt")).isEqualTo(seenAt);
        assertThat(reader.page(10, null, true).at("/notices/edges")).hasSize(2);
        assertThat(reader.markSeen(Map.of()).get("unseenNotices").asInt()).isZero();
        assertThat(
            reader
                .markSeen(Map.of("noticeId", middle, "upToId", middle))
                .at("/problems/0/path/1")
                .asString()
        ).isEqualTo("upToId");
    }

    private void tell(String key, int second) {
        var at = Instant.now().minusSeconds(60).plusSeconds(second).truncatedTo(ChronoUnit.MILLIS);
        var about = Notice.About.screen("/messages");
        notices.tell(List.of(Notice.of(NoticeFact.NUDGED, key, pair.ect().id(), colleague.id(), about, at)));
    }

    @Test
    void nobodyReadsOrMarksAnothersNotice() {
        tutor.nudge(pair.ect().id(), "Hello.");
        var id = new NoticeReader(pair.ect().client()).all().getFirst().get("id").asString();
        var query = "query ($id: ID!) { node(id: $id) { id } }";
        assertThat(pair.ect().client().data(query, Map.of("id", id)).get("node").isNull()).isFalse();
        for (var somebody : List.of(pair.mentor(), colleague, coachOfMentor, staffroom.administrator())) {
            assertThat(somebody.client().data(query, Map.of("id", id)).get("node").isNull()).isTrue();
            var refused = new NoticeReader(somebody.client()).markSeen(Map.of("noticeId", id)).at("/problems/0");
            assertThat(refused.get("__typename").asString()).isEqualTo("NotFoundProblem");
        }
    }

    @Test
    void whoIsHereGetsEachNoticeWithTheirNumberOverBothTransports() throws Exception {
        try (
            var socket = pair.ect().client().follow(UPDATES, Map.of());
            var others = pair.mentor().client().follow(UPDATES, Map.of());
            var stream = pair.ect().client().stream(UPDATES)
        ) {
            assertThat(socket.nextData().at("/myUpdates").toString()).isEqualTo(
                "{\"unseenNotices\":0,\"notice\":null}"
            );
            assertThat(others.nextData().at("/myUpdates/unseenNotices").asInt()).isZero();
            assertThat(stream.next().at("/data/myUpdates/unseenNotices").asInt()).isZero();
            tutor.nudge(pair.ect().id(), "Hello.");
            var told = socket.nextData().get("myUpdates");
            assertThat(told.at("/notice/kind").asString()).isEqualTo("NUDGE");
            assertThat(told.get("unseenNotices").asInt()).isEqualTo(1);
            assertThat(stream.next().at("/data/myUpdates")).isEqualTo(told);
            assertThat(others.leftAfter(Duration.ofMillis(300))).isEmpty();
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndNobodyWaitsForThem() {
        var slow = new SlowReader();
        follower.updates(pair.ect().id()).subscribe(slow);
        try (var reader = pair.ect().client().follow(UPDATES, Map.of())) {
            reader.nextData();
            // More than wait for anybody, and never more at once than this one has time for.
            for (int i = 0; i < 80; i += 20) {
                for (int j = i; j < i + 20; j++) {
                    tell("many " + j, 0);
                }
                assertThat(reader.nextData(20)).allSatisfy(update ->
                    assertThat(update.at("/myUpdates/notice/kind").asString()).isEqualTo("NUDGE")
                );
            }
        }
        slow.readOn();
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> slow.ended != null);
        assertThat(slow.ended).isInstanceOf(SubscriptionPublisherException.class);
        assertThat(slow.heard).hasValueLessThan(80);
    }
}
