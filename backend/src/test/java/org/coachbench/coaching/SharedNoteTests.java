package org.coachbench.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.coaching.Typist.edit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Notes in which two people type at once, over the API. */
@CoachbenchTest
class SharedNoteTests {

    private static final String EVENTS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after)" +
        " { __typename sequence by { id } ... on NoteEdited { kind changes } } }";

    private final Staffroom staffroom;

    SharedNoteTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void twoPeopleTypeAtOnceAndEverybodyEndsWithBothTexts() throws Exception {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        var before = mentor.toShared(pair.ect().id());
        var ect = new Coach(pair.ect().client());
        ect.resume(mentor.cycleId());
        var words = 40;
        Callable<Typist> mentorTypes = () -> typed(mentor, "mentor", words);
        Callable<Typist> ectTypes = () -> typed(ect, "ect", words);
        List<Typist> typists;
        try (var both = Executors.newFixedThreadPool(2)) {
            var started = both.invokeAll(List.of(mentorTypes, ectTypes));
            typists = List.of(started.get(0).get(), started.get(1).get());
        }
        var after = before.get("lastSequence").asInt();
        try (
            var follow = pair
                .ect()
                .client()
                .follow(EVENTS, Map.of("id", mentor.cycleId(), "after", after));
        ) {
            var changes = Typist.changesIn(follow.nextData(2 * words));
            typists.forEach(typist -> changes.forEach(typist::merge));
        }
        var text = note(pair.mentor().client(), mentor, NoteKind.SESSION).get("text").asString();
        assertThat(typists).extracting(Typist::text).containsOnly(text);
        for (int i = 0; i < words; i++) {
            assertThat(text).contains("mentor" + i + " ", "ect" + i + " ");
        }
        assertThat(note(pair.ect().client(), mentor, NoteKind.SESSION).get("text").asString()).isEqualTo(text);
    }

    private static Typist typed(Coach coach, String word, int words) {
        var typist = Typist.offline();
        for (int i = 0; i < words; i++) {
            coach.done("editNote", edit(NoteKind.SESSION, typist.type(typist.text().length(), word + i + " ")));
        }
        return typist;
    }

    @Test
    void typingIsNoConflictForWhoPlansMeanwhileAndSentAgainChangesNothing() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var shared = coach.toShared(pair.ect().id());
        var changes = Typist.offline().type(0, "Ask about the pause.");
        var once = coach.done("editNote", edit(NoteKind.PLAN, changes));
        var again = coach.done("editNote", edit(NoteKind.PLAN, changes));
        assertThat(again.get("lastSequence")).isEqualTo(once.get("lastSequence"));
        assertThat(again.get("version")).isEqualTo(shared.get("version"));
        coach.done("planSession", Map.of("sections", Coach.SECTIONS, "version", shared.get("version").asInt()));
    }

    @Test
    void theMentorAloneTypesBeforeSharingAndTheEctAloneInTheirOwnNotes() {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        mentor.start(pair.ect().id());
        var ect = new Coach(pair.ect().client());
        ect.resume(mentor.cycleId());
        assertRefused(ect.change("editNote", edit(NoteKind.OBSERVATION, Typist.offline().type(0, "x"))));
        mentor.done("editNote", edit(NoteKind.OBSERVATION, Typist.offline().type(0, "Calm start.")));
        mentor.toClosedFromStart();
        var change = edit(NoteKind.PRACTICE, Typist.offline().type(0, "Wait, then ask."));
        assertRefused(mentor.change("editNote", change));
        ect.done("editNote", change);
        var practice = note(pair.mentor().client(), mentor, NoteKind.PRACTICE);
        assertThat(practice.get("text").asString()).isEqualTo("Wait, then ask.");
        assertThat(practice.get("mayEdit").asBoolean()).isFalse();
        var observation = note(pair.ect().client(), mentor, NoteKind.OBSERVATION);
        assertThat(observation.get("text").asString()).isEqualTo("Calm start.");
        assertThat(observation.get("mayEdit").asBoolean()).isTrue();
    }

    @Test
    void halfOfAChangeIsRefused() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var whole = Base64.getDecoder().decode(Typist.offline().type(0, "The whole of it."));
        var half = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length - 3));
        assertThat(coach.change("editNote", edit(NoteKind.PLAN, half)).toString()).contains("ValidationProblem");
        var twice = Base64.getEncoder().encodeToString(
            ByteBuffer.allocate(2 * whole.length)
                .put(whole)
                .put(whole)
                .array()
        );
        coach.done("editNote", edit(NoteKind.PLAN, twice));
        var text = note(pair.mentor().client(), coach, NoteKind.PLAN).get("text").asString();
        assertThat(text).isEqualTo("The whole of it.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no Base64!", "bm8gY2h1bms=", "hW9Kgw==", "hW9Kg///////////" })
    void whatIsNoChangeOfANoteIsRefusedAndTheNoteStays(String changes) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var typist = Typist.offline();
        var before = coach.done("editNote", edit(NoteKind.PLAN, typist.type(0, "Kept.")));
        assertThat(coach.change("editNote", edit(NoteKind.PLAN, changes)).toString()).contains("ValidationProblem");
        var after = coach.done("editNote", edit(NoteKind.PLAN, typist.type(5, " Still.")));
        assertThat(after.get("lastSequence").asInt()).isEqualTo(before.get("lastSequence").asInt() + 1);
        assertThat(note(pair.mentor().client(), coach, NoteKind.PLAN).get("text").asString()).isEqualTo("Kept. Still.");
    }

    @Test
    void aNoteHoldsTwentyThousandCharacters() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var typist = Typist.offline();
        coach.done("editNote", edit(NoteKind.PLAN, typist.type(0, "x".repeat(20_000))));
        var refused = coach.change("editNote", edit(NoteKind.PLAN, typist.type(0, "y")));
        assertThat(refused.at("/problems/0/message").asString()).startsWith("A note holds 20,000 characters.");
    }

    @Test
    void whatArrivesOutOfOrderIsMergedWhenTheRestComes() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var typist = Typist.offline();
        var first = typist.type(0, "One ");
        var second = typist.type(4, "two");
        coach.done("editNote", edit(NoteKind.PLAN, second));
        coach.done("editNote", edit(NoteKind.PLAN, first));
        assertThat(note(pair.mentor().client(), coach, NoteKind.PLAN).get("text").asString()).isEqualTo("One two");
    }

    private static void assertRefused(JsonNode payload) {
        assertThat(payload.at("/problems/0/__typename").asString()).isEqualTo("NotFoundProblem");
    }

    private static JsonNode note(TestClient client, Coach coach, NoteKind kind) {
        return client
            .data(
                "query ($id: ID!) { coachingCycle(id: $id) { notes { kind text document mayEdit } } }",
                Map.of("id", coach.cycleId())
            )
            .at("/coachingCycle/notes")
            .valueStream()
            .filter(note -> note.get("kind").asString().equals(kind.name()))
            .findFirst()
            .orElseThrow();
    }
}
