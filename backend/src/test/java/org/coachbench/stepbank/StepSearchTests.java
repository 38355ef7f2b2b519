package org.coachbench.stepbank;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Finding a step, as a mentor with a sentence in mind. */
@CoachbenchTest
class StepSearchTests {

    private static final String SEARCH = """
    query ($filter: StepFilter, $first: Int!) { searchSteps(filter: $filter, first: $first) { totalCount
      edges { node { id title strand tags module { id } models { phase subject } } } } }
    """;

    private final Staffroom staffroom;
    private final Staffroom.Pair pair;
    private final TestClient mentor;

    StepSearchTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
        pair = staffroom.pair();
        mentor = pair.mentor().client();
    }

    @Test
    void eighteenOfTwentyEverydayPhrasingsFindAFittingStepAmongTheFirstFive() throws IOException {
        var phrasings = phrasings();
        var missed = new LinkedHashMap<String, List<String>>();
        phrasings.forEach((phrasing, fitting) -> {
            var found = ids(search(Map.of("text", phrasing), 5));
            if (found.stream().noneMatch(fitting::contains)) {
                missed.put(phrasing, found);
            }
        });
        assertThat(phrasings).hasSize(20);
        assertThat(missed).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void theEverydayPhrasingsDoNotStandInTheContent() throws IOException {
        var content = new ShippedBanks().steps().toString().toLowerCase(Locale.ROOT);
        assertThat(phrasings().keySet()).noneMatch(content::contains);
    }

    @Test
    void spellingWordFormsAndWordsBegunAreForgiven() {
        var expected = "step_greet-and-point-to-first-task";
        assertThat(ids(search(Map.of("text", "thresold"), 5))).contains(expected);
        assertThat(ids(search(Map.of("text", "greeting at the thresh"), 5))).contains(expected);
        assertThat(search(Map.of("text", "xyzzyx"), 5).get("totalCount").asInt()).isZero();
        assertThat(search(Map.of("text", "+*?\" AND (title:"), 5).get("edges").isArray()).isTrue();
    }

    @Test
    void filtersHoldForEveryStepFound() {
        var all = search(Map.of(), 100).get("totalCount").asInt();
        for (var filter : List.<Map<String, ?>>of(
            Map.of("strand", "BEHAVIOUR"),
            Map.of("moduleId", "module_retrieval"),
            Map.of("phase", "SPECIAL_SCHOOL"),
            Map.of("subject", "PHYSICAL_EDUCATION"),
            Map.of("send", true)
        )) {
            var found = search(filter, 100);
            assertThat(found.get("totalCount").asInt()).as(filter.toString()).isPositive().isLessThan(all);
            var name = filter.keySet().iterator().next();
            var value = filter.values().iterator().next();
            assertThat(found.get("edges")).allSatisfy(edge -> {
                var step = edge.get("node");
                var fits = switch (name) {
                    case "strand" -> step.get("strand").asString().equals(value);
                    case "moduleId" -> step.at("/module/id").asString().equals(value);
                    case "send" -> step.get("tags")
                        .valueStream()
                        .anyMatch(tag -> tag.asString().equals("SEND"));
                    default -> step.get("models")
                        .valueStream()
                        .anyMatch(model -> model.get(name).asString().equals(value));
                };
                assertThat(fits).isTrue();
            });
        }
        assertThat(ids(search(Map.of("audience", "MENTORS"), 100))).hasSizeGreaterThan(35);
    }

    @Test
    void whatThisEctWorkedOnIsKnown() {
        var fresh = staffroom.ectOf(pair.mentor(), pair.school());
        var coach = new Coach(mentor);
        coach.start(fresh.id());
        var version = coach.done("recordEvidence", Map.of("text", "Six hands were up.")).get("version").asInt();
        coach.done("chooseStep", Map.of("stepId", "step_wait-three-seconds", "version", version));
        var workingOn = Map.of("progress", Map.of("ectId", fresh.id(), "progress", "WORKING_ON"));
        var unseen = Map.of("text", "wait", "progress", Map.of("ectId", fresh.id(), "progress", "NEW"));
        assertThat(ids(search(workingOn, 5))).containsExactly("step_wait-three-seconds");
        assertThat(ids(search(unseen, 100)))
            .isNotEmpty()
            .doesNotContain("step_wait-three-seconds");
        var stranger = staffroom.pair().mentor().client();
        assertThat(stranger.data(SEARCH, Map.of("filter", workingOn, "first", 5)).at("/searchSteps/edges")).isEmpty();
    }

    private JsonNode search(Map<String, ?> filter, int first) {
        return mentor.data(SEARCH, Map.of("filter", filter, "first", first)).get("searchSteps");
    }

    private static List<String> ids(JsonNode found) {
        return found
            .get("edges")
            .valueStream()
            .map(edge -> edge.at("/node/id").asString())
            .toList();
    }

    /** By phrasing, the ids of the steps that would fit. */
    private static Map<String, Set<String>> phrasings() throws IOException {
        var phrasings = new LinkedHashMap<String, Set<String>>();
        new ClassPathResource("everyday-phrasings.txt")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter(not(String::isBlank))
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(": ", 2))
            .forEach(line ->
                phrasings.put(
                    line[0],
                    Set.copyOf(
                        Arrays.stream(line[1].split(" "))
                            .map(key -> "step_" + key)
                            .toList()
                    )
                )
            );
        return phrasings;
    }
}
