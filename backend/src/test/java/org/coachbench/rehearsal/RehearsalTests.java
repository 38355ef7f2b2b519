package org.coachbench.rehearsal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Rehearsals by the rules of the real cycle, in a place where nobody's coaching is touched. */
@Isolated
@CoachbenchTest
class RehearsalTests {

    private final Staffroom staffroom;
    private final Scenes scenes;
    private final MongoOperations store;

    RehearsalTests(@Autowired Staffroom staffroom, @Autowired Scenes scenes, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.scenes = scenes;
        this.store = store;
    }

    private Rehearser begin(String mode) {
        return Rehearser.begin(staffroom.colleague(false).client(), mode);
    }

    @Test
    void aGuidedRehearsalSaysWhyAfterEachChoice() {
        var mentor = begin("GUIDED");
        assertThat(mentor.stage()).isEqualTo("LESSON");
        assertThat(mentor.now().get("worthNoting").isNull()).isTrue();
        mentor.note("t14", "Seven things in one go.");
        mentor.goTo("PRAISE");
        assertThat(mentor.now().get("worthNoting"))
            .filteredOn(worth -> worth.get("noted").asBoolean())
            .extracting(worth -> worth.get("lineId").asString())
            .containsExactly("t14");
        assertThat(mentor.now().at("/pupilWork/0/shows").asString()).isNotBlank();
        assertThat(becauses(mentor.now(), "PRAISE")).containsOnlyNulls();

        mentor.done(
            "chooseInRehearsal",
            Map.of("stage", "PRAISE", "optionId", "b", "text", "You stood still for six seconds.")
        );
        assertThat(becauses(mentor.now(), "PRAISE")).doesNotContainNull();
        assertThat(becauses(mentor.now(), "STEP")).containsOnlyNulls();
        assertThat(mentor.now().get("praise").asString()).isEqualTo("You stood still for six seconds.");

        mentor.choose("a");
        var step = mentor.now().get("step");
        assertThat(step.get("stepId").asString()).isEqualTo("step_all-eyes-before-instruction");
        assertThat(step.get("evidenceNoteId").isNull()).as("no note on its line").isTrue();
        mentor.goTo("STEP");
        mentor.choose("b");
        assertThat(mentor.now().at("/step/stepId").asString()).isEqualTo("step_instructions-in-three-parts");
        assertThat(mentor.now().at("/step/evidenceNoteId").asString()).isEqualTo(
            mentor.now().at("/notes/0/id").asString()
        );
        mentor.choose("b");
        mentor.choose("b");
        assertThat(mentor.now().at("/plan/totalMinutes").asInt()).isEqualTo(45);
        assertThat(mentor.now().get("dialogue")).isEmpty();

        mentor.choose("b");
        assertThat(mentor.now().get("dialogue")).hasSize(6);
        assertThat(mentor.now().at("/dialogue/2/text").asString()).isEqualTo("You stood still for six seconds.");
        mentor.choose("b");
        assertThat(mentor.now().at("/rounds/0/ticked").asBoolean()).isFalse();
        assertThat(mentor.now().at("/rounds/0/criteria/0/there").isNull()).isTrue();
        mentor.tick(0, 2);
        assertThat(mentor.now().at("/rounds/0/criteria"))
            .extracting(criterion -> List.of(criterion.get("ticked").asBoolean(), criterion.get("there").asBoolean()))
            .startsWith(List.of(true, true), List.of(false, true), List.of(true, false));
        assertThat(mentor.now().at("/rounds/0/missed").asString()).isNotBlank();
        mentor.choose("a");
        var same = mentor.now().at("/rounds/1/does").asString();
        mentor.tick();
        mentor.choose("a");
        assertThat(mentor.now().get("mentors").isNull()).isTrue();
        mentor.choose("a");

        assertThat(mentor.stage()).isEqualTo("DEBRIEF");
        assertThat(mentor.now().get("finishedAt").isNull()).isFalse();
        assertThat(mentor.now().get("mentors")).hasSize(2);
        assertThat(mentor.now().at("/mentors/0/choices")).hasSize(9);
        assertThat(mentor.now().at("/followUp/useOn").asString()).isGreaterThan(Staffroom.today().toString());
        var better = begin("GUIDED");
        better.toTheEnd();
        assertThat(better.now().at("/rounds/1/does").asString()).as("after better feedback").isNotEqualTo(same);
    }

    @Test
    void anUnguidedRehearsalTellsNothingBeforeItsEnd() {
        var mentor = begin("UNGUIDED");
        var scene = scenes.find(Rehearser.SCENE).orElseThrow();
        var secrets = told(scene);
        var answers = answers(scene);
        var seen = new ArrayList<JsonNode>();
        seen.add(mentor.now());
        mentor.toTheMeeting();
        seen.add(mentor.read());
        for (var answer : answers) {
            assertThat(texts(mentor.now())).as("what the ECT will say").doesNotContain(answer);
        }
        mentor.choose("b");
        seen.add(mentor.read());
        mentor.choose("b");
        mentor.tick(0);
        seen.add(mentor.read());
        mentor.choose("b");
        mentor.tick(0, 1);
        mentor.choose("a");
        seen.add(mentor.read());
        for (var rehearsal : seen) {
            assertThat(texts(rehearsal)).as(rehearsal.get("stage").asString()).doesNotContainAnyElementsOf(secrets);
            assertThat(rehearsal.get("mentors").isNull()).isTrue();
            assertThat(rehearsal.get("worthNoting").isNull()).isTrue();
            assertThat(rehearsal.findValues("there")).allMatch(JsonNode::isNull);
        }

        mentor.choose("a");
        assertThat(texts(mentor.read())).containsAll(whys(scene));
        assertThat(mentor.now().findValues("there")).noneMatch(JsonNode::isNull);
        assertThat(becauses(mentor.now(), "TAILOR")).doesNotContainNull();
    }

    @Test
    void theRulesOfTheCycleHold() {
        var mentor = begin("GUIDED");
        assertThat(mentor.refused("noteInRehearsal", Map.of("text", " "))).isEqualTo("Write what you saw or heard.");
        assertThat(mentor.refused("noteInRehearsal", Map.of("text", "x", "lineId", "t99"))).contains("no such line");
        assertThat(mentor.refused("chooseInRehearsal", Map.of("stage", "PRAISE", "optionId", "a"))).contains(
            "not what is to be chosen now"
        );
        mentor.goTo("PRAISE");
        var tooLong = mentor.change(
            "chooseInRehearsal",
            Map.of("stage", "PRAISE", "optionId", "a", "text", "x".repeat(1001))
        );
        assertThat(tooLong.at("/problems/0/path")).extracting(JsonNode::asString).containsExactly("input", "text");
        mentor.choose("a");
        assertThat(mentor.refused("chooseInRehearsal", Map.of("stage", "STEP", "optionId", "b"))).isEqualTo(
            "Record what you saw or heard first: a step answers to evidence."
        );
        assertThat(mentor.refused("chooseInRehearsal", Map.of("stage", "STEP", "optionId", "z"))).contains(
            "no such option"
        );
        mentor.done("noteInRehearsal", Map.of("text", "In my own words, on no line."));
        mentor.choose("b");
        var note = mentor.now().at("/notes/0/id").asString();
        assertThat(mentor.refused("takeBackNoteInRehearsal", Map.of("evidenceNoteId", note))).contains(
            "The step answers to this note."
        );
        assertThat(
            mentor.refused(
                "chooseInRehearsal",
                Map.of("stage", "TAILOR", "optionId", "b", "criteria", List.of("Only one"))
            )
        ).contains("Keep 4 criteria");
        assertThat(
            mentor.refused("chooseInRehearsal", Map.of("stage", "TAILOR", "optionId", "b", "title", ""))
        ).isEqualTo("Enter the step.");
        mentor.done(
            "chooseInRehearsal",
            Map.of("stage", "TAILOR", "optionId", "b", "title", "First the cubes, then 'Off we go'")
        );
        assertThat(mentor.now().at("/step/title").asString()).isEqualTo("First the cubes, then 'Off we go'");
        assertThat(mentor.refused("chooseInRehearsal", planned(agenda(20, 15, 15)))).isEqualTo(
            "The sections take 50 minutes, the meeting has 45. Shorten some."
        );
        var oneRound = List.of(section("PROBE", 5), section("MODEL", 5), section("PRACTICE_AND_FEEDBACK", 5));
        assertThat(mentor.refused("chooseInRehearsal", planned(oneRound))).isEqualTo(
            "Plan two rounds of practice and feedback at least."
        );
        mentor.done("chooseInRehearsal", planned(agenda(10, 15, 15)));
        assertThat(mentor.now().at("/plan/totalMinutes").asInt()).isEqualTo(40);

        mentor.choose("b");
        assertThat(mentor.refused("noteInRehearsal", Map.of("text", "Too late."))).contains("The session has started");
        assertThat(mentor.refused("goToStageInRehearsal", Map.of("stage", "STEP"))).contains("The meeting has started");
        assertThat(mentor.refused("tickInRehearsal", Map.of("criteriaSeen", List.of()))).contains("No round");
        mentor.choose("b");
        assertThat(mentor.refused("tickInRehearsal", Map.of("criteriaSeen", List.of("criterion_none")))).contains(
            "no such success criterion"
        );
    }

    @Test
    void thereIsNoWayBackWithoutAGuide() {
        var mentor = begin("UNGUIDED");
        mentor.goTo("PRAISE");
        mentor.choose("a");
        assertThat(mentor.refused("goToStageInRehearsal", Map.of("stage", "PRAISE"))).contains("no way back");
        // A note that is missing can still be taken.
        mentor.note("t14", "Seven things.");
        assertThat(mentor.choose("b").get("stage").asString()).isEqualTo("TAILOR");
    }

    @Test
    void goingBackOpensWhatCameAfter() {
        var mentor = begin("GUIDED");
        mentor.toTheMeeting();
        mentor.goTo("PRAISE");
        assertThat(mentor.now().get("decisions")).hasSize(1);
        assertThat(mentor.now().at("/decisions/0/chosenId").isNull()).isTrue();
        assertThat(mentor.now().get("step").isNull()).isTrue();
        mentor.choose("c");
        assertThat(mentor.now().get("praise").asString()).startsWith("You asked how they could know");
        for (var option : List.of("c", "a", "c", "b")) {
            mentor.choose(option);
        }
        assertThat(mentor.now().at("/step/stepId").asString()).isEqualTo("step_ask-what-could-go-wrong");
        assertThat(mentor.fromTheModelOn().get("stage").asString()).isEqualTo("DEBRIEF");
    }

    @Test
    void aRepeatedMutationIsDoneOnceAndAnOldVersionIsRefused() {
        var client = staffroom.colleague(false).client();
        var mentor = new Rehearser(client);
        var first = mentor.start(Rehearser.SCENE, "GUIDED", "begin").get("id");
        assertThat(mentor.start(Rehearser.SCENE, "GUIDED", "begin").get("id")).isEqualTo(first);
        var note = Map.of("version", mentor.version(), "text", "Once.", "clientMutationId", "note");
        mentor.done("noteInRehearsal", note);
        assertThat(mentor.done("noteInRehearsal", note).get("notes")).hasSize(1);
        var stale = mentor.change("goToStageInRehearsal", Map.of("version", 0, "stage", "PRAISE"));
        assertThat(stale.at("/problems/0/__typename").asString()).isEqualTo("ConflictProblem");
        assertThat(stale.at("/problems/0/currentVersion").asInt()).isEqualTo(mentor.version());
        assertThat(mentor.read().get("stage").asString()).isEqualTo("LESSON");
    }

    @Test
    void nobodyElseReadsOrChangesIt() {
        var pair = staffroom.pair();
        var mentor = Rehearser.begin(pair.mentor().client(), "GUIDED");
        var others = List.of(
            pair.ect(),
            staffroom.tutorOf(pair.school()),
            staffroom.mentorAt(pair.school()),
            staffroom.administrator()
        );
        for (var other : others) {
            var asked = other
                .client()
                .data(
                    "query ($id: ID!) { rehearsal(id: $id) { id } node(id: $id) { id } viewer { rehearsals { edges { node { id } } } } }",
                    Map.of("id", mentor.id())
                );
            assertThat(asked.get("rehearsal").isNull()).isTrue();
            assertThat(asked.get("node").isNull()).isTrue();
            assertThat(asked.at("/viewer/rehearsals/edges")).isEmpty();
            var theirs = Rehearser.begin(other.client(), "GUIDED");
            for (var act : List.of("noteInRehearsal", "goToStageInRehearsal", "removeRehearsal")) {
                var input = switch (act) {
                    case "noteInRehearsal" -> Map.<String, Object>of("text", "x");
                    case "goToStageInRehearsal" -> Map.<String, Object>of("stage", "PRAISE");
                    default -> Map.<String, Object>of();
                };
                var all = new TreeMap<String, Object>(input);
                all.put("rehearsalId", mentor.id());
                all.put("version", mentor.version());
                assertThat(theirs.refused(act, all)).isEqualTo("There is no such rehearsal of yours.");
            }
        }
        assertThat(mentor.read()).isEqualTo(mentor.now());
    }

    @Test
    void oneGoesOnLaterAndTakesItAway() {
        var client = staffroom.colleague(false).client();
        var list =
            "{ viewer { rehearsals(first: 2) { edges { cursor node { id stage } } pageInfo { hasNextPage } } } }";
        var oldest = Rehearser.begin(client, "UNGUIDED");
        Rehearser.begin(client, "GUIDED");
        var newest = Rehearser.begin(client, "GUIDED");
        var page = client.data(list, Map.of()).at("/viewer/rehearsals");
        assertThat(page.at("/edges/0/node/id").asString()).isEqualTo(newest.id());
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        var after = page.at("/edges/1/cursor").asString();
        var next = client
            .data(
                "query ($after: String) { viewer { rehearsals(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage } } } }",
                Map.of("after", after)
            )
            .at("/viewer/rehearsals");
        assertThat(next.get("edges"))
            .extracting(edge -> edge.at("/node/id").asString())
            .containsExactly(oldest.id());
        assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();

        oldest.toTheMeeting();
        assertThat(oldest.read().get("stage").asString()).isEqualTo("OPENING");
        var gone = oldest.change("removeRehearsal", Map.of());
        assertThat(gone.get("removedId").asString()).isEqualTo(oldest.id());
        assertThat(oldest.read().isNull()).isTrue();
        assertThat(store.findById(oldest.id(), Document.class, "rehearsals")).isNull();
    }

    /** Whoever forgets to keep the two apart hears of it here. */
    @Test
    void itTouchesNothingAndCountsInNoFigure() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var figures = figures(pair, tutor);
        var stored = everythingButRehearsals();
        for (var mode : List.of("GUIDED", "UNGUIDED")) {
            Rehearser.begin(pair.mentor().client(), mode).toTheEnd();
        }
        Rehearser.begin(pair.mentor().client(), "GUIDED").toTheMeeting();

        assertThat(everythingButRehearsals()).isEqualTo(stored);
        assertThat(figures(pair, tutor)).isEqualTo(figures);
        assertThat(store.findAll(Rehearsal.class))
            .filteredOn(rehearsal -> rehearsal.personId().equals(pair.mentor().id()))
            .hasSize(3)
            .allSatisfy(rehearsal -> {
                assertThat(rehearsal.cycle().outbox()).isEmpty();
                assertThat(rehearsal.cycle().lastSequence()).isPositive();
                assertThat(rehearsal.cycle().ectId()).startsWith("ect_of_rehearsal_");
            });
        // The mentor's real coaching goes on beside it.
        coach.start(pair.ect().id());
        assertThat(everythingButRehearsals()).as("a real cycle, or this test cannot fail").isNotEqualTo(stored);
        assertThat(figures(pair, tutor)).as("likewise").isNotEqualTo(figures);
    }

    private Map<String, List<String>> everythingButRehearsals() {
        return store
            .getCollectionNames()
            .stream()
            .filter(name -> !name.equals("rehearsals") && !name.startsWith("system."))
            .collect(
                toMap(
                    name -> name,
                    name ->
                        Stream.of(store.getCollection(name).find().into(new ArrayList<>()))
                            .flatMap(List::stream)
                            .map(Document::toJson)
                            .sorted()
                            .toList()
                )
            );
    }

    private static List<JsonNode> figures(Staffroom.Pair pair, TestClient tutor) {
        var school = Map.of("school", pair.school().id());
        return List.of(
            tutor.data(
                "query ($school: ID!) { node(id: $school) { ... on School { attention { kind since why ect { id } } keepsMeetings { weeks meetings ect { id } } } } }",
                school
            ),
            tutor.data(
                "query ($school: ID!) { engagement(schoolIds: [$school], from: \"2025-09-01\", to: \"2026-12-31\") { all { ects weeks expected held coaching missed } } }",
                school
            ),
            tutor.data(
                "query ($school: ID!) { coachingLog(schoolId: $school) { edges { node { cycleId phase metAt minutes rounds } } } }",
                school
            ),
            pair
                .mentor()
                .client()
                .data(
                    "{ viewer { upcomingSessions { id } mentorships { ect { currentStep { step { title } } openCycle { id } cadence { state due dueBy lastMeetingOn weeks { state } } coachingCycles(first: 20) { edges { node { id } } } } } person { coachingCycles(first: 20) { edges { node { id } } } } } }",
                    Map.of()
                ),
            pair
                .mentor()
                .client()
                .data(
                    "query ($ect: ID!) { suggestedSteps(ectId: $ect) { place step { id } reasons { words counts } } }",
                    Map.of("ect", pair.ect().id())
                ),
            pair
                .ect()
                .client()
                .data(
                    "{ viewer { person { currentStep { step { title } } coachingCycles(first: 20) { edges { node { id } } } } } }",
                    Map.of()
                )
        );
    }

    private static Map<String, Object> planned(List<Map<String, Object>> sections) {
        return Map.of("stage", "PLAN", "optionId", "b", "sections", sections);
    }

    private static List<Map<String, Object>> agenda(int model, int first, int second) {
        return List.of(
            section("MODEL", model),
            section("PRACTICE_AND_FEEDBACK", first),
            section("PRACTICE_AND_FEEDBACK", second)
        );
    }

    private static Map<String, Object> section(String kind, int minutes) {
        return Map.of("kind", kind, "title", "Part", "minutes", minutes);
    }

    private static List<String> becauses(JsonNode rehearsal, String stage) {
        return rehearsal
            .get("decisions")
            .valueStream()
            .filter(decision -> decision.get("stage").asString().equals(stage))
            .flatMap(decision -> decision.get("options").valueStream())
            .map(option -> option.get("because"))
            .map(because -> because.isNull() ? null : because.asString())
            .toList();
    }

    /** All texts in an answer. */
    private static List<String> texts(JsonNode node) {
        return node.isString()
            ? List.of(node.asString())
            : node
                  .valueStream()
                  .flatMap(inner -> texts(inner).stream())
                  .toList();
    }

    private static List<String> told(Scene scene) {
        return Stream.of(
            options(scene).map(Scene.Option::because),
            scene.pupilWork().stream().map(Scene.Work::shows),
            scene.worthNoting().stream().map(Scene.Worth::because),
            scene
                .practice()
                .forStep()
                .values()
                .stream()
                .map(of -> of.first().missed()),
            whys(scene).stream(),
            scene.mentors().stream().map(Scene.Mentor::about)
        )
            .flatMap(texts -> texts)
            .filter(Objects::nonNull)
            .toList();
    }

    private static List<String> whys(Scene scene) {
        return scene
            .mentors()
            .stream()
            .flatMap(mentor -> mentor.choices().values().stream())
            .map(Scene.MentorChoice::why)
            .toList();
    }

    private static List<String> answers(Scene scene) {
        return options(scene).map(Scene.Option::answer).filter(Objects::nonNull).toList();
    }

    private static Stream<Scene.Option> options(Scene scene) {
        var listed = scene
            .decisions()
            .stream()
            .flatMap(decision ->
                decision.options() == null
                    ? Objects.requireNonNull(decision.forStep()).values().stream().flatMap(List::stream)
                    : decision.options().stream()
            );
        var practised = scene
            .practice()
            .forStep()
            .values()
            .stream()
            .flatMap(of -> Stream.concat(of.feedback().stream(), of.closingFeedback().stream()));
        return Stream.of(listed, practised, scene.followUp().options().stream()).flatMap(options -> options);
    }
}
