package org.coachbench.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Comments on moments of a meeting, over HTTP and WebSocket. */
@CoachbenchTest
class CommentTests {

    private static final String COMMENTS = """
    query ($id: ID!) { coachingCycle(id: $id) { version lastSequence can
      comments { id sequence at text by { id } }
      replay { moments { sequence kind } } } }
    """;
    private static final String EVENTS = """
    subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename by { id }
      ... on MomentCommented { comment { id sequence text by { id } } } } }
    """;

    private final Staffroom staffroom;

    CommentTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void thePairCommentsOnMomentsAlsoAfterTheCycleIsClosedAndTheOtherSeesItAtOnce() {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        mentor.toShared(pair.ect().id());
        mentor.done("startSession", Map.of());
        var ect = resumed(pair.ect().client(), mentor);
        done(ect, sequence(pair.mentor().client(), mentor, "SectionStarted"), "I was glad to begin with praise.");
        finish(mentor);
        var last = read(pair.mentor().client(), mentor).get("lastSequence").asInt();
        try (
            var watching = pair
                .ect()
                .client()
                .follow(EVENTS, Map.of("id", mentor.cycleId(), "after", last))
        ) {
            done(mentor, sequence(pair.mentor().client(), mentor, "FeedbackGiven"), "Here you slowed down. <b>😀</b>");
            var event = watching.nextData().get("cycleEvents");
            assertThat(event.get("__typename").asString()).isEqualTo("MomentCommented");
            assertThat(event.at("/by/id").asString()).isEqualTo(pair.mentor().id());
            assertThat(event.at("/comment/text").asString()).isEqualTo("Here you slowed down. <b>😀</b>");
            assertThat(event.at("/comment/by/id").asString()).isEqualTo(pair.mentor().id());
            assertThat(event.at("/comment/sequence").asInt()).isEqualTo(
                sequence(pair.mentor().client(), mentor, "FeedbackGiven")
            );
        }
        for (var person : List.of(pair.mentor(), pair.ect())) {
            var cycle = read(person.client(), mentor);
            assertThat(cycle.get("comments").findValuesAsString("text")).containsExactly(
                "I was glad to begin with praise.",
                "Here you slowed down. <b>😀</b>"
            );
            assertThat(cycle.at("/comments/0/by/id").asString()).isEqualTo(pair.ect().id());
            assertThat(cycle.get("can").toString()).contains("COMMENT");
            assertThat(cycle.at("/replay/moments").findValuesAsString("kind")).doesNotContain("MomentCommented");
        }
    }

    @Test
    void aCommentBelongsToAnEventOfTheMeeting() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        assertThat(problem(coach, 1)).isEqualTo("PhaseProblem");
        coach.done("startSession", Map.of());
        var first = sequence(pair.mentor().client(), coach, "SessionStarted");
        var newest = read(pair.mentor().client(), coach).get("lastSequence").asInt();
        assertThat(Stream.of(-1, 0, first - 1, newest + 1).map(sequence -> problem(coach, sequence))).containsOnly(
            "ValidationProblem"
        );
        done(coach, newest, "The newest so far.");
        finish(coach);
        var last = sequence(pair.mentor().client(), coach, "SessionEnded");
        var after = coach.change("commentOnMoment", Map.of("sequence", last + 1, "text", "After the end"));
        assertThat(after.at("/problems/0/path").toString()).isEqualTo("[\"input\",\"sequence\"]");
        done(coach, first, "The first.");
        done(coach, last, "The last.");
        assertThat(read(pair.ect().client(), coach).at("/comments")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({ "'', 1", "' ', 3", "x, 1000", "x, 1001", "😀, 500", "😀, 501" })
    void aCommentHasOneToAThousandCharacters(String text, int times) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        var whole = text.repeat(times);
        var answer = coach.change("commentOnMoment", Map.of("sequence", 8, "text", whole));
        if (!text.isBlank() && whole.length() <= 1000) {
            assertThat(answer.get("problems")).isEmpty();
        } else {
            assertThat(answer.at("/problems/0/__typename").asString()).isEqualTo("ValidationProblem");
            assertThat(answer.at("/problems/0/path").toString()).isEqualTo("[\"input\",\"text\"]");
        }
    }

    @Test
    void aMeetingHoldsTwoHundredComments() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        for (int i = 1; i <= 200; i++) {
            done(coach, 8, "Comment " + i);
        }
        assertThat(problem(coach, 8)).isEqualTo("PhaseProblem");
        assertThat(read(pair.ect().client(), coach).at("/comments")).hasSize(200);
    }

    @Test
    void aRepeatedCommentIsThereOnce() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var comment = Map.of("sequence", 9, "text", "Once.", "clientMutationId", "comment-1");
        var first = coach.done("commentOnMoment", comment);
        assertThat(coach.done("commentOnMoment", comment)).isEqualTo(first);
        assertThat(read(pair.mentor().client(), coach).at("/comments")).hasSize(1);
        // Another's mutation of the same name is another one.
        resumed(pair.ect().client(), coach).done("commentOnMoment", comment);
        assertThat(read(pair.mentor().client(), coach).at("/comments")).hasSize(2);
    }

    @Test
    void aCommentIsNoConflictForWhoWritesMeanwhile() {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        var version = mentor.toClosed(pair.ect().id()).get("version");
        done(mentor, 9, "Meanwhile.");
        var ect = resumed(pair.ect().client(), mentor);
        var written = ect.done("writeReflection", Map.of("text", "It went well.", "version", version.asInt()));
        assertThat(written.get("reflection").asString()).isEqualTo("It went well.");
    }

    @Test
    void whoNoLongerMentorsReadsTheCommentsAndMakesNone() {
        var pair = staffroom.pair();
        var former = new Coach(pair.mentor().client());
        former.toClosed(pair.ect().id());
        done(former, 9, "While I was the mentor.");
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        var read = read(pair.mentor().client(), former);
        assertThat(read.get("comments")).hasSize(1);
        assertThat(read.get("can")).isEmpty();
        assertThat(problem(former, 9)).isEqualTo("NotFoundProblem");
        assertThat(read(next.client(), former).get("comments").isNull()).isTrue();
        assertThat(problem(resumed(next.client(), former), 9)).isEqualTo("NotFoundProblem");
    }

    private static JsonNode read(TestClient client, Coach coach) {
        return client.data(COMMENTS, Map.of("id", coach.cycleId())).get("coachingCycle");
    }

    /** The number of the first event of this type in the meeting. */
    private static int sequence(TestClient client, Coach coach, String kind) {
        return read(client, coach)
            .at("/replay/moments")
            .valueStream()
            .filter(moment -> moment.get("kind").asString().equals(kind))
            .findFirst()
            .orElseThrow()
            .get("sequence")
            .asInt();
    }

    private static Coach resumed(TestClient client, Coach other) {
        var coach = new Coach(client);
        coach.resume(other.cycleId());
        return coach;
    }

    private static void done(Coach coach, int sequence, String text) {
        coach.done("commentOnMoment", Map.of("sequence", sequence, "text", text));
    }

    private static String problem(Coach coach, int sequence) {
        return coach
            .change("commentOnMoment", Map.of("sequence", sequence, "text", "x"))
            .at("/problems/0/__typename")
            .asString();
    }

    private static void finish(Coach coach) {
        coach.round("Once");
        coach.round("Twice");
        coach.close();
    }
}
