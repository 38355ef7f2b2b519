package org.coachbench.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.Typist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** A tutor drops in on coaching: what it opens, for how long, what stays with the pair, and who sees that they looked. */
@CoachbenchTest
class TutorVisitTests {

    private static final String CYCLE = """
    query ($id: ID!) { coachingCycle(id: $id) { id can step { title } plan { sections { title } } followUp { where }
      rounds { rehearsed feedback { text } } session { startedAt }
      observation { observedAt } reflection notes { text } comments { text } replay { totalSeconds }
      visits { id tutor { id } kind feedback answer can } } node(id: $id) { id } }
    """;
    private static final String EVENTS = """
    subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename sequence
      cycle { observation { observedAt } reflection comments { text } notes { text } rounds { rehearsed } } } }
    """;
    private static final String PRESENCE =
        "subscription ($id: ID!) { presence(cycleId: $id, lookingAt: SESSION) { person { id } mayWrite } }";

    private final Staffroom staffroom;
    private final MongoOperations store;
    private Pair pair;
    private Coach coach;
    private Colleague colleague;
    private Tutor tutor;

    TutorVisitTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.store = store;
    }

    @BeforeEach
    void aSharedCycleAndATutor() {
        pair = staffroom.pair();
        coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        colleague = staffroom.tutorOf(pair.school());
        tutor = new Tutor(colleague.client());
    }

    @Test
    void aVisitOpensTheLogEntryAndNothingThatStaysWithThePair() {
        meet();
        var cycle = read(colleague);
        assertThat(cycle.isNull()).isTrue();
        tutor.visit(coach.cycleId());
        cycle = read(colleague);
        assertThat(cycle.at("/step/title").asString()).isEqualTo("Wait");
        assertThat(cycle.at("/plan/sections")).hasSize(3);
        assertThat(cycle.at("/rounds/1/feedback/text").asString()).isNotEmpty();
        assertThat(cycle.at("/followUp/where").asString()).isNotEmpty();
        assertThat(cycle.get("can")).isEmpty();
        for (var own : List.of("observation", "reflection", "notes", "comments", "replay")) {
            assertThat(cycle.get(own).isNull()).as(own).isTrue();
            assertThat(read(pair.mentor()).get(own).isNull()).as(own).isFalse();
        }
        var strange = new Coach(colleague.client());
        strange.resume(coach.cycleId());
        for (var mutation : List.of("commentOnMoment", "writeReflection", "cancelCycle")) {
            var input = Map.of(
                "commentOnMoment",
                Map.of("sequence", 9, "text", "x"),
                "writeReflection",
                Map.of("text", "x"),
                "cancelCycle",
                Map.of("reason", "x")
            );
            assertThat(strange.change(mutation, input.get(mutation)).at("/problems/0/__typename").asString()).isEqualTo(
                "NotFoundProblem"
            );
        }
    }

    /** Each changes something after the visit was recorded. */
    enum Then {
        NOTHING,
        THE_NEXT_DAY,
        APPOINTMENT_ENDED_YESTERDAY,
        APPOINTMENT_ENDS_TODAY,
        ECT_LEFT_YESTERDAY,
        ECT_LEAVES_TODAY,
        ECT_IS_NOW_MENTOR_THERE,
    }

    private static Stream<Arguments> access() {
        return Stream.of(
            arguments(false, Then.NOTHING, false),
            arguments(true, Then.NOTHING, true),
            arguments(true, Then.THE_NEXT_DAY, false),
            arguments(true, Then.APPOINTMENT_ENDED_YESTERDAY, false),
            arguments(true, Then.APPOINTMENT_ENDS_TODAY, true),
            arguments(true, Then.ECT_LEFT_YESTERDAY, false),
            arguments(true, Then.ECT_LEAVES_TODAY, true),
            arguments(true, Then.ECT_IS_NOW_MENTOR_THERE, false)
        );
    }

    @ParameterizedTest
    @MethodSource("access")
    void aVisitOpensACycleForADayToATutorOfTheEctsSchool(boolean visited, Then then, boolean open) {
        if (visited) {
            tutor.visit(coach.cycleId());
        }
        happen(then);
        var answer = colleague.client().data(CYCLE, Map.of("id", coach.cycleId()));
        assertThat(answer.get("coachingCycle").isNull()).isEqualTo(!open);
        assertThat(answer.get("node").isNull()).isEqualTo(!open);
        for (var subscription : List.of(EVENTS, PRESENCE)) {
            var variables = subscription.equals(EVENTS)
                ? Map.of("id", coach.cycleId(), "after", 0)
                : Map.of("id", coach.cycleId());
            try (var follow = colleague.client().follow(subscription, variables)) {
                assertThat(follow.next().get("type").asString()).isEqualTo(open ? "next" : "error");
            }
        }
        var made = colleague.client().data("{ viewer { visitsMade { edges { node { cycle { id } } } } } }", Map.of());
        assertThat(made.at("/viewer/visitsMade/edges/0/node/cycle/id").isString()).isEqualTo(open);
    }

    @Test
    void whoFollowsIsToldToLeaveWhenTheDayIsOver() {
        tutor.visit(coach.cycleId());
        try (var follow = colleague.client().follow(EVENTS, Map.of("id", coach.cycleId(), "after", 0))) {
            assertThat(follow.nextData(4)).hasSize(4);
            happen(Then.THE_NEXT_DAY);
            assertThat(follow.next().toString()).contains("FORBIDDEN");
        }
    }

    @Test
    void aVisitorHearsOfTheMeetingButNotOfWhatThePairNotes() throws InterruptedException {
        coach.done("startSession", Map.of());
        tutor.visit(coach.cycleId());
        var last = lastSequence();
        try (
            var missed = colleague.client().follow(EVENTS, Map.of("id", coach.cycleId(), "after", 0));
            var live = colleague.client().follow(EVENTS, Map.of("id", coach.cycleId(), "after", last))
        ) {
            coach.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, "Slower.")));
            coach.done("commentOnMoment", Map.of("sequence", last, "text", "Here you paused."));
            ofEct().mutate("writeReflection", Map.of("cycleId", coach.cycleId(), "text", "It went well."));
            coach.done("logPracticeRound", Map.of("rehearsed", "Asked the first question"));
            var before = missed.nextData(9);
            assertThat(before)
                .extracting(event -> event.at("/cycleEvents/__typename").asString())
                .containsExactly(
                    "StepChosen",
                    "PhaseChanged",
                    "SessionPlanned",
                    "CycleShared",
                    "SessionStarted",
                    "SectionStarted",
                    "PhaseChanged",
                    "PracticeRoundLogged",
                    "PhaseChanged"
                );
            var heard = live.nextData(2);
            assertThat(heard)
                .extracting(event -> event.at("/cycleEvents/__typename").asString())
                .containsExactly("PracticeRoundLogged", "PhaseChanged");
            assertThat(heard.getFirst().at("/cycleEvents/sequence").asInt()).isEqualTo(last + 4);
            for (var own : List.of("observation", "reflection", "comments", "notes")) {
                assertThat(heard.getFirst().at("/cycleEvents/cycle").get(own).isNull()).as(own).isTrue();
            }
            assertThat(live.leftAfter(Duration.ofMillis(300))).isEmpty();
            assertThat(missed.leftAfter(Duration.ofMillis(10))).isEmpty();
        }
    }

    @Test
    void aVisitorIsSeenByThePairAsSomebodyWhoOnlyReads() {
        tutor.visit(coach.cycleId());
        try (
            var visitor = colleague.client().follow(PRESENCE, Map.of("id", coach.cycleId()));
            var mentor = pair.mentor().client().follow(PRESENCE, Map.of("id", coach.cycleId()))
        ) {
            assertThat(visitor.next().get("type").asString()).isEqualTo("next");
            var present = mentor.nextData().get("presence");
            while (present.size() < 2) {
                present = mentor.nextData().get("presence");
            }
            var seen = present
                .valueStream()
                .filter(one -> one.at("/person/id").asString().equals(colleague.id()))
                .findFirst()
                .orElseThrow();
            assertThat(seen.get("mayWrite").asBoolean()).isFalse();
        }
    }

    @Test
    void bothOfThePairSeeWhoLookedAndOnlyTheMentorReadsTheFeedback() {
        var visit = tutor.visit(coach.cycleId());
        tutor.done("giveVisitFeedback", Map.of("visitId", visit, "text", "The model was short and clear."));
        for (var person : List.of(pair.mentor(), pair.ect())) {
            var isMentor = person.equals(pair.mentor());
            var onCycle = read(person).at("/visits/0");
            var received = person
                .client()
                .data(
                    "{ viewer { visitsReceived { edges { node { id kind tutor { id } feedback feedbackAt can cycle { id } } } } } }",
                    Map.of()
                )
                .at("/viewer/visitsReceived/edges/0/node");
            assertThat(onCycle.at("/tutor/id").asString()).isEqualTo(colleague.id());
            assertThat(received.get("id").asString()).isEqualTo(visit);
            assertThat(received.get("kind").asString()).isEqualTo("LOG");
            assertThat(received.at("/cycle/id").asString()).isEqualTo(coach.cycleId());
            for (var field : List.of("feedback", "feedbackAt")) {
                assertThat(received.get(field).isNull()).isEqualTo(!isMentor);
            }
            assertThat(onCycle.get("feedback").isNull()).isEqualTo(!isMentor);
            assertThat(received.get("can").toString()).isEqualTo(isMentor ? "[\"ANSWER_FEEDBACK\"]" : "[]");
        }
        var answer = Map.of("visitId", visit, "text", "Thank you, I had planned a longer one.");
        assertThat(new Tutor(pair.ect().client()).problem("answerVisitFeedback", answer)).startsWith("NotFoundProblem");
        assertThat(new Tutor(pair.ect().client()).problem("giveVisitFeedback", answer)).startsWith("NotFoundProblem");
        new Tutor(pair.mentor().client()).done("answerVisitFeedback", answer);
        assertThat(read(pair.ect()).at("/visits/0/answer").isNull()).isTrue();
        assertThat(read(colleague).at("/visits/0/answer").asString()).startsWith("Thank you");
        assertThat(new Tutor(pair.mentor().client()).problem("answerVisitFeedback", answer)).isEqualTo(
            "ValidationProblem [\"input\",\"visitId\"]"
        );
        assertThat(tutor.problem("giveVisitFeedback", answer)).isEqualTo("ValidationProblem [\"input\",\"visitId\"]");
    }

    @Test
    void feedbackCanBeChangedOnItsDayAndFirstWrittenWithinAWeek() {
        var visit = tutor.visit(coach.cycleId());
        tutor.done("giveVisitFeedback", Map.of("visitId", visit, "text", "First."));
        assertThat(
            tutor
                .done("giveVisitFeedback", Map.of("visitId", visit, "text", " Second. "))
                .get("feedback")
                .asString()
        ).isEqualTo("Second.");
        set("tutor_visits", "_id", visit, "feedbackAt", Instant.now().minus(Duration.ofDays(1)));
        assertThat(tutor.problem("giveVisitFeedback", Map.of("visitId", visit, "text", "Third."))).startsWith(
            "ValidationProblem"
        );
        var other = staffroom.tutorOf(pair.school());
        var late = new Tutor(other.client());
        var second = late.visit(coach.cycleId());
        set("tutor_visits", "_id", second, "day", Staffroom.today().minusDays(8).toString());
        assertThat(late.problem("giveVisitFeedback", Map.of("visitId", second, "text", "Late."))).startsWith(
            "ValidationProblem"
        );
        set("tutor_visits", "_id", second, "day", Staffroom.today().minusDays(7).toString());
        late.done("giveVisitFeedback", Map.of("visitId", second, "text", "In time."));
    }

    @ParameterizedTest
    @CsvSource({ "'', 1", "' ', 3", "x, 2000", "x, 2001" })
    void feedbackHasOneToTwoThousandCharacters(String text, int times) {
        var whole = text.repeat(times);
        var given = Map.of("visitId", tutor.visit(coach.cycleId()), "text", whole);
        if (!whole.isBlank() && whole.length() <= 2000) {
            tutor.done("giveVisitFeedback", given);
        } else {
            assertThat(tutor.problem("giveVisitFeedback", given)).isEqualTo("ValidationProblem [\"input\",\"text\"]");
        }
    }

    @Test
    void onlyASharedCycleIsVisitedByATutorOfTheSchoolAndNotTheMentorsOwn() {
        coach.done("cancelCycle", Map.of("reason", "Start anew"));
        coach.start(pair.ect().id());
        var wanted = Map.of("cycleId", coach.cycleId());
        assertThat(tutor.problem("visitCycle", wanted)).startsWith("NotFoundProblem");
        coach.done("cancelCycle", Map.of("reason", "Start anew"));
        coach.toShared(pair.ect().id());
        wanted = Map.of("cycleId", coach.cycleId());
        for (var person : List.of(
            pair.mentor(),
            pair.ect(),
            staffroom.mentorAt(pair.school()),
            staffroom.tutorOf(staffroom.school()),
            staffroom.administrator()
        )) {
            assertThat(new Tutor(person.client()).problem("visitCycle", wanted)).startsWith("NotFoundProblem");
        }
        assertThat(tutor.problem("visitCycle", Map.of("cycleId", "cycle_none"))).startsWith("NotFoundProblem");
        assertThat(read(pair.mentor()).get("visits")).isEmpty();
    }

    @Test
    void twoLooksOnOneDayAreOneVisitAndALookOnAnotherDayIsANewOne() {
        var first = tutor.visit(coach.cycleId());
        assertThat(tutor.visit(coach.cycleId())).isEqualTo(first);
        happen(Then.THE_NEXT_DAY);
        var second = tutor.visit(coach.cycleId());
        assertThat(second).isNotEqualTo(first);
        assertThat(
            read(pair.ect())
                .get("visits")
                .valueStream()
                .map(visit -> visit.get("id").asString())
        ).containsExactly(second, first);
        // Another tutor of the school sees their own visits only.
        var other = staffroom.tutorOf(pair.school());
        new Tutor(other.client()).visit(coach.cycleId());
        assertThat(read(other).get("visits")).hasSize(1);
        assertThat(
            other.client().data("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", first)).get("node").isNull()
        ).isTrue();
    }

    @Test
    void aVisitToARunningSessionSaysSo() {
        coach.done("startSession", Map.of());
        assertThat(tutor.done("visitCycle", Map.of("cycleId", coach.cycleId())).get("kind").asString()).isEqualTo(
            "SESSION"
        );
    }

    private void meet() {
        coach.done("startSession", Map.of());
        coach.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, "Slower.")));
        coach.round("Asked the first question");
        coach.round("Asked it again, slower");
        coach.close();
        ofEct().mutate("writeReflection", Map.of("cycleId", coach.cycleId(), "text", "It went well."));
        coach.done("commentOnMoment", Map.of("sequence", 9, "text", "Here you paused."));
    }

    private Coach ofEct() {
        return new Coach(pair.ect().client());
    }

    private JsonNode read(Colleague person) {
        return person.client().data(CYCLE, Map.of("id", coach.cycleId())).get("coachingCycle");
    }

    private int lastSequence() {
        TestClient mentor = pair.mentor().client();
        return mentor
            .data("query ($id: ID!) { coachingCycle(id: $id) { lastSequence } }", Map.of("id", coach.cycleId()))
            .at("/coachingCycle/lastSequence")
            .asInt();
    }

    /** What registration or the clock will have done. */
    private void happen(Then then) {
        var today = Staffroom.today();
        var yesterday = today.minusDays(1).toString();
        switch (then) {
            case NOTHING -> {
            }
            case THE_NEXT_DAY -> {
                var key = colleague.id() + " " + coach.cycleId() + " ";
                set("tutor_visits", "key", key + today, "day", yesterday);
                set("tutor_visits", "key", key + today, "key", key + yesterday);
            }
            case APPOINTMENT_ENDED_YESTERDAY -> ofSchool("tutors.0.period.finishedOn", yesterday);
            case APPOINTMENT_ENDS_TODAY -> ofSchool("tutors.0.period.finishedOn", today.toString());
            case ECT_LEFT_YESTERDAY -> ofEct("atSchool.0.period.finishedOn", yesterday);
            case ECT_LEAVES_TODAY -> ofEct("atSchool.0.period.finishedOn", today.toString());
            case ECT_IS_NOW_MENTOR_THERE -> ofEct("atSchool.0.role", "MENTOR");
        }
    }

    private void ofSchool(String field, String value) {
        set("schools", "_id", pair.school().id(), field, value);
    }

    private void ofEct(String field, String value) {
        set("people", "_id", pair.ect().id(), field, value);
    }

    private void set(String collection, String key, String is, String field, Object value) {
        var changed = store.updateFirst(
            Query.query(Criteria.where(key).is(is)),
            new Update().set(field, value),
            collection
        );
        assertThat(changed.getMatchedCount()).isEqualTo(1);
    }
}
