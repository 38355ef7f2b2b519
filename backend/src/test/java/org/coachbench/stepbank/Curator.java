package org.coachbench.stepbank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Writes a school's bank over the API. */
public class Curator {

    static final Map<String, Object> WAIT = Map.of(
        "title",
        "Wait after every question",
        "why",
        "Pupils need time. A pause gives it, so that pupils think.",
        "cue",
        "After you ask a question",
        "criteria",
        List.of("Waits three seconds", "Names a pupil after the pause"),
        "models",
        List.of(Map.of("phase", "PRIMARY", "subject", "SCIENCE", "lesson", "Year 4", "text", "She waits.")),
        "practice",
        List.of(Map.of("task", "Ask and wait.", "coach", "Calls out.", "minutes", 3)),
        "tags",
        List.of("questions", "wait time")
    );
    private static final String STEP = """
    step { id title status version criteria can draft { title } versions { number by { name } changes { part before after } }
      adaptedFrom { id } proposal { id status reply } module { id } strand }
    problems { __typename message path ... on ConflictProblem { currentVersion } }
    """;

    private final TestClient client;

    public Curator(TestClient client) {
        this.client = client;
    }

    public String open(String schoolId) {
        var payload = mutate(
            "openStepBank",
            Map.of("schoolId", schoolId, "title", "Our steps", "audience", "TEACHERS"),
            "bank { id } problems { message }"
        );
        return payload.at("/bank/id").asString();
    }

    public JsonNode draft(String bankId, Map<String, ?> content) {
        return step(
            "draftStep",
            Map.of("bankId", bankId, "moduleId", "module_formative-assessment", "content", content)
        );
    }

    /** The id of a new step that everybody reads. */
    public String published(String bankId) {
        var id = draft(bankId, WAIT).at("/step/id").asString();
        curate("publishStep", id);
        return id;
    }

    public JsonNode curate(String mutation, String stepId) {
        return step(mutation, Map.of("stepId", stepId, "version", version(stepId)));
    }

    public JsonNode edit(String stepId, Map<String, ?> changes) {
        var content = new HashMap<String, Object>(WAIT);
        content.putAll(changes);
        return step(
            "editStep",
            Map.of(
                "stepId",
                stepId,
                "version",
                version(stepId),
                "moduleId",
                "module_formative-assessment",
                "content",
                content
            )
        );
    }

    /** The id of the proposal. */
    public String propose(String stepId) {
        return curate("proposeStep", stepId).at("/step/proposal/id").asString();
    }

    public JsonNode step(String mutation, Map<String, ?> input) {
        return mutate(mutation, input, STEP);
    }

    public JsonNode mutate(String mutation, Map<String, ?> input, String selection) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var document = "mutation ($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, selection);
        return client.data(document, Map.of("input", input)).get(mutation);
    }

    JsonNode read(String stepId) {
        var document = "query ($id: ID!) { node(id: $id) { ... on Step { %s } } }".formatted(
            STEP.substring(STEP.indexOf('{') + 1, STEP.indexOf("problems"))
                .strip()
                .replaceFirst("}$", "")
        );
        return client.data(document, Map.of("id", stepId)).get("node");
    }

    private int version(String stepId) {
        return read(stepId).get("version").asInt();
    }
}
