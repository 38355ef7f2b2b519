package org.coachbench.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A coaching cycle over real HTTP and WebSocket. */
@CoachbenchTest
class CoachingCycleTests {

    private static final String EVENTS =
        "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename sequence by { id } cycle { id phase } } }";

    private final Staffroom staffroom;

    CoachingCycleTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void aPairGoesThroughAWholeCycleAndBothFollowIt() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        try (
            var watching = pair
                .ect()
                .client()
                .follow(EVENTS, Map.of("id", coach.cycleId(), "after", 0))
        ) {
            var missed = watching.nextData(7);
            coach.done("startSession", Map.of());
            var types = Stream.concat(missed.stream(), watching.nextData(3).stream())
                .map(data -> data.at("/cycleEvents/__typename").asString())
                .toList();
            assertThat(types).containsExactly(
                "CycleStarted",
                "EvidenceRecorded",
                "PraiseRecorded",
                "StepChosen",
                "PhaseChanged",
                "SessionPlanned",
                "CycleShared",
                "SessionStarted",
                "SectionStarted",
                "PhaseChanged"
            );
        }
        var home = pair
            .ect()
            .client()
            .data("{ viewer { person { currentStep { step { title } cycle { id } } } } }", Map.of());
        assertThat(home.at("/viewer/person/currentStep/step/title").asString()).isEqualTo("Wait");
    }

    @Test
    void aClosedCycleStandsInTheHistoryAndAnEmbeddedStepIsNoLongerCurrent() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var closed = coach.toClosed(pair.ect().id());
        assertThat(closed.get("phase").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/session/endedAt").isNull()).isFalse();
        coach.done("reviewStep", Map.of("outcome", "EMBEDDED"));
        var person = pair
            .ect()
            .client()
            .data(
                "{ viewer { person { currentStep { step { title } } coachingCycles(first: 1) { edges { node { id phase } cursor } pageInfo { hasNextPage } } } } }",
                Map.of()
            )
            .at("/viewer/person");
        assertThat(person.get("currentStep").isNull()).isTrue();
        assertThat(person.at("/coachingCycles/edges/0/node/id").asString()).isEqualTo(coach.cycleId());
        assertThat(person.at("/coachingCycles/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void whatIsMissingComesBackAsAProblemOfThePhase() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var version = coach.start(pair.ect().id()).at("/cycle/version").asInt();
        var own = Map.of("title", "Wait", "why", "Time.", "criteria", List.of("Waits"));
        assertThat(problem(coach.change("chooseStep", Map.of("own", own, "version", version)))).isEqualTo(
            "PhaseProblem"
        );
        assertThat(problem(coach.change("shareCycle", Map.of()))).isEqualTo("PhaseProblem");
        assertThat(problem(coach.change("startSession", Map.of()))).isEqualTo("PhaseProblem");
        assertThat(problem(coach.change("logPracticeRound", Map.of("rehearsed", "x")))).isEqualTo("PhaseProblem");
        assertThat(problem(coach.change("closeCycle", Map.of()))).isEqualTo("PhaseProblem");
    }

    @Test
    void aSessionNeedsTwoRoundsWithFeedbackAndAFollowUpToClose() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        coach.round("Once");
        assertThat(problem(coach.change("closeCycle", Map.of()))).isEqualTo("PhaseProblem");
        coach.done("logPracticeRound", Map.of("rehearsed", "Twice"));
        assertThat(problem(coach.change("logPracticeRound", Map.of("rehearsed", "Thrice")))).isEqualTo("PhaseProblem");
    }

    @Test
    void aPlanFitsTheMeetingAndRehearsesTwice() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var version = coach.toShared(pair.ect().id()).get("version").asInt();
        var tooLong = List.of(
            Map.of("kind", "MODEL", "title", "Model", "minutes", 20),
            Map.of("kind", "PRACTICE_AND_FEEDBACK", "title", "One", "minutes", 20),
            Map.of("kind", "PRACTICE_AND_FEEDBACK", "title", "Two", "minutes", 6)
        );
        var refused = coach.change("planSession", Map.of("sections", tooLong, "version", version));
        assertThat(problem(refused)).isEqualTo("ValidationProblem");
        assertThat(refused.at("/problems/0/path").toString()).isEqualTo("[\"input\",\"sections\"]");
        assertThat(refused.at("/problems/0/message").asString()).contains("46").contains("45");
    }

    @Test
    void aRepeatedMutationChangesNothing() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var input = Map.of(
            "ectId",
            pair.ect().id(),
            "lesson",
            Map.of("subject", "Art", "className", "7C"),
            "clientMutationId",
            "start-1"
        );
        var first = coach.mutate("startCycle", input);
        assertThat(coach.mutate("startCycle", input)).isEqualTo(first);
        coach.start(pair.ect().id());
        var note = Map.of(
            "cycleId",
            first.at("/cycle/id").asString(),
            "text",
            "Two pupils helped each other.",
            "clientMutationId",
            "note-1"
        );
        var noted = coach.mutate("recordEvidence", note);
        assertThat(coach.mutate("recordEvidence", note)).isEqualTo(noted);
        assertThat(noted.at("/cycle/observation/evidence")).hasSize(1);
    }

    @Test
    void aCycleThatWasBegunWithoutANetworkKeepsTheIdItWasGiven() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var id = "cycle_%08x".formatted(Instant.now().getEpochSecond() - 3600) + "00112233445566aa";
        var started = coach.mutate("startCycle", startOf(pair, id));
        assertThat(started.at("/cycle/id").asString()).isEqualTo(id);
        assertThat(coach.mutate("startCycle", startOf(pair, id))).isEqualTo(started);
        var other = staffroom.pair();
        var taken = new Coach(other.mentor().client()).mutate("startCycle", startOf(other, id));
        assertThat(problem(taken)).isEqualTo("ValidationProblem");
    }

    @ParameterizedTest
    @ValueSource(strings = { "cycle_1", "person_6b056db8842877097b0ae98f", "cycle_6B056DB8842877097B0AE98F" })
    void anIdOfAnotherShapeIsRefused(String id) {
        var pair = staffroom.pair();
        var refused = new Coach(pair.mentor().client()).mutate("startCycle", startOf(pair, id));
        assertThat(problem(refused)).isEqualTo("ValidationProblem");
        assertThat(refused.at("/problems/0/path").toString()).isEqualTo("[\"input\",\"cycleId\"]");
    }

    @ParameterizedTest
    @ValueSource(longs = { -31 * 86_400L, 2 * 86_400L })
    void anIdThatWasNotMadeOfLateIsRefused(long secondsFromNow) {
        var pair = staffroom.pair();
        var id = "cycle_%08x".formatted(Instant.now().getEpochSecond() + secondsFromNow) + "00112233445566ab";
        var refused = new Coach(pair.mentor().client()).mutate("startCycle", startOf(pair, id));
        assertThat(problem(refused)).isEqualTo("ValidationProblem");
    }

    private static Map<String, Object> startOf(Staffroom.Pair pair, String cycleId) {
        return Map.of(
            "cycleId",
            cycleId,
            "ectId",
            pair.ect().id(),
            "lesson",
            Map.of("subject", "Art", "className", "7C"),
            "clientMutationId",
            "start-" + cycleId
        );
    }

    @Test
    void ofTwoHundredConcurrentWritersNoneLosesAnUpdateAndLosersLearnTheCurrentVersion() throws Exception {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var start = coach.start(pair.ect().id()).at("/cycle/version").asInt();
        var lessons = IntStream.range(0, 200)
            .<Callable<JsonNode>>mapToObj(i -> () -> {
                var lesson = Map.of("subject", "Subject " + i, "className", "8B");
                return coach.change("describeLesson", Map.of("lesson", lesson, "version", start + (i % 5)));
            })
            .toList();
        var answers = new ArrayList<JsonNode>();
        try (var writers = Executors.newFixedThreadPool(16)) {
            for (var answer : writers.invokeAll(lessons)) {
                answers.add(answer.get());
            }
        }
        var won = answers
            .stream()
            .filter(answer -> answer.get("problems").isEmpty())
            .toList();
        var versions = won
            .stream()
            .map(answer -> answer.at("/cycle/version").asInt())
            .toList();
        assertThat(versions).doesNotHaveDuplicates().isNotEmpty();
        assertThat(answers)
            .filteredOn(answer -> !answer.get("problems").isEmpty())
            .allSatisfy(lost -> {
                assertThat(problem(lost)).isEqualTo("ConflictProblem");
                assertThat(lost.at("/problems/0/currentVersion").isInt()).isTrue();
            });
        var now = pair
            .mentor()
            .client()
            .data("query ($id: ID!) { coachingCycle(id: $id) { version lastSequence } }", Map.of("id", coach.cycleId()))
            .get("coachingCycle");
        assertThat(now.get("version").asInt()).isEqualTo(start + won.size());
        assertThat(now.get("lastSequence").asInt()).isEqualTo(1 + won.size());
    }

    @Test
    void notesWithoutAVersionAllArriveThoughTwoPeopleWriteAtOnce() throws Exception {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var notes = IntStream.range(0, 40)
            .<Callable<JsonNode>>mapToObj(i -> () -> coach.change("recordEvidence", Map.of("text", "Note " + i)))
            .toList();
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (var answer : writers.invokeAll(notes)) {
                assertThat(answer.get().get("problems")).isEmpty();
            }
        }
        var all = pair
            .mentor()
            .client()
            .data(
                "query ($id: ID!) { coachingCycle(id: $id) { observation { evidence { text } } } }",
                Map.of("id", coach.cycleId())
            );
        assertThat(all.at("/coachingCycle/observation/evidence")).hasSize(40);
    }

    static String problem(JsonNode payload) {
        return payload.at("/problems/0/__typename").asString();
    }
}
