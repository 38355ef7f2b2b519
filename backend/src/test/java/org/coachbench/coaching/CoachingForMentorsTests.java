package org.coachbench.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.coachbench.TestClient;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A mentor has a coach, shares sessions with them, and is coached. Over HTTP and WebSocket. */
@CoachbenchTest
class CoachingForMentorsTests {

    private static final String SESSION = """
    query ($id: ID!) { coachingCycle(id: $id) { id kind can reflection lastSequence
      coachAccess { coach { id } sharedAt reviewedAt endedAt endedBy { id } }
      observation { evidence { text } praise { text } lesson { subject className topic } }
      notes { kind text mayEdit } comments { text }
      replay { sections { title seconds } rounds { rehearsed } moments { kind sequence }
        notesAtStart { kind } noteBursts { kind text } } } }
    """;
    private static final String EVENTS = """
    subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename sequence } }
    """;

    private final Staffroom staffroom;
    private final Pair pair;
    private final Colleague tutor;
    private final Colleague coach;
    private final Coach mentor;

    /** For each test anew. */
    CoachingForMentorsTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
        pair = staffroom.pair();
        tutor = staffroom.tutorOf(pair.school());
        coach = staffroom.colleague(false);
        mentor = new Coach(pair.mentor().client());
    }

    @Test
    void aMentorHasOneCoachAtATimeAndEveryoneConcernedMayEndIt() {
        var start = Staffroom.today().minusDays(20);
        var desk = new Tutor(tutor.client());
        var wish = Map.of(
            "mentorId",
            pair.mentor().id(),
            "email",
            coach.person().emailAddress().toUpperCase(Locale.ROOT),
            "reason",
            "NEEDS_STRETCH",
            "startedOn",
            start.toString()
        );
        var pairing = desk.done("pairWithCoach", wish);
        assertThat(pairing.at("/coach/id").asString()).isEqualTo(coach.id());
        assertThat(pairing.get("reason").asString()).isEqualTo("NEEDS_STRETCH");
        // Sent again after a lost reply, it is the same one.
        assertThat(desk.done("pairWithCoach", wish)).isEqualTo(pairing);
        var other = Map.of(
            "mentorId",
            pair.mentor().id(),
            "email",
            tutor.person().emailAddress(),
            "reason",
            "EVERYONE",
            "startedOn",
            Staffroom.today().toString()
        );
        assertThat(desk.problem("pairWithCoach", other)).isEqualTo("ValidationProblem [\"input\",\"mentorId\"]");
        for (var concerned : List.of(pair.mentor(), coach)) {
            var early = Map.of("pairingId", pairing.get("id").asString(), "finishedOn", start.minusDays(1).toString());
            assertThat(new Tutor(concerned.client()).problem("endCoachPairing", early)).isEqualTo(
                "ValidationProblem [\"input\",\"finishedOn\"]"
            );
        }
        var end = Map.of(
            "pairingId",
            pairing.get("id").asString(),
            "finishedOn",
            Staffroom.today().minusDays(1).toString()
        );
        assertThat(new Tutor(pair.ect().client()).problem("endCoachPairing", end)).startsWith("NotFoundProblem");
        new Tutor(pair.mentor().client()).done("endCoachPairing", end);
        desk.done("pairWithCoach", other);
        var pairings = tutor
            .client()
            .data(
                "query ($id: ID!) { node(id: $id) { ... on Person { coachPairings { coach { id } finishedOn } } } }",
                Map.of("id", pair.mentor().id())
            )
            .at("/node/coachPairings");
        assertThat(pairings.findValuesAsString("id")).containsExactly(tutor.id(), coach.id());
    }

    @Test
    void onlyTheMentorsTutorOrAnAdministratorGivesACoach() {
        var wish = Map.of(
            "mentorId",
            pair.mentor().id(),
            "email",
            coach.person().emailAddress(),
            "reason",
            "EVERYONE",
            "startedOn",
            Staffroom.today().toString()
        );
        var elsewhere = staffroom.tutorOf(staffroom.school());
        for (var colleague : List.of(pair.mentor(), pair.ect(), coach, elsewhere)) {
            assertThat(new Tutor(colleague.client()).problem("pairWithCoach", wish)).isEqualTo(
                "NotFoundProblem [\"input\",\"mentorId\"]"
            );
        }
        var desk = new Tutor(tutor.client());
        assertThat(desk.problem("pairWithCoach", with(wish, "mentorId", pair.ect().id()))).isEqualTo(
            "NotFoundProblem [\"input\",\"mentorId\"]"
        );
        assertThat(desk.problem("pairWithCoach", with(wish, "email", "nobody@example.org"))).isEqualTo(
            "ValidationProblem [\"input\",\"email\"]"
        );
        assertThat(desk.problem("pairWithCoach", with(wish, "email", pair.mentor().person().emailAddress()))).isEqualTo(
            "ValidationProblem [\"input\",\"email\"]"
        );
        new Tutor(staffroom.administrator().client()).done("pairWithCoach", wish);
    }

    @Test
    void theCoachSeesASharedSessionWithoutTheEctsPrivateWords() {
        heldSession();
        assertThat(read(coach.client(), mentor.cycleId()).isNull()).isTrue();
        paired();
        assertThat(read(coach.client(), mentor.cycleId()).isNull()).isTrue();
        assertThat(queue()).isEmpty();
        mentor.done("shareWithCoach", Map.of());
        assertThat(queue()).containsExactly(mentor.cycleId());
        var seen = read(coach.client(), mentor.cycleId());
        assertThat(texts(seen.get("can"))).containsExactly("COMMENT", "MARK_REVIEWED", "END_COACH_ACCESS");
        assertThat(seen.get("reflection").isNull()).isTrue();
        assertThat(seen.at("/observation/evidence")).isNotEmpty();
        assertThat(seen.get("notes").findValuesAsString("kind")).containsExactly("OBSERVATION", "PLAN", "SESSION");
        assertThat(seen.get("notes").findValuesAsString("mayEdit")).containsOnly("false");
        assertThat(seen.at("/replay/rounds")).hasSize(2);
        assertThat(seen.at("/replay/notesAtStart").findValuesAsString("kind")).doesNotContain("PRACTICE");
        assertThat(seen.toString()).contains("Slower.").doesNotContain("Mine alone").doesNotContain("I was nervous");
        assertThat(read(pair.mentor().client(), mentor.cycleId()).toString()).contains("Mine alone", "I was nervous");

        var reviewing = new Coach(coach.client());
        reviewing.resume(mentor.cycleId());
        reviewing.done("commentOnMoment", Map.of("sequence", sessionStart(seen), "text", "What did you hope for?"));
        reviewing.done("markReviewed", Map.of());
        assertThat(
            reviewing.change("recordEvidence", Map.of("text", "x")).at("/problems/0/__typename").asString()
        ).isEqualTo("NotFoundProblem");
        for (var one : List.of(pair.mentor(), pair.ect())) {
            var after = read(one.client(), mentor.cycleId());
            assertThat(after.toString()).contains("What did you hope for?");
            assertThat(after.at("/coachAccess/coach/id").asString()).isEqualTo(coach.id());
            assertThat(after.at("/coachAccess/reviewedAt").isNull()).isFalse();
            assertThat(texts(after.get("can"))).contains("END_COACH_ACCESS");
        }
    }

    @Test
    void theCoachHearsWhatHappensButNotWhatTheEctWritesInPrivate() throws InterruptedException {
        paired();
        mentor.toShared(pair.ect().id());
        mentor.done("shareWithCoach", Map.of());
        var last = read(coach.client(), mentor.cycleId()).get("lastSequence").asInt();
        try (
            var watching = coach.client().follow(EVENTS, Map.of("id", mentor.cycleId(), "after", last));
            var room = coach
                .client()
                .follow(
                    "subscription ($id: ID!) { presence(cycleId: $id, lookingAt: SESSION) { person { id } mayWrite } }",
                    Map.of("id", mentor.cycleId())
                )
        ) {
            // A guest in the room is seen there, and only reads.
            var present = room.nextData().at("/presence/0");
            assertThat(present.at("/person/id").asString()).isEqualTo(coach.id());
            assertThat(present.get("mayWrite").asBoolean()).isFalse();
            var ect = resumed(pair.ect().client());
            ect.done("writeReflection", Map.of("text", "I was nervous."));
            ect.done("editNote", Map.of("kind", "PRACTICE", "changes", Typist.offline().type(0, "Mine alone.")));
            mentor.done("startSession", Map.of());
            assertThat(watching.nextData().at("/cycleEvents/__typename").asString()).isEqualTo("SessionStarted");
        }
    }

    @Test
    void whoIsConcernedEndsTheAccessAndWhatIsOpenEndsWithIt() {
        paired();
        heldSession();
        mentor.done("shareWithCoach", Map.of());
        var last = read(coach.client(), mentor.cycleId()).get("lastSequence").asInt();
        try (var watching = coach.client().follow(EVENTS, Map.of("id", mentor.cycleId(), "after", last - 1))) {
            watching.nextData();
            var endedAt = System.nanoTime();
            resumed(pair.ect().client()).done("endCoachAccess", Map.of());
            var end = watching.next();
            assertThat(Duration.ofNanos(System.nanoTime() - endedAt)).isLessThan(Duration.ofSeconds(1));
            assertThat(end.get("type").asString()).isEqualTo("error");
            assertThat(end.toString()).contains("FORBIDDEN");
        }
        assertThat(read(coach.client(), mentor.cycleId()).isNull()).isTrue();
        assertThat(queue()).isEmpty();
        var after = read(pair.mentor().client(), mentor.cycleId());
        assertThat(after.at("/coachAccess/endedBy/id").asString()).isEqualTo(pair.ect().id());
        assertThat(texts(after.get("can"))).doesNotContain("SHARE_WITH_COACH", "END_COACH_ACCESS");
        // What the ECT ended is not shared again.
        assertThat(mentor.change("shareWithCoach", Map.of()).at("/problems/0/__typename").asString()).isEqualTo(
            "PhaseProblem"
        );
    }

    @Test
    void aMentorWhoEndedTheAccessMayShareAgain() {
        paired();
        heldSession();
        mentor.done("shareWithCoach", Map.of());
        mentor.done("endCoachAccess", Map.of());
        assertThat(read(coach.client(), mentor.cycleId()).isNull()).isTrue();
        mentor.done("shareWithCoach", Map.of());
        assertThat(queue()).containsExactly(mentor.cycleId());
    }

    @Test
    void whenThePairingEndsWhatWasSharedIsClosedToTheCoach() {
        var pairing = paired();
        heldSession();
        mentor.done("shareWithCoach", Map.of());
        var last = read(coach.client(), mentor.cycleId()).get("lastSequence").asInt();
        // The last day belongs to it, so it is one that ended yesterday that is over.
        var today = Staffroom.today();
        new Tutor(coach.client()).done("endCoachPairing", Map.of("pairingId", pairing, "finishedOn", today.toString()));
        assertThat(queue()).containsExactly(mentor.cycleId());
        try (var watching = coach.client().follow(EVENTS, Map.of("id", mentor.cycleId(), "after", last - 1))) {
            watching.nextData();
            new Tutor(coach.client()).done(
                "endCoachPairing",
                Map.of("pairingId", pairing, "finishedOn", today.minusDays(1).toString())
            );
            assertThat(watching.next().toString()).contains("FORBIDDEN");
        }
        assertThat(read(coach.client(), mentor.cycleId()).isNull()).isTrue();
        assertThat(queue()).isEmpty();
    }

    @Test
    void aMentorWithoutACoachSharesWithNobody() {
        heldSession();
        assertThat(mentor.change("shareWithCoach", Map.of()).at("/problems/0/message").asString()).contains(
            "You have no coach today"
        );
        assertThat(
            resumed(pair.ect().client()).change("shareWithCoach", Map.of()).at("/problems/0/__typename").asString()
        ).isEqualTo("NotFoundProblem");
    }

    @Test
    void aCycleOfCoachingForMentorsTakesSixtyMinutesAndStaysBetweenTheTwo() {
        paired();
        heldSession();
        mentor.done("shareWithCoach", Map.of());
        var forMentor = new Coach(coach.client());
        var shared = forMentor.toSharedForMentor(pair.mentor().id(), mentor.cycleId());
        assertThat(shared.at("/plan/budgetMinutes").asInt()).isEqualTo(60);
        assertThat(shared.at("/observation/lesson/subject").asString()).isEqualTo("Coaching session");
        assertThat(shared.at("/observation/lesson/topic").asString()).isEqualTo("Wait");
        assertThat(
            forMentor.mutate("startCoachingForMentors", Map.of("mentorId", pair.mentor().id())).toString()
        ).contains("You have an open cycle with them");
        forMentor.done("startSession", Map.of());
        forMentor.round("Asked what the ECT noticed");
        forMentor.round("Asked it and waited");
        forMentor.close();

        var id = forMentor.cycleId();
        assertThat(read(coach.client(), id).get("kind").asString()).isEqualTo("COACHING_FOR_MENTORS");
        assertThat(read(pair.mentor().client(), id).at("/replay/rounds")).hasSize(2);
        for (var other : List.of(pair.ect(), tutor, staffroom.mentorAt(pair.school()), staffroom.administrator())) {
            assertThat(read(other.client(), id).isNull()).as(other.person().name()).isTrue();
        }
        // A tutor learns that it took place, and cannot look into it.
        assertThat(new Tutor(tutor.client()).problem("visitCycle", Map.of("cycleId", id))).startsWith(
            "NotFoundProblem"
        );
        var meetings =
            "query ($id: ID!) { node(id: $id) { ... on Person { coachingMeetings mentorStep { step { title } } } } }";
        var toTutor = tutor.client().data(meetings, Map.of("id", pair.mentor().id())).get("node");
        assertThat(texts(toTutor.get("coachingMeetings"))).containsExactly(Staffroom.today().toString());
        assertThat(toTutor.get("mentorStep").isNull()).isTrue();
        var toMentor = pair.mentor().client().data(meetings, Map.of("id", pair.mentor().id())).get("node");
        assertThat(toMentor.at("/mentorStep/step/title").asString()).isEqualTo("Wait");
        // It is no meeting of an ECT.
        var log = tutor
            .client()
            .data(
                "query ($id: ID!) { coachingLog(schoolId: $id) { edges { node { cycleId } } } }",
                Map.of("id", pair.school().id())
            );
        assertThat(log.toString()).contains(mentor.cycleId()).doesNotContain(id);
    }

    @Test
    void aCycleCanBeginWithATalkAndOnlyOnTheGroundOfWhatIsShared() {
        paired();
        heldSession();
        var forMentor = new Coach(coach.client());
        var unshared = Map.of("mentorId", pair.mentor().id(), "sessionId", mentor.cycleId());
        assertThat(forMentor.mutate("startCoachingForMentors", unshared).toString()).contains(
            "NotFoundProblem",
            "sessionId"
        );
        var stranger = new Coach(staffroom.colleague(false).client());
        assertThat(
            stranger.mutate("startCoachingForMentors", Map.of("mentorId", pair.mentor().id())).toString()
        ).contains("NotFoundProblem", "mentorId");
        var talk = Map.of("mentorId", pair.mentor().id(), "clientMutationId", "talk-1");
        var first = forMentor.mutate("startCoachingForMentors", talk);
        assertThat(first.get("problems")).isEmpty();
        assertThat(forMentor.mutate("startCoachingForMentors", talk)).isEqualTo(first);
    }

    private String paired() {
        return new Tutor(tutor.client()).pairWithCoach(pair.mentor().id(), coach.person().emailAddress());
    }

    /** With words of both, shared and private. */
    private void heldSession() {
        mentor.toShared(pair.ect().id());
        var ect = resumed(pair.ect().client());
        ect.done("editNote", Map.of("kind", "PRACTICE", "changes", Typist.offline().type(0, "Mine alone before.")));
        mentor.done("startSession", Map.of());
        mentor.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, "Slower.")));
        ect.done("writeReflection", Map.of("text", "I was nervous."));
        mentor.round("Asked the first question");
        mentor.round("Asked it again, slower");
        mentor.close();
    }

    private Coach resumed(TestClient client) {
        var resumed = new Coach(client);
        resumed.resume(mentor.cycleId());
        return resumed;
    }

    private List<String> queue() {
        return coach.client().data("{ viewer { sessionsToReview { id } } }", Map.of()).findValuesAsString("id");
    }

    private static JsonNode read(TestClient client, String cycleId) {
        return client.data(SESSION, Map.of("id", cycleId)).get("coachingCycle");
    }

    private static int sessionStart(JsonNode cycle) {
        return cycle.at("/replay/moments/0/sequence").asInt();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> with(Map<String, String> input, String name, String value) {
        var changed = new HashMap<>(input);
        changed.put(name, value);
        return changed;
    }
}
