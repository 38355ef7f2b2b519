package org.coachbench.notify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Reads and changes a person's notices over the API. */
final class NoticeReader {

    private static final String NOTICES = """
    query ($first: Int!, $after: String, $unseen: Boolean!) { viewer { unseenNotices
      notices(first: $first, after: $after, unseen: $unseen) {
        edges { cursor node { id kind text path at seenAt } } pageInfo { hasNextPage endCursor } } } }
    """;

    private final TestClient client;

    NoticeReader(TestClient client) {
        this.client = client;
    }

    JsonNode page(int first, String after, boolean unseen) {
        var variables = new HashMap<String, Object>(Map.of("first", first, "unseen", unseen));
        variables.put("after", after);
        return client.data(NOTICES, variables).get("viewer");
    }

    /** Newest first. */
    List<JsonNode> all() {
        var edges = page(100, null, false).at("/notices/edges");
        return StreamSupport.stream(edges.spliterator(), false)
            .map(edge -> edge.get("node"))
            .toList();
    }

    int unseen() {
        return page(1, null, false).get("unseenNotices").asInt();
    }

    JsonNode markSeen(Map<String, ?> input) {
        return change("markNoticesSeen", "unseenNotices", input);
    }

    JsonNode set(Map<String, ?> input) {
        return change(
            "setNoticeSettings",
            "settings { quiet quietFrom quietUntil digestAt mail { kind choice } }",
            input
        );
    }

    private JsonNode change(String mutation, String selection, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var document =
            "mutation ($input: %s) { %s(input: $input) { %s problems { __typename path message } } }".formatted(
                type,
                mutation,
                selection
            );
        return client.data(document, Map.of("input", input)).get(mutation);
    }
}
