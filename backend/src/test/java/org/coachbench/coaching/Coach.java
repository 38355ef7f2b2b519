package org.coachbench.coaching;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Takes a cycle through its phases over the API. */
public class Coach {

    public static final List<Map<String, Object>> SECTIONS = List.of(
        Map.of("kind", "PRAISE_AND_REVIEW", "title", "Praise", "minutes", 10, "notes", "Start calmly."),
        Map.of("kind", "PRACTICE_AND_FEEDBACK", "title", "First round", "minutes", 15, "notes", ""),
        Map.of("kind", "PRACTICE_AND_FEEDBACK", "title", "Second round", "minutes", 15, "notes", "")
    );
    static final String CYCLE = """
    cycle { id phase version lastSequence sharedAt can reflection
      observation { evidence { id text at } praise { id text } lesson { subject className topic } }
      step { title stepId criteria { id text } outcome }
      plan { totalMinutes budgetMinutes sections { id title minutes } }
      session { startedAt endedAt current { sectionId } sections { sectionId endedAt } }
      rounds { id number rehearsed feedback { text } } followUp { useOn where nextDropInOn } }
    problems { __typename message path ... on ConflictProblem { currentVersion } ... on PhaseProblem { phase } }
    """;

    private final TestClient client;
    private String cycleId = "";

    public Coach(TestClient client) {
        this.client = client;
    }

    public String cycleId() {
        return cycleId;
    }

    /** Goes on with a cycle that was started before. */
    public void resume(String startedCycleId) {
        cycleId = startedCycleId;
    }

    public JsonNode start(String ectId) {
        var payload = mutate(
            "startCycle",
            Map.of("ectId", ectId, "lesson", Map.of("subject", "Science", "className", "8B", "topic", "Circuits"))
        );
        cycleId = payload.at("/cycle/id").asString();
        return payload;
    }

    /** Any mutation of this cycle; {@code version} and the like are given by the caller. */
    public JsonNode change(String mutation, Map<String, ?> input) {
        var whole = new HashMap<String, Object>(input);
        whole.put("cycleId", cycleId);
        return mutate(mutation, whole);
    }

    public JsonNode mutate(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return client
            .data(
                "mutation ($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, CYCLE),
                Map.of("input", input)
            )
            .get(mutation);
    }

    /** The cycle as the mutation left it; there must be no problems. */
    public JsonNode done(String mutation, Map<String, ?> input) {
        var payload = change(mutation, input);
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(mutation + ": " + payload.get("problems"));
        }
        return payload.get("cycle");
    }

    public JsonNode toShared(String ectId) {
        start(ectId);
        return toSharedFromStart();
    }

    private JsonNode toSharedFromStart() {
        done("recordEvidence", Map.of("text", "Six hands were up before the question ended."));
        var version = done("recordPraise", Map.of("text", "The first task was on the board.")).get("version").asInt();
        var own = Map.of("title", "Wait", "why", "Time to think.", "criteria", List.of("Waits three seconds"));
        version = done("chooseStep", Map.of("own", own, "version", version))
            .get("version")
            .asInt();
        done("planSession", Map.of("sections", SECTIONS, "version", version));
        return done("shareCycle", Map.of());
    }

    /** As the coach of a mentor, on the ground of a session that the mentor shared. */
    public JsonNode toSharedForMentor(String mentorId, String sessionId) {
        var started = mutate("startCoachingForMentors", Map.of("mentorId", mentorId, "sessionId", sessionId));
        if (!started.get("problems").isEmpty()) {
            throw new AssertionError(started.get("problems"));
        }
        cycleId = started.at("/cycle/id").asString();
        return toSharedFromStart();
    }

    public JsonNode toClosed(String ectId) {
        start(ectId);
        return toClosedFromStart();
    }

    JsonNode toClosedFromStart() {
        toSharedFromStart();
        done("startSession", Map.of());
        round("Asked the first question");
        round("Asked it again, slower");
        return close();
    }

    /** Agrees the follow-up and closes the cycle; needs two rounds with feedback. */
    public JsonNode close() {
        var version = client
            .data("query ($id: ID!) { coachingCycle(id: $id) { version } }", Map.of("id", cycleId))
            .at("/coachingCycle/version")
            .asInt();
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        done(
            "agreeFollowUp",
            Map.of(
                "useOn",
                today.toString(),
                "where",
                "8B, period 3",
                "nextDropInOn",
                today.plusDays(7).toString(),
                "version",
                version
            )
        );
        return done("closeCycle", Map.of());
    }

    public JsonNode round(String rehearsed) {
        var rounds = done("logPracticeRound", Map.of("rehearsed", rehearsed)).get("rounds");
        var round = rounds
            .get(rounds.size() - 1)
            .get("id")
            .asString();
        return done("giveFeedback", Map.of("roundId", round, "text", "Longer pause next time."));
    }
}
