package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.stepbank.Curator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A mentor asks which step would come next for their ECT. */
@CoachbenchTest
class SuggestedStepsTests {

    private static final String PARTS =
        "step { id title } place outOf notRanked reasons { kind counts words } lifts { words place }";
    private static final String ALL_EYES = "step_all-eyes-before-instruction";
    private static final String CHATTED = "Half of the class chatted while she gave the task.";

    private final Staffroom staffroom;

    SuggestedStepsTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void whatWasSeenInTheDropInIsSuggestedWithTheNoteThatSpeaksOfIt() {
        var pair = staffroom.pair();
        var coach = dropIn(pair, CHATTED);
        var suggested = suggested(pair.mentor().client(), pair.ect().id());
        assertThat(suggested).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(suggested.get(0).get("place").asInt()).isEqualTo(1);
        assertThat(suggested(pair.mentor().client(), pair.ect().id())).isEqualTo(suggested);
        var why = why(pair.mentor().client(), pair.ect().id(), ALL_EYES);
        assertThat(why.at("/reasons/0/kind").asString()).isEqualTo("NOTES");
        assertThat(why.at("/reasons/0/words").asString()).contains(CHATTED);
        assertThat(coach.cycleId()).isNotEmpty();
    }

    @Test
    void aStepThatIsWorkedOnDoesNotComeNextAndOneToBeRevisitedDoes() {
        var pair = staffroom.pair();
        var mentor = pair.mentor().client();
        var coach = dropIn(pair, CHATTED);
        coach.done("chooseStep", Map.of("stepId", ALL_EYES, "version", version(coach, mentor)));
        var workedOn = why(mentor, pair.ect().id(), ALL_EYES);
        assertThat(workedOn.get("place").isNull()).isTrue();
        assertThat(workedOn.get("notRanked").asString()).isEqualTo("It is being worked on.");
        assertThat(workedOn.at("/lifts/0/words").asString()).isEqualTo("It is put down to be revisited.");
        assertThat(ids(suggested(mentor, pair.ect().id()))).doesNotContain(ALL_EYES);
        close(coach, mentor);
        coach.done("reviewStep", Map.of("outcome", "REVISIT"));
        var revisited = why(mentor, pair.ect().id(), ALL_EYES);
        assertThat(kinds(revisited)).contains("REVISIT");
        assertThat(revisited.get("place").asInt()).isEqualTo(workedOn.at("/lifts/0/place").asInt());
        coach.done("reviewStep", Map.of("outcome", "EMBEDDED"));
        assertThat(why(mentor, pair.ect().id(), ALL_EYES).get("notRanked").asString()).isEqualTo("It is embedded.");
        assertThat(kinds(why(mentor, pair.ect().id(), "step_instructions-in-three-parts"))).contains(
            "BUILDS_ON_EMBEDDED"
        );
    }

    @Test
    void aStepOfTheSchoolComesInForItsMentorUntilItIsRetired() {
        var pair = staffroom.pair();
        var mentor = pair.mentor().client();
        var curator = new Curator(staffroom.tutorOf(pair.school()).client());
        var bank = curator.open(pair.school().id());
        var draft = curator.draft(bank, Map.of("title", "Ring the brass bell")).at("/step/id").asString();
        assertThat(why(mentor, pair.ect().id(), draft).get("notRanked").asString()).isEqualTo("It is not published.");
        var step = curator.published(bank);
        var ranked = why(mentor, pair.ect().id(), step);
        assertThat(ranked.get("place").asInt()).isBetween(1, ranked.get("outOf").asInt());
        curator.curate("retireStep", step);
        assertThat(why(mentor, pair.ect().id(), step).get("notRanked").asString()).isEqualTo("It is retired.");
        var elsewhere = staffroom.pair();
        assertThat(why(elsewhere.mentor().client(), elsewhere.ect().id(), step).isNull()).isTrue();
    }

    @Test
    void aStepForMentorsAndOneThatDoesNotExistAreToldApartFromThoseInTheRanking() {
        var pair = staffroom.pair();
        var ofMentors = pair
            .mentor()
            .client()
            .data("{ searchSteps(filter: {audience: MENTORS}, first: 1) { edges { node { id } } } }", Map.of())
            .at("/searchSteps/edges/0/node/id")
            .asString();
        var why = why(pair.mentor().client(), pair.ect().id(), ofMentors);
        assertThat(why.get("notRanked").asString()).isEqualTo("It is a step for mentors.");
        assertThat(why(pair.mentor().client(), pair.ect().id(), "step_none").isNull()).isTrue();
    }

    @Test
    void nobodyButTheMentorOfTodayIsAnswered() {
        var pair = staffroom.pair();
        dropIn(pair, CHATTED);
        var administrator = staffroom.administrator();
        for (var other : List.of(
            pair.ect(),
            staffroom.tutorOf(pair.school()),
            staffroom.mentorAt(pair.school()),
            administrator
        )) {
            assertThat(suggested(other.client(), pair.ect().id()).isNull()).isTrue();
            assertThat(why(other.client(), pair.ect().id(), ALL_EYES).isNull()).isTrue();
        }
        assertThat(suggested(pair.mentor().client(), "person_none").isNull()).isTrue();
    }

    /** The new mentor sees how steps stand, and not what the one before wrote down. */
    @Test
    void theNotesOfTheMentorBeforeSpeakNoMore() {
        var pair = staffroom.pair();
        var before = pair.mentor().client();
        var coach = dropIn(pair, CHATTED);
        coach.done("chooseStep", Map.of("stepId", ALL_EYES, "version", version(coach, before)));
        close(coach, before);
        coach.done("reviewStep", Map.of("outcome", "REVISIT"));
        assertThat(kinds(why(before, pair.ect().id(), ALL_EYES))).contains("NOTES", "REVISIT");
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        assertThat(kinds(why(next.client(), pair.ect().id(), ALL_EYES)))
            .contains("REVISIT")
            .doesNotContain("NOTES");
        assertThat(suggested(before, pair.ect().id()).isNull()).isTrue();
    }

    @Test
    void moreThanTwentyAreNotGivenAtOnce() {
        var pair = staffroom.pair();
        var answer = pair
            .mentor()
            .client()
            .ask(
                "query ($ect: ID!) { suggestedSteps(ectId: $ect, first: 21) { place } }",
                Map.of("ect", pair.ect().id())
            );
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    }

    private static Coach dropIn(Staffroom.Pair pair, String note) {
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        coach.done("recordEvidence", Map.of("text", note));
        return coach;
    }

    private static void close(Coach coach, TestClient mentor) {
        coach.done("planSession", Map.of("sections", Coach.SECTIONS, "version", version(coach, mentor)));
        coach.done("shareCycle", Map.of());
        coach.done("startSession", Map.of());
        coach.round("Gave the task to a still room");
        coach.round("Gave it again");
        coach.close();
    }

    private static int version(Coach coach, TestClient mentor) {
        return mentor
            .data("query ($id: ID!) { coachingCycle(id: $id) { version } }", Map.of("id", coach.cycleId()))
            .at("/coachingCycle/version")
            .asInt();
    }

    private static JsonNode suggested(TestClient client, String ectId) {
        var document = "query ($ect: ID!) { suggestedSteps(ectId: $ect) { %s } }".formatted(PARTS);
        return client.data(document, Map.of("ect", ectId)).get("suggestedSteps");
    }

    private static JsonNode why(TestClient client, String ectId, String stepId) {
        var document = "query ($ect: ID!, $step: ID!) { whyThisStep(ectId: $ect, stepId: $step) { %s } }".formatted(
            PARTS
        );
        return client.data(document, Map.of("ect", ectId, "step", stepId)).get("whyThisStep");
    }

    private static List<String> ids(JsonNode suggested) {
        return suggested
            .findValues("step")
            .stream()
            .map(step -> step.get("id").asString())
            .toList();
    }

    private static List<String> kinds(JsonNode why) {
        return why.get("reasons").findValuesAsString("kind");
    }
}
