package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Somebody who registers, over the API. */
public final class Clerk {

    private final TestClient client;

    public Clerk(TestClient client) {
        this.client = client;
    }

    /** The payload, with what is selected of it beside its problems. */
    public JsonNode send(String mutation, String selection, Map<String, ?> input) {
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        var document =
            "mutation ($input: %s!) { %s(input: $input) { %s problems { __typename message path } } }".formatted(
                type,
                mutation,
                selection
            );
        return client.data(document, Map.of("input", input)).get(mutation);
    }

    public JsonNode done(String mutation, String selection, Map<String, ?> input) {
        var payload = send(mutation, selection, input);
        assertThat(payload.get("problems")).as("problems of %s %s", mutation, input).isEmpty();
        return payload;
    }

    public void done(String mutation, Map<String, ?> input) {
        done(mutation, "", input);
    }

    /** The message of the one problem. */
    public String refused(String mutation, Map<String, ?> input) {
        var problems = send(mutation, "", input).get("problems");
        assertThat(problems).as("problems of %s %s", mutation, input).hasSize(1);
        return problems.at("/0/message").asString();
    }

    public boolean mayNot(String mutation, Map<String, ?> input) {
        return send(mutation, "", input).at("/problems/0/__typename").asString().equals("NotFoundProblem");
    }

    public JsonNode node(String selection, String id) {
        return client
            .data("query ($id: ID!) { node(id: $id) { %s } }".formatted(selection), Map.of("id", id))
            .get("node");
    }
}
