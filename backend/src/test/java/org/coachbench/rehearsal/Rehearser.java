package org.coachbench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Somebody who rehearses, over the API. */
public final class Rehearser {

    public static final String SCENE = "carpet-instructions";

    /** All there is to see. */
    static final String OPTION =
        "id text step { id title criteria } title criteria model practice sections { kind title minutes } useInDays where dropInDays because";
    static final String REHEARSAL = """
    id version mode stage startedAt finishedAt scene { id title transcript { id text } }
    notes { id text lineId } pupilWork { id from text shows } worthNoting { lineId because noted } praiseLines
    decisions { stage ask options { %s } chosenId } praise
    step { stepId title criteria { id text } model practice evidenceNoteId } plan { totalMinutes sections { kind minutes } }
    dialogue { stage byMentor text } rounds { number does ticked criteria { id text ticked there } missed }
    followUp { useOn where nextDropInOn }
    mentors { name about notes choices { stage option { %s } why } }
    """.formatted(OPTION, OPTION);
    private static final String PROBLEMS =
        "problems { __typename message path ... on ConflictProblem { currentVersion } }";

    private final TestClient client;
    private JsonNode last = TestClient.JSON.nullNode();

    public Rehearser(TestClient client) {
        this.client = client;
    }

    public static Rehearser begin(TestClient client, String mode) {
        var rehearser = new Rehearser(client);
        rehearser.start(SCENE, mode, null);
        return rehearser;
    }

    JsonNode start(String sceneId, String mode, String clientMutationId) {
        var input = new HashMap<String, Object>(Map.of("sceneId", sceneId, "mode", mode));
        input.put("clientMutationId", clientMutationId);
        return taken(sent("startRehearsal", input));
    }

    public String id() {
        return last.get("id").asString();
    }

    int version() {
        return last.get("version").asInt();
    }

    String stage() {
        return last.get("stage").asString();
    }

    /** The rehearsal as the last act left it. */
    JsonNode now() {
        return last;
    }

    JsonNode read() {
        return client
            .data("query ($id: ID!) { rehearsal(id: $id) { %s } }".formatted(REHEARSAL), Map.of("id", id()))
            .get("rehearsal");
    }

    JsonNode note(String lineId, String text) {
        return done("noteInRehearsal", Map.of("lineId", lineId, "text", text));
    }

    JsonNode goTo(String stage) {
        return done("goToStageInRehearsal", Map.of("stage", stage));
    }

    JsonNode choose(String optionId) {
        return done("chooseInRehearsal", Map.of("stage", stage(), "optionId", optionId));
    }

    /** Ticks the criteria at these positions. */
    JsonNode tick(int... positions) {
        var criteria = last.at("/step/criteria");
        var seen = IntStream.of(positions)
            .mapToObj(i -> criteria.at("/%d/id".formatted(i)).asString())
            .toList();
        return done("tickInRehearsal", Map.of("criteriaSeen", seen));
    }

    /** As one mentor would go through the scene, with one criterion ticked in each round. */
    public JsonNode toTheEnd() {
        toTheMeeting();
        choose("b");
        return fromTheModelOn();
    }

    JsonNode toTheMeeting() {
        note("t14", "Seven things in one go: sheet, cubes, sentence, circles, date, glue, back.");
        goTo("PRAISE");
        for (var option : List.of("b", "b", "b", "b")) {
            choose(option);
        }
        return last;
    }

    JsonNode fromTheModelOn() {
        choose("b");
        tick(0);
        choose("b");
        tick(0, 1);
        choose("a");
        return choose("a");
    }

    /** The rehearsal as the mutation left it; there must be no problems. */
    JsonNode done(String mutation, Map<String, ?> input) {
        return taken(change(mutation, input));
    }

    private JsonNode taken(JsonNode payload) {
        assertThat(payload.get("problems")).isEmpty();
        last = payload.get("rehearsal");
        return last;
    }

    /** Refused with one problem: its message. */
    String refused(String mutation, Map<String, ?> input) {
        var problems = change(mutation, input).get("problems");
        assertThat(problems).as(mutation).hasSize(1);
        return problems.at("/0/message").asString();
    }

    JsonNode change(String mutation, Map<String, ?> input) {
        var whole = new HashMap<String, Object>(Map.of("rehearsalId", id(), "version", version()));
        whole.putAll(input);
        return sent(mutation, whole);
    }

    private JsonNode sent(String mutation, Map<String, ?> input) {
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        var result = mutation.equals("removeRehearsal") ? "removedId" : "rehearsal { %s }".formatted(REHEARSAL);
        var document = "mutation ($input: %s!) { %s(input: $input) { %s %s } }".formatted(
            type,
            mutation,
            result,
            PROBLEMS
        );
        return client.data(document, Map.of("input", input)).get(mutation);
    }
}
