package org.coachbench.stepbank.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coachbench.spreadsheet.FileProblem;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** CASE files, ours and from elsewhere. */
class CaseFileTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();

    @Property(tries = 200)
    void whatWeWriteIsReadAgainWithoutLoss(@ForAll("banks") ExchangedBank bank) {
        var read = Objects.requireNonNull(CaseFile.read(CaseFile.write(bank, NOW)).bank());
        assertThat(read.title()).isEqualTo(bank.title());
        assertThat(read.licence()).isEqualTo(bank.licence());
        assertThat(read.steps()).isEqualTo(bank.steps());
        assertThat(read.modules()).containsAll(usedModules(bank));
    }

    @Property(tries = 30)
    void whatWeWriteIsValidByTheSpecificationsSchema(@ForAll("banks") ExchangedBank bank) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(
            resource("case/case-v1p0-cfpackage-schema.json")
        );
        assertThat(schema.validate(CaseFile.write(bank, NOW), InputFormat.JSON)).isEmpty();
    }

    @Example
    void aFrameworkFromElsewhereBecomesModulesAndSteps() throws IOException {
        var bank = Objects.requireNonNull(CaseFile.read(resource("case/foreign.json")).bank());
        assertThat(bank.modules())
            .extracting(ExchangedModule::title)
            .containsExactly("Talk", "Questions", "Calm", "Classroom habits");
        assertThat(bank.steps())
            .extracting(step -> step.content().title())
            .containsExactly(
                "The teacher pauses for three seconds after asking a question.",
                "Bring in half of those who did not volunteer",
                "The teacher says back what a pupil said, in one sentence.",
                "The teacher lowers the voice when the class gets louder.",
                "The teacher greets every pupil at the door."
            );
        var first = bank.steps().getFirst();
        assertThat(first.content().tags()).containsExactly("questions", "pausing");
        assertThat(first.content().why()).isEqualTo("Count in your head.");
        assertThat(bank.steps().get(1).content().buildsOn()).containsExactly(first.key());
        assertThat(bank.steps().get(1).content().why()).startsWith("Over the course of a lesson");
    }

    @Example
    void whatDidNotChangeGoesOutAsItCameIn() throws IOException {
        var file = resource("case/foreign.json");
        var bank = Objects.requireNonNull(CaseFile.read(file).bank());
        assertThat(JSON.readTree(CaseFile.write(bank, NOW))).isEqualTo(JSON.readTree(file));
    }

    @Example
    void onlyTheItemsOfAChangedStepDiffer() throws IOException {
        var file = resource("case/foreign.json");
        var bank = Objects.requireNonNull(CaseFile.read(file).bank());
        var steps = new ArrayList<>(bank.steps());
        var third = steps.get(2);
        var edited = new StepContent(
            "Say back what a pupil said in one sentence",
            "So that everybody hears it twice.",
            "After an answer",
            List.of("One sentence"),
            List.of(),
            List.of(new PracticeTask("Say it back.", "Rambles.", 3, null, "Reads it")),
            List.of(),
            List.of("talk"),
            List.of(),
            List.of(Objects.requireNonNull(steps.getFirst().key()))
        );
        steps.set(2, new ExchangedStep(third.key(), third.moduleId(), edited));
        steps.removeLast();
        var changed = new ExchangedBank(bank.title(), bank.licence(), bank.modules(), steps, bank.original());
        var written = CaseFile.write(changed, NOW);
        var read = Objects.requireNonNull(CaseFile.read(written).bank());
        assertThat(read.steps()).isEqualTo(steps);
        var before = JSON.readTree(file);
        var after = JSON.readTree(written);
        assertThat(after.get("CFDocument")).isEqualTo(before.get("CFDocument"));
        assertThat(after.get("CFRubrics")).isEqualTo(before.get("CFRubrics"));
        for (var item : before.get("CFItems")) {
            var same = item(after, item.get("identifier").asString());
            var touched =
                item.get("identifier").asString().equals(third.key()) ||
                item.get("fullStatement").asString().contains("greets");
            assertThat(same.equals(item)).as(item.toString()).isNotEqualTo(touched);
        }
        assertThat(item(after, third.key()).get("educationLevel").asString()).isEqualTo("05");
    }

    @Example
    void otherPeoplesItemTypesMayBeCalledAsOursAre() throws IOException {
        var file = resource("case/foreign.json").replace("\"CFItemType\": \"Habit\"", "\"CFItemType\": \"Model\"");
        var bank = Objects.requireNonNull(CaseFile.read(file).bank());
        assertThat(bank.steps()).hasSize(5);
    }

    @Example
    void aReasonThatWasTakenAwayStaysAway() throws IOException {
        var bank = Objects.requireNonNull(CaseFile.read(resource("case/foreign.json")).bank());
        var steps = new ArrayList<>(bank.steps());
        var first = steps.getFirst();
        var old = first.content();
        var bare = new StepContent(
            old.title(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            old.tags(),
            List.of(),
            List.of()
        );
        steps.set(0, new ExchangedStep(first.key(), first.moduleId(), bare));
        var changed = new ExchangedBank(bank.title(), bank.licence(), bank.modules(), steps, bank.original());
        var read = Objects.requireNonNull(CaseFile.read(CaseFile.write(changed, NOW)).bank());
        assertThat(read.steps().getFirst().content()).isEqualTo(bare);
    }

    @Example
    void aStepWhoseEndHasComeSinceTheImportIsWrittenOnce() throws IOException {
        var file = resource("case/foreign.json");
        var bank = Objects.requireNonNull(CaseFile.read(file).bank());
        var ended = file.replace("2099-08-31T23:59:59Z", "2024-08-31T23:59:59Z");
        var later = new ExchangedBank(bank.title(), bank.licence(), bank.modules(), bank.steps(), ended);
        assertThat(JSON.readTree(CaseFile.write(later, NOW))).isEqualTo(JSON.readTree(ended));
    }

    @Example
    void aTreeWithoutEndIsRefused() {
        var items = new ArrayList<String>();
        var links = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            items.add("{\"identifier\": \"%s\", \"fullStatement\": \"x\", \"notes\": null}".formatted(uuid(i)));
            links.add(
                """
                {"identifier": "%s", "associationType": "isChildOf", "originNodeURI": {"identifier": "%s"},
                 "destinationNodeURI": {"identifier": "%s"}}""".formatted(uuid(-i - 1), uuid(i), uuid(i + 1))
            );
        }
        var read = CaseFile.read(
            "{\"CFDocument\": {\"identifier\": \"%s\", \"title\": \"Deep\"}, \"CFItems\": %s, \"CFAssociations\": %s}".formatted(
                uuid(30_000),
                items,
                links
            )
        );
        assertThat(read.bank()).isNull();
        assertThat(read.problems().getFirst().message()).contains("above it");
    }

    private static String uuid(int number) {
        return CaseIds.derived("test:" + number);
    }

    @Example
    void aCircleOfParentsIsToldWithItsPath() throws IOException {
        var file = (ObjectNode) JSON.readTree(resource("case/foreign.json"));
        var area = file.at("/CFItems/0/identifier").asString();
        for (var association : file.get("CFAssociations")) {
            if (association.at("/originNodeURI/identifier").asString().equals(area)) {
                var cluster = file.at("/CFItems/1/identifier").asString();
                ((ObjectNode) association.get("destinationNodeURI")).put("identifier", cluster);
            }
        }
        var read = CaseFile.read(file.toString());
        assertThat(read.bank()).isNull();
        assertThat(read.problems())
            .singleElement()
            .satisfies(problem -> {
                assertThat(problem.path()).startsWith("/CFItems/");
                assertThat(problem.message()).contains("above itself");
            });
    }

    @Example
    void allThatIsWrongIsToldAtOnce() {
        var read = CaseFile.read(
            """
            {"CFDocument": {"identifier": "1"}, "CFItems": [7, {"identifier": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
              "fullStatement": "", "conceptKeywords": "talk"}], "CFAssociations": [{"associationType": "likes"}]}
            """
        );
        assertThat(read.bank()).isNull();
        assertThat(read.problems())
            .extracting(FileProblem::path)
            .containsExactly(
                "/CFDocument/identifier",
                "/CFDocument/title",
                "/CFItems/0",
                "/CFItems/1/fullStatement",
                "/CFItems/1/conceptKeywords",
                "/CFAssociations/0/identifier",
                "/CFAssociations/0/associationType",
                "/CFAssociations/0/originNodeURI",
                "/CFAssociations/0/destinationNodeURI"
            );
        for (var text : List.of("", "[]", "null", "{\"CFItems\": 1}", "<xml/>")) {
            assertThat(CaseFile.read(text).bank()).isNull();
            assertThat(CaseFile.read(text).problems()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<ExchangedBank> banks() {
        var modules = List.of(
            new ExchangedModule("retrieval", "Retrieval", Strand.INSTRUCTION),
            new ExchangedModule("contracting", "Contracting", null)
        );
        return Combinators.combine(text(), contents().list().ofMaxSize(4)).as((title, contents) -> {
            var steps = new ArrayList<ExchangedStep>();
            for (int i = 0; i < contents.size(); i++) {
                var module = modules.get(i < 2 ? 0 : 1).id();
                var before = i == 0 ? List.of("step_of-another-bank") : List.of("key-" + (i - 1));
                steps.add(new ExchangedStep("key-" + i, module, contents.get(i).withBuildsOn(before)));
            }
            return new ExchangedBank(title, title.length() % 2 == 0 ? "CC-BY-4.0" : null, modules, steps, null);
        });
    }

    private static List<ExchangedModule> usedModules(ExchangedBank bank) {
        return bank
            .modules()
            .stream()
            .filter(module ->
                bank
                    .steps()
                    .stream()
                    .anyMatch(step -> step.moduleId().equals(module.id()))
            )
            .toList();
    }

    private static Arbitrary<StepContent> contents() {
        var models = Combinators.combine(
            Arbitraries.of(SchoolPhase.values()),
            Arbitraries.of(Subject.values()),
            text(),
            text()
        ).as(StepModel::new);
        var practice = Combinators.combine(
            text(),
            Arbitraries.oneOf(text(), Arbitraries.just("")),
            Arbitraries.integers().between(1, 20),
            text().injectNull(0.3),
            text().injectNull(0.3)
        ).as(PracticeTask::new);
        return Combinators.combine(
            text(),
            Arbitraries.oneOf(text(), Arbitraries.just("")),
            Arbitraries.oneOf(text(), Arbitraries.just("")),
            text().list().ofMaxSize(5),
            models.list().ofMaxSize(3),
            practice.list().ofMaxSize(3),
            text().list().ofMaxSize(3)
        ).as((title, why, cue, criteria, model, tasks, texts) ->
            new StepContent(title, why, cue, criteria, model, tasks, texts, texts, texts, List.of())
        );
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of("Wait", "“Why?”", "😀 smile", "two\nlines", "a;b,c\"d", "<b>x</b>", "ß", "7", "=1+1");
    }

    private static JsonNode item(JsonNode file, String identifier) {
        return file
            .get("CFItems")
            .valueStream()
            .filter(item -> item.get("identifier").asString().equals(identifier))
            .findFirst()
            .orElseThrow();
    }

    private static String resource(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
