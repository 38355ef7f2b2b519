package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.people.Clerk;
import org.coachbench.stepbank.Strand;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** ECTs answer at their own pace, and their mentor sees what they said. */
@CoachbenchTest
class DiagnosticTests {

    private static final String PICTURE =
        "query ($ect: ID!) { node(id: $ect) { ... on Person { diagnostics { sets { id kind now from state } strands { strand points { sure said halfTerm { name firstDay lastDay } } } lookAgain { id title } example { phase family { text subjects } need { id } } } diagnosticsCompletion { setId completedOn } } } }";
    private static final String REFLECTION = "reflection_retrieval";

    private final Staffroom staffroom;
    private final DiagnosticFactsOf facts;
    private final DiagnosticSets sets;

    DiagnosticTests(
        @Autowired Staffroom staffroom,
        @Autowired DiagnosticFactsOf facts,
        @Autowired DiagnosticSets sets
    ) {
        this.staffroom = staffroom;
        this.facts = facts;
        this.sets = sets;
    }

    @Test
    void whatIsAnsweredIsKeptAtOnceAndGoneOnWithElsewhere() {
        var ect = staffroom.pair().ect();
        var phone = new Respondent(ect);
        var questions = phone.questions("retrieval_1");
        assertThat(questions).hasSizeGreaterThanOrEqualTo(8);
        assertThat(phone.set("retrieval_1").get("state").asString()).isEqualTo("NOT_BEGUN");
        for (var question : questions.subList(0, 4)) {
            phone.said("retrieval_1", 1, id(question), 0);
        }
        var elsewhere = staffroom.anybody();
        elsewhere.signIn(ect.person().emailAddress(), Staffroom.password());
        var desk = new Respondent(elsewhere, ect.id());
        assertThat(desk.set("retrieval_1").get("state").asString()).isEqualTo("BEGUN");
        var open = desk
            .questions("retrieval_1")
            .stream()
            .filter(question -> question.get("answer").isNull())
            .map(DiagnosticTests::id)
            .toList();
        assertThat(open).containsExactlyElementsOf(
            questions.subList(4, questions.size()).stream().map(DiagnosticTests::id).toList()
        );
        open.forEach(question -> desk.said("retrieval_1", 1, question, 1));
        var complete = phone.set("retrieval_1");
        assertThat(complete.get("state").asString()).isEqualTo("COMPLETE");
        assertThat(complete.get("completedOn").asString()).isEqualTo(Staffroom.today().toString());
    }

    @Test
    void whatIsRightAndWhyTheOthersTemptIsToldOnceSomebodyHasChosen() {
        var ect = new Respondent(staffroom.pair().ect());
        var question = ect.questions("retrieval_1").getFirst();
        assertThat(question.get("options")).allSatisfy(option -> assertThat(option.get("right").isNull()).isTrue());
        ect.said("retrieval_1", 1, id(question), 0);
        var told = ect.questions("retrieval_1").getFirst();
        assertThat(told.get("options"))
            .hasSize(4)
            .allSatisfy(option -> assertThat(option.get("why").asString()).isNotBlank());
        assertThat(told.get("options"))
            .filteredOn(option -> option.get("right").asBoolean())
            .hasSize(1);
        assertThat(told.at("/answer/right").asBoolean()).isEqualTo(told.at("/options/0/right").asBoolean());
        assertThat(ect.answer("retrieval_1", 1, id(question), 1).at("/0/message").asString()).contains(
            "answered this already"
        );
        var next = ect.questions("retrieval_1").get(1);
        assertThat(next.get("options")).allSatisfy(option -> assertThat(option.get("why").isNull()).isTrue());
    }

    @Test
    void aWrongAnswerOffersItsModuleAgainUntilItIsPutRight() {
        var pair = staffroom.pair();
        var ect = new Respondent(pair.ect());
        var question = ect.questions("retrieval_6").getFirst();
        var module = question.at("/module/id").asString();
        var others = ect.questions("retrieval_6");
        ect.said("retrieval_6", 1, id(question), (right(question) + 1) % 4);
        assertThat(lookAgain(pair.ect().client(), pair.ect().id())).containsExactly(module);
        assertThat(factsOf(pair.ect().id()).missedModules()).containsExactly(module);
        others
            .stream()
            .skip(1)
            .forEach(other -> ect.said("retrieval_6", 1, id(other), right(other)));
        ect.said("retrieval_6", 2, id(question), right(question));
        assertThat(lookAgain(pair.ect().client(), pair.ect().id())).doesNotContain(module);
        var told = ect.questions("retrieval_6").getFirst();
        assertThat(told.at("/answer/sitting").asInt()).isEqualTo(2);
        assertThat(told.at("/earlier/0/sitting").asInt()).isEqualTo(1);
    }

    @Test
    void anotherSittingBeginsOnceTheLastIsComplete() {
        var ect = new Respondent(staffroom.pair().ect());
        var sure = REFLECTION + "_sure";
        ect.said(REFLECTION, 1, sure, 1);
        ect.said(REFLECTION, 1, sure, 2);
        assertThat(ect.answer(REFLECTION, 2, sure, 3).at("/0/message").asString()).contains("Answer the rest");
        ect.said(REFLECTION, 1, REFLECTION + "_done", 0);
        assertThat(ect.set(REFLECTION).get("state").asString())
            .as("an open line may be left out")
            .isEqualTo("COMPLETE");
        ect.said(REFLECTION, 1, REFLECTION + "_think-of", "Year 9, period 5");
        ect.said(REFLECTION, 2, sure, 3);
        var set = ect.set(REFLECTION);
        assertThat(set.get("sitting").asInt()).isEqualTo(2);
        assertThat(set.get("state").asString()).isEqualTo("BEGUN");
        assertThat(set.get("completedOn").asString()).isEqualTo(Staffroom.today().toString());
        assertThat(set.at("/questions/0/earlier/0/option").asInt()).isEqualTo(2);
        assertThat(ect.answer(REFLECTION, 1, sure, 0).at("/0/message").asString()).contains("begun again");
        assertThat(ect.answer(REFLECTION, 4, sure, 0)).isNotEmpty();
    }

    @Test
    void twoDevicesAtOnceLoseNothing() {
        var ect = new Respondent(staffroom.pair().ect());
        var questions = ect.questions("orientation");
        var answering = questions
            .stream()
            .map(question -> CompletableFuture.runAsync(() -> ect.said("orientation", 1, id(question), 2)))
            .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answering).join();
        assertThat(ect.questions("orientation")).allSatisfy(question ->
            assertThat(question.at("/answer/option").asInt()).isEqualTo(2)
        );
        assertThat(ect.set("orientation").get("state").asString()).isEqualTo("COMPLETE");
        assertThat(ect.set("orientation").get("now").asBoolean()).isFalse();
    }

    @Test
    void aRepeatAfterALostReplyChangesNothing() {
        var ect = new Respondent(staffroom.pair().ect());
        var question = id(ect.questions("retrieval_2").getFirst());
        assertThat(ect.answer("retrieval_2", 1, question, 3, "once")).isEmpty();
        assertThat(ect.answer("retrieval_2", 1, question, 3, "once")).isEmpty();
        assertThat(ect.questions("retrieval_2").getFirst().at("/answer/option").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBeAnAnswerIsRefusedWithWhatToChange() {
        var ect = new Respondent(staffroom.pair().ect());
        var question = id(ect.questions("retrieval_2").getFirst());
        assertThat(ect.answer("retrieval_2", 1, question, 4).at("/0/message").asString()).isEqualTo(
            "Choose one of the options."
        );
        assertThat(ect.answer("retrieval_2", 1, question, "x").at("/0/message").asString()).isEqualTo(
            "Choose one of the options."
        );
        assertThat(ect.answer("retrieval_2", 1, "none", 1).at("/0/message").asString()).contains("no such question");
        assertThat(ect.answer("none", 1, question, 1).at("/0/message").asString()).contains("no such set");
        assertThat(
            ect
                .answer(REFLECTION, 1, REFLECTION + "_think-of", "x".repeat(501))
                .at("/0/message")
                .asString()
        ).contains("500");
        assertThat(ect.set("none").isNull()).isTrue();
    }

    @Test
    void theOrientationTheModuleThatBeganLastAndTheLastThemeHaveTheirTime() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var sets = data(pair.ect().client(), pair.ect().id()).at("/diagnostics/sets");
        assertThat(sets).hasSize(1 + 35 + 6);
        var now = StreamSupport.stream(sets.spliterator(), false)
            .filter(set -> set.get("now").asBoolean())
            .toList();
        assertThat(now)
            .extracting(set -> set.get("kind").asString())
            .containsExactly("ORIENTATION", "REFLECTION", "RETRIEVAL");
        assertThat(now).allSatisfy(set ->
            assertThat(LocalDate.parse(set.get("from").asString())).isBeforeOrEqualTo(Staffroom.today())
        );
    }

    @Test
    void theMentorOfTodaySeesWhatWasSaidTheTutorThatItIsCompleteAndOthersNothing() {
        var pair = staffroom.pair();
        var ectId = pair.ect().id();
        var tutor = staffroom.tutorOf(pair.school()).client();
        new Respondent(pair.ect()).completes("orientation", 1, 1);
        var mentors = new Respondent(pair.mentor().client(), ectId);
        assertThat(mentors.set("orientation")).isEqualTo(new Respondent(pair.ect()).set("orientation"));
        assertThat(data(tutor, ectId).get("diagnostics").isNull()).isTrue();
        assertThat(data(tutor, ectId).at("/diagnosticsCompletion/0").toString()).isEqualTo(
            "{\"setId\":\"orientation\",\"completedOn\":\"%s\"}".formatted(Staffroom.today())
        );
        assertThat(mentors.answer("orientation", 2, "start-sure-behaviour", 0).toString()).contains("NotFoundProblem");
        assertThat(new Respondent(tutor, ectId).answer("orientation", 2, "x", 0).toString()).contains(
            "NotFoundProblem"
        );
        assertThat(
            new Respondent(pair.mentor().client(), pair.mentor().id())
                .answer("orientation", 1, "start-sure-behaviour", 0)
                .toString()
        )
            .as("who is no ECT")
            .contains("NotFoundProblem");

        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        assertThat(new Respondent(next.client(), ectId).set("orientation").get("state").asString()).isEqualTo(
            "COMPLETE"
        );
        var former = pair
            .mentor()
            .client()
            .data(
                "query ($ect: ID!) { node(id: $ect) { ... on Person { diagnostics { lookAgain { id } } } } }",
                Map.of("ect", ectId)
            );
        assertThat(former.at("/node/diagnostics").isMissingNode() || former.at("/node/diagnostics").isNull()).isTrue();
    }

    @Test
    void thePictureOfAStrandIsWhatWasSaidInEachHalfTerm() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var ect = new Respondent(pair.ect());
        ect.said("orientation", 1, "start-sure-instruction", 0);
        ect.said(REFLECTION, 1, REFLECTION + "_sure", 3);
        var strands = data(pair.mentor().client(), pair.ect().id()).at("/diagnostics/strands");
        assertThat(strands).hasSize(Strand.values().length);
        var strand = ect.set(REFLECTION).at("/questions/0/strand").asString();
        assertThat(strand).isEqualTo("INSTRUCTION");
        var points = points(strands, Strand.INSTRUCTION);
        assertThat(points).hasSize(1);
        assertThat(points.at("/0/sure").asDouble()).isEqualTo(2.5);
        assertThat(points.at("/0/said").asInt()).isEqualTo(2);
        assertThat(LocalDate.parse(points.at("/0/halfTerm/firstDay").asString())).isBeforeOrEqualTo(Staffroom.today());
        assertThat(points(strands, Strand.BEHAVIOUR)).isEmpty();
    }

    @Test
    void factsAreTheNewestOfWhatWasSaid() {
        var pair = staffroom.pair();
        var quiet = staffroom.pair().ect().id();
        var ect = new Respondent(pair.ect());
        ect.said("orientation", 1, "start-sure-behaviour", 3);
        ect.said(REFLECTION, 1, REFLECTION + "_sure", 0);
        ect.said(REFLECTION, 1, REFLECTION + "_done", 2);
        ect.said(REFLECTION, 2, REFLECTION + "_sure", 1);
        var found = facts.ects(List.of(pair.ect().id(), quiet));
        assertThat(found.get(pair.ect().id())).isEqualTo(
            new DiagnosticFacts(
                Map.of(Strand.BEHAVIOUR, 4),
                Map.of("module_retrieval", 2),
                Map.of("module_retrieval", 3),
                Set.of()
            )
        );
        assertThat(found.get(quiet)).isEqualTo(DiagnosticFacts.NONE);
    }

    @Test
    void theCheckForExamplesIsKeptAndMayBeDoneAgain() {
        var pair = staffroom.pair();
        var ect = new Respondent(pair.ect());
        var questions = pair
            .ect()
            .client()
            .data(
                "{ exampleQuestions { title phases { phase } families { text subjects } needs { id text words } } }",
                Map.of()
            )
            .get("exampleQuestions");
        var family = questions.at("/families/1/text").asString();
        assertThat(ect.checksExamples("PRIMARY", family, questions.at("/needs/0/id").asString())).isEmpty();
        assertThat(ect.checksExamples("SECONDARY", family, null)).isEmpty();
        var example = data(pair.mentor().client(), pair.ect().id()).at("/diagnostics/example");
        assertThat(example.get("phase").asString()).isEqualTo("SECONDARY");
        assertThat(example.get("family")).isEqualTo(questions.at("/families/1"));
        assertThat(example.get("need").isNull()).isTrue();
        assertThat(ect.checksExamples("SECONDARY", "Alchemy", null).at("/0/message").asString()).contains(
            "Choose one of the subjects"
        );
        assertThat(ect.checksExamples("SECONDARY", family, "none").at("/0/message").asString()).contains(
            "Choose one of the needs"
        );
        assertThat(
            new Respondent(pair.mentor().client(), pair.ect().id()).checksExamples("PRIMARY", family, null).toString()
        ).contains("NotFoundProblem");
    }

    @Test
    void whoAnsweredCannotBecomeSomebodyElse() {
        var kept = staffroom.pair().ect();
        var twin = staffroom.pair().ect();
        new Respondent(twin).said("orientation", 1, "start-sure-behaviour", 0);
        var clerk = new Clerk(staffroom.administrator().client());
        assertThat(clerk.refused("mergePeople", Map.of("keepId", kept.id(), "doubleId", twin.id()))).contains(
            "Keep that record"
        );
    }

    /** The number of the right option, which nobody is told before they have answered. */
    private int right(JsonNode question) {
        var options = sets.find("retrieval_6").orElseThrow().question(id(question)).orElseThrow().options();
        return IntStream.range(0, options.size())
            .filter(option -> Boolean.TRUE.equals(options.get(option).right()))
            .findFirst()
            .orElseThrow();
    }

    private static JsonNode points(JsonNode strands, Strand wanted) {
        return StreamSupport.stream(strands.spliterator(), false)
            .filter(strand -> strand.get("strand").asString().equals(wanted.name()))
            .findFirst()
            .orElseThrow()
            .get("points");
    }

    private DiagnosticFacts factsOf(String ectId) {
        return facts.ects(List.of(ectId)).get(ectId);
    }

    private static JsonNode data(TestClient client, String ectId) {
        return client.data(PICTURE, Map.of("ect", ectId)).get("node");
    }

    private static List<String> lookAgain(TestClient client, String ectId) {
        return StreamSupport.stream(data(client, ectId).at("/diagnostics/lookAgain").spliterator(), false)
            .map(module -> module.get("id").asString())
            .toList();
    }

    private static String id(JsonNode question) {
        return question.get("id").asString();
    }
}
