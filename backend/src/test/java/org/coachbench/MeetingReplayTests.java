package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.Typist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Looking back on a meeting over the API, and what that costs the store. */
@Isolated
@CoachbenchTest
class MeetingReplayTests {

    private static final String REPLAY = """
    replay { startedAt endedAt totalSeconds practiceSeconds firstPracticeAt
      sections { sectionId title kind plannedMinutes startedAt endedAt seconds }
      rounds { number at minute rehearsed feedback feedbackAt }
      moments { sequence at secondsIn kind by { id name } text }
      notesAtStart { kind text }
      noteBursts { kind by { id } secondsIn untilSecondsIn sequence text } }
    comments { sequence by { id } }
    """;
    private static final String CYCLE =
        "query ($id: ID!) { coachingCycle(id: $id) { session { startedAt endedAt } %s } }".formatted(REPLAY);
    private static final String HISTORY =
        "{ viewer { person { coachingCycles(first: 10) { edges { node { %s } } } } } }".formatted(REPLAY);

    private final Staffroom staffroom;
    private final StoreCommands commands;

    MeetingReplayTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void thePairLooksBackOnAMeetingOfTwoRoundsAndNobodyElseDoes() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var shared = coach.toShared(pair.ect().id());
        assertThat(read(pair.ect().client(), coach).get("replay").isNull()).isTrue();

        coach.done("startSession", Map.of());
        startSection(coach, shared, 1);
        coach.round("Asked the first question");
        startSection(coach, shared, 2);
        var waiting = coach.done("logPracticeRound", Map.of("rehearsed", "Asked it again, slower"));
        var running = read(pair.ect().client(), coach).get("replay");
        assertThat(running.get("endedAt").isNull()).isTrue();
        assertThat(running.at("/sections/2/endedAt").isNull()).isTrue();
        assertThat(running.at("/rounds/1/feedback").isNull()).isTrue();
        close(coach, waiting);

        var cycle = read(pair.mentor().client(), coach);
        var replay = cycle.get("replay");
        assertThat(replay.get("startedAt")).isEqualTo(cycle.at("/session/startedAt"));
        assertThat(replay.get("endedAt")).isEqualTo(cycle.at("/session/endedAt"));
        assertThat(replay.get("sections").findValuesAsString("title")).containsExactly(
            "Praise",
            "First round",
            "Second round"
        );
        assertThat(replay.get("firstPracticeAt")).isEqualTo(replay.at("/sections/1/startedAt"));
        assertThat(replay.get("practiceSeconds").asInt()).isEqualTo(
            replay.at("/sections/1/seconds").asInt() + replay.at("/sections/2/seconds").asInt()
        );
        assertThat(replay.get("rounds").findValuesAsString("rehearsed")).containsExactly(
            "Asked the first question",
            "Asked it again, slower"
        );
        assertThat(replay.get("rounds").findValuesAsString("feedback")).hasSize(2).doesNotContain("null");
        assertThat(replay.get("moments").findValuesAsString("kind"))
            .startsWith("SessionStarted", "SectionStarted", "PhaseChanged")
            .endsWith("FollowUpAgreed", "SessionEnded");
        assertThat(replay.at("/moments/0/by/id").asString()).isEqualTo(pair.mentor().id());

        assertThat(read(pair.mentor().client(), coach)).isEqualTo(cycle);
        assertThat(read(pair.ect().client(), coach)).isEqualTo(cycle);
        assertThat(read(staffroom.mentorAt(pair.school()).client(), coach).isNull()).isTrue();
    }

    @Test
    void storeCommandsAreTheSameForOneMeetingAndForTwo() {
        var pair = staffroom.pair();
        var ect = pair.ect().client();
        typedAndCommented(pair);
        var withOne = commands.during(() -> ect.data(HISTORY, Map.of()));
        typedAndCommented(pair);
        var withTwo = commands.during(() -> {
            var replays = ect.data(HISTORY, Map.of()).findValues("replay");
            assertThat(replays).hasSize(2).noneMatch(JsonNode::isNull);
        });
        assertThat(withTwo).hasSameSizeAs(withOne);
        assertThat(pagesOfEvents(() -> ect.data(HISTORY, Map.of()))).isOne();
    }

    private static void typedAndCommented(Staffroom.Pair pair) {
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        type(coach, Typist.offline(), "Slower.");
        coach.round("Once");
        coach.round("Twice");
        coach.close();
        coach.done("commentOnMoment", Map.of("sequence", 9, "text", "Here."));
    }

    @Test
    void theReplayTellsWhoTypedInTheNotesAndWhatStoodInThem() {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        mentor.toShared(pair.ect().id());
        var typist = Typist.offline();
        type(mentor, typist, "Prepared. ");
        mentor.done("startSession", Map.of());
        var ect = new Coach(pair.ect().client());
        ect.resume(mentor.cycleId());
        type(mentor, typist, "Wait ");
        type(mentor, typist, "three seconds. ");
        type(ect, typist, "Count them.");
        mentor.round("Once");
        mentor.round("Twice");
        mentor.close();
        type(mentor, typist, " After the end.");
        var replay = read(pair.ect().client(), mentor).get("replay");
        assertThat(replay.at("/notesAtStart").findValuesAsString("text")).containsExactly("", "", "Prepared. ", "");
        assertThat(replay.at("/noteBursts/0/by/id").asString()).isEqualTo(pair.mentor().id());
        assertThat(replay.at("/noteBursts/0/text").asString()).isEqualTo("Prepared. Wait three seconds. ");
        assertThat(replay.at("/noteBursts/1/by/id").asString()).isEqualTo(pair.ect().id());
        assertThat(replay.at("/noteBursts/1/text").asString()).isEqualTo("Prepared. Wait three seconds. Count them.");
        assertThat(replay.at("/noteBursts")).hasSize(2);
        assertThat(replay.at("/moments").findValuesAsString("kind")).doesNotContain("NoteEdited");
    }

    private static void type(Coach coach, Typist typist, String text) {
        coach.done("editNote", Map.of("kind", "SESSION", "changes", typist.type(typist.text().length(), text)));
    }

    @Test
    void aLongMeetingIsReadPageByPage() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        var ect = new Coach(pair.ect().client());
        ect.resume(coach.cycleId());
        for (int i = 0; i < 200; i++) {
            ect.done("writeReflection", Map.of("text", "Thought " + i));
        }
        var pages = pagesOfEvents(() -> {
            var moments = read(pair.ect().client(), coach).at("/replay/moments");
            assertThat(
                IntStream.range(0, moments.size()).map(i -> moments.get(i).get("sequence").asInt())
            ).containsSequence(IntStream.rangeClosed(8, 210).boxed().toList());
            assertThat(moments).hasSize(203);
        });
        assertThat(pages).isEqualTo(2);
    }

    private long pagesOfEvents(Runnable operation) {
        return commands
            .findsDuring(operation)
            .stream()
            .filter(find -> find.getString("find").getValue().equals("cycle_events"))
            .count();
    }

    private static JsonNode read(TestClient client, Coach coach) {
        return client.data(CYCLE, Map.of("id", coach.cycleId())).get("coachingCycle");
    }

    private static void startSection(Coach coach, JsonNode cycle, int index) {
        var section = cycle.at("/plan/sections/" + index + "/id").asString();
        coach.done("startSection", Map.of("sectionId", section));
    }

    private static void close(Coach coach, JsonNode cycle) {
        var round = cycle.at("/rounds/1/id").asString();
        var version = coach.done("giveFeedback", Map.of("roundId", round, "text", "That pause worked.")).get("version");
        var today = Staffroom.today().toString();
        var followUp = Map.of(
            "useOn",
            today,
            "where",
            "8B, period 3",
            "nextDropInOn",
            today,
            "version",
            version.asInt()
        );
        coach.done("agreeFollowUp", followUp);
        coach.done("closeCycle", Map.of());
    }
}
