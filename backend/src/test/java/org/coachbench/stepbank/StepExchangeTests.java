package org.coachbench.stepbank;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Banks as files, in and out over the API. */
@CoachbenchTest
class StepExchangeTests {

    private static final String REPORT = """
    added changed unchanged steps { title module effect } fileProblems { line column path message } problems { message path }
    """;
    private static final String STEPS = """
    query ($bank: ID!, $after: String, $audience: Audience!) {
      searchSteps(filter: {bankId: $bank, audience: $audience}, first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { title why cue criteria models { phase subject lesson text } pitfalls tags phrasings
          practice { task coach minutes harder easier } buildsOn { title } module { title } strand } } } }
    """;

    private final Staffroom staffroom;
    private Staffroom.Pair pair;
    private TestClient tutor;
    private String bank;

    StepExchangeTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void openBank() {
        pair = staffroom.pair();
        tutor = staffroom.tutorOf(pair.school()).client();
        bank = new Curator(tutor).open(pair.school().id());
    }

    @ParameterizedTest
    @CsvSource({ "CASE, TEACHERS", "CSV, TEACHERS", "CASE, MENTORS", "CSV, MENTORS" })
    void aShippedBankGoesOutAndComesInWithoutLoss(String format, String audience) {
        var shipped = "bank_" + audience.toLowerCase(Locale.ROOT);
        var file = export(shipped, format);
        var into = open(audience);
        var report = read(into, format, file, false);
        assertThat(report.get("fileProblems")).isEmpty();
        assertThat(report.get("problems")).isEmpty();
        var sent = steps(shipped, audience);
        assertThat(report.get("added").asInt()).isEqualTo(sent.size());
        assertThat(steps(into, audience)).isEqualTo(sent);

        var again = read(into, format, file, false);
        assertThat(again.get("unchanged").asInt()).isEqualTo(sent.size());
        assertThat(again.get("added").asInt() + again.get("changed").asInt()).isZero();
    }

    @Test
    void aFrameworkFromElsewhereComesInAndGoesOutFieldByField() throws IOException {
        var file = resource("case/foreign.json");
        var report = read(bank, "CASE", file, false);
        assertThat(report.get("fileProblems")).isEmpty();
        assertThat(report.get("added").asInt()).isPositive();
        assertThat(json(export(bank, "CASE"))).isEqualTo(json(file));

        var identifier = json(file).at("/CFDocument/identifier").asString();
        var another = file.replace(identifier, "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        assertThat(read(bank, "CASE", another, true).at("/problems/0/message").asString()).contains("bank of its own");
    }

    @Test
    void aBrokenCaseFileIsRefusedWithThePathAndNothingIsKept() throws IOException {
        var broken = resource("case/foreign.json").replaceFirst("\"fullStatement\"", "\"fullstatement\"");
        var report = read(bank, "CASE", broken, false);
        assertThat(report.at("/fileProblems/0/path").asString()).startsWith("/CFItems/").endsWith("/fullStatement");
        assertThat(report.get("steps")).isEmpty();
        assertThat(steps(bank, "TEACHERS")).isEmpty();
        var noJson = read(bank, "CASE", "{\n \"CFDocument\": oops", false);
        assertThat(noJson.at("/fileProblems/0/message").asString()).contains("line 2");
    }

    @Test
    void aDryRunOfASpreadsheetListsItsSevenWrongCellsAndTheMendedOneComesInOnce() {
        var rows = new StringBuilder("module;title;why;criterion 1;practice 1 task;practice 1 minutes\n");
        for (int i = 2; i <= 501; i++) {
            rows.append("Retrieval;Ask question number %d twice;;Asks it;Ask it aloud;4\n".formatted(i));
        }
        var mended = rows.toString();
        var lines = mended.split("\n");
        lines[10] = lines[10].replace("Retrieval", "Retreival");
        lines[50] = lines[50].replace(";4", ";forty");
        lines[99] = lines[99].replace(";4", ";25");
        lines[200] = lines[200].replaceFirst("Ask question number \\d+ twice", "");
        lines[300] = lines[300].replaceFirst("Ask question", "x".repeat(120));
        lines[400] = lines[400].replace("Asks it", "y".repeat(301));
        lines[500] = lines[500].replace("Ask it aloud", "");
        var wrong = read(bank, "CSV", String.join("\n", lines), true);
        assertThat(wrong.get("fileProblems")).hasSize(7);
        assertThat(wrong.get("fileProblems"))
            .extracting(problem -> problem.get("line").asInt())
            .containsExactly(11, 51, 100, 201, 301, 401, 501);
        assertThat(wrong.get("fileProblems"))
            .extracting(problem -> problem.get("column").asString())
            .containsExactly(
                "module",
                "practice 1 minutes",
                "practice 1 minutes",
                "title",
                "title",
                "criterion 1",
                "practice 1 task"
            );
        assertThat(wrong.at("/fileProblems/0/message").asString()).contains("Retrieval");
        assertThat(read(bank, "CSV", mended, true).get("added").asInt()).isEqualTo(500);
        assertThat(count()).isZero();

        assertThat(read(bank, "CSV", mended, false).get("added").asInt()).isEqualTo(500);
        assertThat(count()).isEqualTo(500);
        var second = read(bank, "CSV", mended, false);
        assertThat(second.get("unchanged").asInt()).isEqualTo(500);
        assertThat(count()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CASE", "CSV" })
    void onlyWhoCuratesABankImportsIntoIt(String format) {
        for (var somebody : List.of(pair.mentor(), pair.ect(), staffroom.tutorOf(staffroom.school()))) {
            var input = Map.of("bankId", bank, "format", format, "content", "x", "dryRun", true);
            var payload = new Curator(somebody.client()).mutate("importSteps", input, REPORT);
            assertThat(payload.at("/problems/0/path/1").asString()).isEqualTo("bankId");
        }
    }

    private String open(String audience) {
        var input = Map.of("schoolId", pair.school().id(), "title", "From a file", "audience", audience);
        return new Curator(tutor).mutate("openStepBank", input, "bank { id }").at("/bank/id").asString();
    }

    private JsonNode read(String into, String format, String file, boolean dryRun) {
        var input = Map.of("bankId", into, "format", format, "content", file, "dryRun", dryRun, "publish", true);
        return new Curator(tutor).mutate("importSteps", input, REPORT);
    }

    private String export(String bankId, String format) {
        var query =
            "query ($id: ID!, $format: ExchangeFormat!) { node(id: $id) { ... on StepBank { export(format: $format) } } }";
        return tutor
            .data(query, Map.of("id", bankId, "format", format))
            .at("/node/export")
            .asString();
    }

    private int count() {
        return tutor
            .data("query ($id: ID!) { searchSteps(filter: {bankId: $id}) { totalCount } }", Map.of("id", bank))
            .at("/searchSteps/totalCount")
            .asInt();
    }

    private Map<String, JsonNode> steps(String bankId, String audience) {
        var found = new HashMap<String, JsonNode>();
        var variables = new HashMap<String, Object>(Map.of("bank", bankId, "audience", audience));
        JsonNode page;
        do {
            page = tutor.data(STEPS, variables).get("searchSteps");
            found.putAll(
                page
                    .get("edges")
                    .valueStream()
                    .map(edge -> edge.get("node"))
                    .collect(toMap(step -> step.get("title").asString(), step -> step))
            );
            variables.put("after", page.at("/pageInfo/endCursor").asString(""));
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return found;
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build().readTree(text);
    }

    private static String resource(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
