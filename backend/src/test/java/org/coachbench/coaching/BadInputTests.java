package org.coachbench.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer says what to change or has a code, and nothing is half-written. */
@CoachbenchTest
class BadInputTests {

    private static final String LONG = "x".repeat(10_000);
    private static final Map<String, Object> RIGHT = Map.ofEntries(
        Map.entry("lesson", Map.of("subject", "Science", "className", "8B")),
        Map.entry("text", "Six hands were up."),
        Map.entry("evidenceNoteId", "evidence_none"),
        Map.entry("own", Map.of("title", "Wait", "why", "Time.", "criteria", List.of("Waits"))),
        Map.entry("title", "Wait"),
        Map.entry("criteria", List.of("Waits")),
        Map.entry("model", ""),
        Map.entry("practice", ""),
        Map.entry("sections", Coach.SECTIONS),
        Map.entry("sectionId", "section_none"),
        Map.entry("rehearsed", "Asked."),
        Map.entry("roundId", "round_none"),
        Map.entry("useOn", "2099-01-01"),
        Map.entry("where", "8B"),
        Map.entry("nextDropInOn", "2099-01-08"),
        Map.entry("reason", "Moved"),
        Map.entry("outcome", "EMBEDDED")
    );
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
        Map.entry("describeLesson", List.of("lesson")),
        Map.entry("recordEvidence", List.of("text")),
        Map.entry("removeEvidence", List.of("evidenceNoteId")),
        Map.entry("recordPraise", List.of("text")),
        Map.entry("chooseStep", List.of("own")),
        Map.entry("tailorStep", List.of("title", "criteria", "model", "practice")),
        Map.entry("planSession", List.of("sections")),
        Map.entry("shareCycle", List.of()),
        Map.entry("startSession", List.of()),
        Map.entry("startSection", List.of("sectionId")),
        Map.entry("logPracticeRound", List.of("rehearsed")),
        Map.entry("giveFeedback", List.of("roundId", "text")),
        Map.entry("agreeFollowUp", List.of("useOn", "where", "nextDropInOn")),
        Map.entry("closeCycle", List.of()),
        Map.entry("cancelCycle", List.of("reason")),
        Map.entry("writeReflection", List.of("text")),
        Map.entry("reviewStep", List.of("outcome"))
    );
    private static final List<String> VERSIONED = List.of(
        "describeLesson",
        "chooseStep",
        "tailorStep",
        "planSession",
        "agreeFollowUp"
    );

    private final Staffroom staffroom;

    BadInputTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "describeLesson",
            "recordEvidence",
            "removeEvidence",
            "recordPraise",
            "chooseStep",
            "tailorStep",
            "planSession",
            "shareCycle",
            "startSession",
            "startSection",
            "logPracticeRound",
            "giveFeedback",
            "agreeFollowUp",
            "closeCycle",
            "cancelCycle",
            "writeReflection",
            "reviewStep",
        }
    )
    void everyMutationRefusesWhatIsWrong(String mutation) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var right = new HashMap<String, Object>();
        FIELDS.get(mutation).forEach(field -> right.put(field, RIGHT.get(field)));
        if (VERSIONED.contains(mutation)) {
            right.put("version", 0);
        }
        right.put("cycleId", coach.cycleId());
        for (var field : FIELDS.get(mutation)) {
            refused(pair, mutation, with(right, field, Map.of("no", "such")), coach);
            if (RIGHT.get(field) instanceof String text && !text.startsWith("20")) {
                refused(pair, mutation, with(right, field, LONG), coach);
            }
        }
        refused(pair, mutation, with(right, "cycleId", "cycle_unknown"), coach);
        refused(pair, mutation, with(right, "cycleId", pair.ect().id()), coach);
        refused(pair, mutation, with(right, "clientMutationId", LONG), coach);
        refused(pair, mutation, with(right, "unknownField", "x"), coach);
        if (!List.of("describeLesson", "recordEvidence", "recordPraise", "cancelCycle").contains(mutation)) {
            refused(pair, mutation, right, coach);
        }
    }

    private void refused(Staffroom.Pair pair, String mutation, Map<String, Object> input, Coach coach) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var answer = pair
            .mentor()
            .client()
            .ask(
                "mutation ($input: %s) { %s(input: $input) { cycle { id } problems { __typename message path } } }".formatted(
                    type,
                    mutation
                ),
                Map.of("input", input)
            );
        var problems = answer.at("/data/" + mutation + "/problems");
        if (problems.isArray()) {
            assertThat(problems).as("%s %s", mutation, input.keySet()).isNotEmpty();
        } else {
            var code = answer.at("/errors/0/extensions/code").asString();
            assertThat(code).as(answer.toString()).isNotEmpty().isNotEqualTo("INTERNAL_ERROR");
        }
        assertThat(answer.toString()).doesNotContain("org.coachbench", "Exception", "org.springframework");
        assertThat(unchanged(pair, coach)).isEqualTo(1);
    }

    private static int unchanged(Staffroom.Pair pair, Coach coach) {
        JsonNode cycle = pair
            .mentor()
            .client()
            .data("query ($id: ID!) { coachingCycle(id: $id) { lastSequence } }", Map.of("id", coach.cycleId()));
        return cycle.at("/coachingCycle/lastSequence").asInt();
    }

    private static Map<String, Object> with(Map<String, Object> right, String field, Object wrong) {
        var changed = new HashMap<>(right);
        changed.put(field, wrong);
        return changed;
    }
}
