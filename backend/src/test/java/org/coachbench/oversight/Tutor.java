package org.coachbench.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Does a tutor's work, and what answers to it, over the API. */
public class Tutor {

    private static final String VISIT =
        "visit { id kind visitedAt openUntil cycleId cycle { id } feedback feedbackAt answer answeredAt can }";
    private static final String MESSAGE = "message { id kind about text sentAt seenAt from { id } to { id } }";
    private static final String CONCERN = """
    concern { id open topic since what told notice role person { id } raisedBy { id } school { id }
      trail { id kind on text told channel by { id } } }
    """;

    private final TestClient client;

    public Tutor(TestClient client) {
        this.client = client;
    }

    /** The payload of a mutation of visits, messages or concerns. */
    public JsonNode change(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return client
            .data(
                "mutation ($input: %s) { %s(input: $input) { %s problems { __typename message path } } }".formatted(
                    type,
                    mutation,
                    selection(mutation)
                ),
                Map.of("input", input)
            )
            .get(mutation);
    }

    private static String selection(String mutation) {
        if (mutation.contains("Concern")) {
            return CONCERN;
        }
        if (mutation.contains("Coach")) {
            return "pairing { id mentor { id } coach { id } reason startedOn finishedOn }";
        }
        return mutation.contains("Message") ? MESSAGE : VISIT;
    }

    /** What a mutation changed; there must be no problems. */
    public JsonNode done(String mutation, Map<String, ?> input) {
        var payload = change(mutation, input);
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(mutation + ": " + payload.get("problems"));
        }
        return payload.iterator().next();
    }

    /** What stood in the way: the type and the path of the first problem. */
    public String problem(String mutation, Map<String, ?> input) {
        var problem = change(mutation, input).at("/problems/0");
        return problem.path("__typename").asString() + " " + problem.path("path");
    }

    public String pairWithCoach(String mentorId, String email) {
        var since = LocalDate.now(ZoneId.of("Europe/London")).minusDays(7).toString();
        return done(
            "pairWithCoach",
            Map.of("mentorId", mentorId, "email", email, "reason", "VOLUNTEERED", "startedOn", since)
        )
            .get("id")
            .asString();
    }

    public String visit(String cycleId) {
        return done("visitCycle", Map.of("cycleId", cycleId)).get("id").asString();
    }

    public void giveFeedback(String visitId, String text) {
        done("giveVisitFeedback", Map.of("visitId", visitId, "text", text));
    }

    public void answerFeedback(String visitId, String text) {
        done("answerVisitFeedback", Map.of("visitId", visitId, "text", text));
    }

    public String nudge(String personId, String text) {
        return done("sendMessage", Map.of("toId", personId, "kind", "NUDGE", "about", "COACHING", "text", text))
            .get("id")
            .asString();
    }

    public String raise(String personId) {
        return done(
            "raiseConcern",
            Map.of(
                "personId",
                personId,
                "topic",
                "TIME_NOT_GIVEN",
                "since",
                "2026-01-05",
                "what",
                "No cover since January."
            )
        )
            .get("id")
            .asString();
    }
}
