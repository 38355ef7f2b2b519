package org.coachbench.stepbank.exchange;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.coachbench.spreadsheet.FileProblem;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A spreadsheet brings back what was written to it, and says of every wrong cell what to enter. */
class CsvFileTests {

    private static final List<ExchangedModule> MODULES = List.of(
        new ExchangedModule("module_explanations", "Explanations", Strand.INSTRUCTION),
        new ExchangedModule("module_formative-assessment", "Formative assessment", Strand.CURRICULUM_AND_ASSESSMENT),
        new ExchangedModule("module_pupils-literacy", "Developing pupils' literacy", null),
        new ExchangedModule("module_plus", "+ More, \"harder\"; faster", null),
        new ExchangedModule("module_more", "More: harder, faster", null),
        new ExchangedModule("module_unused", "Unused", null)
    );

    @Test
    void everythingInAStepComesBack() {
        var rich = new StepContent(
            "Wait \"three\" seconds; then ask, by name 🙂",
            "First line.\nSecond line; with, signs.\n\n- a list\n",
            "=SUM(A1)",
            List.of("-5 is said as “minus five”", "'Well done' is not said", "'=quoted"),
            List.of(
                new StepModel(
                    SchoolPhase.POST_16,
                    Subject.PHYSICAL_EDUCATION,
                    "Year 12 rowing",
                    "\"One,\" she says.\n…"
                ),
                new StepModel(SchoolPhase.EARLY_YEARS, Subject.ANY, "@home", "'")
            ),
            List.of(
                new PracticeTask("Ask; wait", "", 1, null, ""),
                new PracticeTask("Ask twice", "Calls out", 20, "+ a second pupil", null)
            ),
            List.of("  indented and trailing  "),
            List.of("one; two"),
            List.of("=a", "b;c", "'d"),
            List.of("k;1", "Ask everybody", "step_wait-three-seconds")
        );
        var steps = List.of(
            new ExchangedStep("k;1", "module_explanations", content("Ask somebody", List.of())),
            new ExchangedStep(null, "module_plus", content("Ask everybody", List.of())),
            new ExchangedStep("=k", "module_more", rich)
        );
        var bank = new ExchangedBank("Ours", null, modules(0, 3, 4), steps, null);

        assertThat(CsvFile.read(CsvFile.write(bank), "Ours", MODULES)).isEqualTo(new ReadFile(bank, List.of()));
    }

    @Test
    void anEmptyBankComesBack() {
        var bank = new ExchangedBank("Ours", null, List.of(), List.of(), null);
        assertThat(CsvFile.read(CsvFile.write(bank), "Ours", MODULES)).isEqualTo(new ReadFile(bank, List.of()));
    }

    @Property(tries = 300)
    void whateverIsWrittenComesBack(@ForAll("steps") List<ExchangedStep> steps) {
        var read = CsvFile.read(CsvFile.write(new ExchangedBank("Ours", null, MODULES, steps, null)), "Ours", MODULES);
        assertThat(read.problems()).isEmpty();
        assertThat(read.bank().steps()).isEqualTo(steps);
    }

    @Property(tries = 300)
    void whateverIsReadIsReadOrRefused(@ForAll("texts") String text) {
        for (var file : List.of(text, "title,module,why\n" + text)) {
            var read = CsvFile.read(file, "Ours", MODULES);
            assertThat(read.bank() == null).isEqualTo(!read.problems().isEmpty());
        }
    }

    @Test
    void aTextIsNeverAFormula() throws IOException {
        var step = new StepContent(
            "+44 is said as plus",
            "-",
            "\t=1",
            List.of("@all"),
            List.of(),
            List.of(new PracticeTask("=1+1", "=2", 3, "=4", "=5")),
            List.of(),
            List.of("=tag"),
            List.of("-said", "more"),
            List.of()
        );
        var modules = List.of(new ExchangedModule("module_sums", "=Sums", null));
        var steps = List.of(new ExchangedStep("=key", "module_sums", step));
        var file = CsvFile.write(new ExchangedBank("Ours", null, modules, steps, null));
        try (var parser = CSVParser.parse(file, CSVFormat.DEFAULT)) {
            assertThat(parser.getRecords().getLast().stream())
                .contains("'=key", "'=Sums", "'+44 is said as plus", "'-", "'=5", "'-said\nmore")
                .noneMatch(cell -> cell.matches("(?s)[=+@\t\r-].*"));
        }
    }

    @Test
    void numberedColumnsThatNoStepUsesAreLeftOut() {
        var step = new StepContent(
            "Ask everybody",
            "",
            "",
            List.of("one", "two"),
            List.of(),
            List.of(new PracticeTask("Ask", "", 5, null, "Sit")),
            List.of(),
            List.of(),
            List.of(),
            List.of()
        );
        var steps = List.of(new ExchangedStep(null, "module_explanations", step));
        assertThat(CsvFile.write(new ExchangedBank("Ours", null, MODULES, steps, null))).isEqualTo(
            """
            key,module,title,why,cue,criterion 1,criterion 2,\
            practice 1 task,practice 1 minutes,practice 1 easier,tags,phrasings,builds on\r
            "",Explanations,Ask everybody,,,one,two,Ask,5,Sit,,,\r
            """
        );
    }

    @Test
    void sevenWrongCellsAmongFiveHundredRowsAreSevenProblems() {
        var rows = fiveHundredRows();
        rows.get(10).put("module", "Formative asessment");
        rows.get(60).put("title", "Ask");
        rows.get(123).put("Model 1 phase", "Nursery");
        rows.get(200).put("model 2 lesson", " ");
        rows.get(321).put("Practice 1 MINUTES", "25");
        rows.get(400).put("KEY", "k-7");
        rows.get(499).put("builds on", "k-1; Ask nobody at all");

        var read = CsvFile.read(csv(rows), "Ours", MODULES);

        assertThat(read.bank()).isNull();
        assertThat(read.problems()).containsExactly(
            problem(
                22,
                "module",
                "There is no module “Formative asessment”. " +
                    "Enter one, such as “Formative assessment”, “Explanations” or “More: harder, faster”."
            ),
            problem(122, "title", "“Ask” is too short. Enter at least 5 characters."),
            problem(
                248,
                "Model 1 phase",
                "“Nursery” is not a phase. " +
                    "Enter “Early years”, “Primary”, “Secondary”, “Post-16” or “Special school”."
            ),
            problem(402, "model 2 lesson", "Enter the lesson of model 2, or empty the other cells of model 2."),
            problem(644, "Practice 1 MINUTES", "“25” is not a number of minutes. Enter a whole number from 1 to 20."),
            problem(802, "KEY", "Line 16 has this key. Enter another one, or leave it empty."),
            problem(
                1000,
                "builds on",
                "No step here is called “Ask nobody at all”. " +
                    "Enter the key or title of a step in this file, or a step_ id."
            )
        );
    }

    @Test
    void theMendedFileReads() {
        var read = CsvFile.read(csv(fiveHundredRows()), "Ours", MODULES);
        assertThat(read.problems()).isEmpty();
        assertThat(read.bank().modules()).isEqualTo(modules(0, 1));
        assertThat(read.bank().steps())
            .hasSize(500)
            .element(499)
            .satisfies(step -> {
                assertThat(step.key()).isEqualTo("k-499");
                assertThat(step.moduleId()).isEqualTo("module_formative-assessment");
                assertThat(step.content().why()).isEqualTo("Because of 499,\nso that they listen");
                assertThat(step.content().models()).hasSize(2);
                assertThat(step.content().practice()).containsExactly(new PracticeTask("Ask", "", 5, null, null));
                assertThat(step.content().buildsOn()).containsExactly("k-1", "k-2");
            });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "module,title,why\nExplanations,Ask everybody,Because\n",
            "\uFEFFmodule,title,why\r\nExplanations,Ask everybody,Because\r\n",
            "\uFEFFmodule;title;why\r\nExplanations;Ask everybody;Because",
            "module\ttitle\twhy\tcue\nExplanations\tAsk everybody\tBecause\t\n",
            "WHY, Title ,criterion 1,Module\nBecause,Ask everybody,,module_explanations\n",
            "\n;;\nTitle;Pitfall_1;Module;;Why\n\n  Ask everybody\u00A0 ;;EXPLAN ATIONS;;  Because \n;;;;\n ; ;;\n\n",
            "module, \"title\", \"why\"\nexplanations , \"Ask everybody\" , \" Because\n\"\n,,\n,,",
        }
    )
    void spreadsheetsOfAllKindsRead(String file) {
        var content = new StepContent(
            "Ask everybody",
            "Because",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()
        );
        var step = new ExchangedStep(null, "module_explanations", content);
        assertThat(CsvFile.read(file, "Ours", MODULES)).isEqualTo(
            new ReadFile(new ExchangedBank("Ours", null, modules(0), List.of(step), null), List.of())
        );
    }

    @Test
    void windowsLineBreaksInsideTextsAreLineBreaks() {
        var read = CsvFile.read("module,title,why\r\nUnused,Ask everybody,\"One\r\nTwo\rThree\"\r\n", "Ours", MODULES);
        assertThat(read.bank().steps().getFirst().content().why()).isEqualTo("One\nTwo\nThree");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "Early years|EARLY_YEARS",
            "early_years|EARLY_YEARS",
            " SPECIAL  SCHOOL |SPECIAL_SCHOOL",
            "post 16|POST_16",
            "Post-16|POST_16",
        }
    )
    void phasesAreReadInPlainWordsOrAsTheirName(String typed, SchoolPhase phase) {
        var read = CsvFile.read(
            "module,title,model 1 phase,model 1 subject,model 1 lesson,model 1 text\nUnused,Ask everybody," +
                typed +
                ",physical education,Year 3,Runs\n",
            "Ours",
            MODULES
        );
        assertThat(read.bank().steps().getFirst().content().models()).containsExactly(
            new StepModel(phase, Subject.PHYSICAL_EDUCATION, "Year 3", "Runs")
        );
    }

    @ParameterizedTest
    @ValueSource(strings = { "module_pupils-literacy", "DEVELOPING  PUPILS’ LITERACY", " Developing pupils' literacy" })
    void aModuleIsFoundByTitleOrIdHoweverSpelled(String typed) {
        var read = CsvFile.read("title,module\nAsk everybody," + typed, "Ours", MODULES);
        assertThat(read.bank().modules()).isEqualTo(modules(2));
    }

    @Test
    void aTitleThatSeveralModulesHaveIsNoAnswer() {
        var modules = List.of(new ExchangedModule("a", "Intro", null), new ExchangedModule("b", "intro", null));
        assertThat(CsvFile.read("title,module\nAsk everybody,Intro", "Ours", modules).problems()).containsExactly(
            problem(2, "module", "Several modules are called “Intro”. Enter the id of one: “a” or “b”.")
        );
    }

    @Test
    void severalInACellStandOnLinesOrBetweenSemicolons() {
        var read = CsvFile.read(
            "module,title,tags,phrasings\nUnused,Ask everybody, a ; b;; c,\" one; two\n\nthree\n\"\n",
            "Ours",
            MODULES
        );
        var content = read.bank().steps().getFirst().content();
        assertThat(content.tags()).containsExactly("a", "b", "c");
        assertThat(content.phrasings()).containsExactly("one; two", "three");
    }

    @Test
    void titlesUnderBuildsOnBecomeKeysWhereThereAreKeys() {
        var read = CsvFile.read(
            """
            key,module,title,builds on
            k1,Unused,Ask everybody,
            ,Unused,Wait for an answer,ASK  everybody
            ,Explanations,Ask everybody,
            k2,Unused,Repeat the answer,Wait for an answer; ask everybody;step_other
            """,
            "Ours",
            MODULES
        );
        assertThat(read.bank().steps())
            .extracting(step -> step.content().buildsOn())
            .containsExactly(List.of(), List.of("k1"), List.of(), List.of("Wait for an answer", "k1", "step_other"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "criterion 6|criterion 5",
            "Criteria|criterion 1",
            "modul 2 phase|model 2 phase",
            "Practise 3 minutes|practice 3 minutes",
            "build on|builds on",
        }
    )
    void anUnknownColumnIsRefusedWithTheNearest(String heading, String nearest) {
        assertThat(CsvFile.read("module,title," + heading + "\n", "Ours", MODULES).problems()).containsExactly(
            problem(1, heading, "There is no column “" + heading + "”. Rename it to “" + nearest + "”, or remove it.")
        );
    }

    @Test
    void headingsAreChecked() {
        assertThat(
            CsvFile.read("title,Title,,why\nAsk everybody,,x,\n,,x,y", "Ours", MODULES).problems()
        ).containsExactly(
            problem(1, "Title", "There are two columns “Title”. Rename or remove one of them."),
            problem(
                1,
                "module",
                "There is no column “module”. Add it, and enter the title or id of each step's module."
            ),
            problem(1, "column 3", "Column 3 has no heading. Enter one, or empty the column."),
            problem(3, "title", "Enter a title of 5 to 99 characters.")
        );
    }

    @ParameterizedTest
    @ValueSource(
        strings = { "", "\n\n", "Our steps\n\nmodule,title\n", "{\"title\": 1}", "PK\u0003\u0004\u0000,\uFFFD" }
    )
    void whatIsNoSpreadsheetOfStepsIsOneProblem(String file) {
        assertThat(CsvFile.read(file, "Ours", MODULES).problems())
            .singleElement()
            .satisfies(problem -> {
                assertThat(problem.column()).isEqualTo("title");
                assertThat(problem.message()).startsWith(
                    "There is no column “title”. Enter the headings in the first row"
                );
            });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "module,title\nUnused,\"Ask\n\neverybody\"\nUnused,\"Wait for it\nUnused,Listen\n",
            "module,title\nUnused,\"Ask\n\neverybody\"\nUnused,\"Wait\" for it\nUnused,\"Listen\"\n",
            "module,title,why\nUnknown,\"Ask\n\n\"\nUnused,\"Wait\nUnused,\"Listen\",\"\"\n",
        }
    )
    void aQuotationMarkThatIsNotClosedIsOneProblem(String file) {
        assertThat(CsvFile.read(file, "Ours", MODULES).problems()).containsExactly(
            problem(
                5,
                null,
                "A quotation mark in this row opens a text and none closes it, so no row from here on can be read. " +
                    "Add or remove one; inside such a text, write two quotation marks for each one."
            )
        );
    }

    @Test
    void aRowThatIsTooLongIsOneProblem() {
        var file = "module,title,tags\nUnused,Ask everybody,a,,\nNowhere,Ask, wait, listen,\n";
        assertThat(CsvFile.read(file, "Ours", MODULES).problems()).containsExactly(
            problem(
                3,
                null,
                "“listen” stands right of the last column. Put each text that contains a comma into quotation marks, " +
                    "or empty what has no heading."
            )
        );
    }

    @Test
    void everyLimitOfAStepIsChecked() {
        var row = new HashMap<>(
            Map.of(
                "module",
                "Unused",
                "title",
                "t".repeat(100),
                "why",
                "w".repeat(1_001),
                "cue",
                "c".repeat(201),
                "criterion 2",
                "c".repeat(301),
                "pitfall 5",
                "p".repeat(301),
                "tags",
                "a;b;c;d;e;f;g;h;i",
                "phrasings",
                "p".repeat(301),
                "builds on",
                "step_1;step_2;step_3;step_4;step_5"
            )
        );
        row.put("model 6 lesson", "l".repeat(61));
        row.put("model 6 text", "t".repeat(2_001));
        row.put("model 6 subject", "PE");
        row.put("practice 4 task", "t".repeat(1_001));
        row.put("practice 4 coach", "c".repeat(301));
        row.put("practice 4 minutes", "2.5");
        row.put("practice 4 harder", "h".repeat(301));
        row.put("practice 4 easier", "e".repeat(301));
        row.put("practice 1 harder", "Twice");

        var problems = CsvFile.read(csv(List.of(row)), "Ours", MODULES).problems();

        assertThat(problems)
            .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(2))
            .extracting(problem -> problem.column() + ": " + problem.message())
            .containsExactly(
                "title: This has 100 characters. Shorten it to 99.",
                "why: This has 1,001 characters. Shorten it to 1,000.",
                "cue: This has 201 characters. Shorten it to 200.",
                "criterion 2: This has 301 characters. Shorten it to 300.",
                "model 6 phase: Enter the phase of model 6, or empty the other cells of model 6.",
                "model 6 subject: “PE” is not a subject. Enter “English”, “Mathematics”, “Science”, “Humanities”, " +
                    "“Languages”, “Arts”, “Physical education”, “Technology” or “Any”.",
                "model 6 lesson: This has 61 characters. Shorten it to 60.",
                "model 6 text: This has 2,001 characters. Shorten it to 2,000.",
                "practice 1 task: Enter the task of practice 1, or empty the other cells of practice 1.",
                "practice 1 minutes: Enter the minutes of practice 1, or empty the other cells of practice 1.",
                "practice 4 task: This has 1,001 characters. Shorten it to 1,000.",
                "practice 4 minutes: “2.5” is not a number of minutes. Enter a whole number from 1 to 20.",
                "practice 4 coach: This has 301 characters. Shorten it to 300.",
                "practice 4 harder: This has 301 characters. Shorten it to 300.",
                "practice 4 easier: This has 301 characters. Shorten it to 300.",
                "pitfall 5: This has 301 characters. Shorten it to 300.",
                "tags: There are 9 in this cell. Keep at most 8 of them.",
                "phrasings: “" +
                    "p".repeat(60) +
                    "…” has 301 characters. Shorten it to 300, or put each of several on a line of its own.",
                "builds on: There are 5 in this cell. Keep at most 4 of them."
            );
    }

    @Test
    void whatIsThereTwiceOrCannotBeReadIsRefused() {
        var file = """
        key,module,title,cue,builds on
        "k
        1",Unused,Ask everybody,,
        ,Unused,ask  EVERYBODY,A\u0007bell,
        ,Explanations,Ask everybody,caf\uFFFD,
        ,Formative assessment,Wait for it,,Ask everybody
        """;
        assertThat(CsvFile.read(file, "Ours", MODULES).problems()).containsExactly(
            problem(2, "key", "This has several lines. Enter the key on one line."),
            problem(4, "cue", "There is a character that nobody sees (U+0007). Enter the text again without it."),
            problem(4, "title", "Line 2 has this title in the same module. Change one of them, or remove one."),
            problem(
                5,
                "cue",
                "A character here was lost. Save the spreadsheet as CSV in UTF-8, or enter the text again."
            ),
            problem(6, "builds on", "Several steps are called “Ask everybody”. Enter the key of one of them.")
        );
    }

    @Test
    void noMoreThanTwoHundredProblemsAreTold() {
        var file = "module,title,tags\n" + "Nowhere,Ask,a\n".repeat(1_000);
        assertThat(CsvFile.read(file, "Ours", MODULES).problems()).hasSize(200);
    }

    /** Each takes two lines. */
    private static List<Map<String, String>> fiveHundredRows() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 500; i++) {
            var row = new HashMap<String, String>();
            row.put("builds on", i < 3 ? "" : "k-1; Ask question number 2");
            row.put("title", "Ask question number " + i);
            row.put("KEY", "k-" + i);
            row.put("module", i % 2 == 0 ? "Explanations" : "formative assessment");
            row.put("why", "Because of " + i + ",\nso that they listen");
            row.put("Model 1 phase", "Primary");
            row.put("Model 1 subject", "science");
            row.put("Model 1 lesson", "Year " + i);
            row.put("Model 1 text", "\"Three,\" she says; and waits");
            row.put("model 2 phase", "SECONDARY");
            row.put("model 2 subject", "Physical Education");
            row.put("model 2 lesson", "Year 9");
            row.put("model 2 text", "He waits");
            row.put("Practice 1 task", "Ask");
            row.put("Practice 1 MINUTES", "5");
            rows.add(row);
        }
        return rows;
    }

    private static String csv(List<? extends Map<String, String>> rows) {
        var columns = List.copyOf(rows.getFirst().keySet());
        var cells = Stream.concat(
            Stream.of(columns),
            rows.stream().map(row -> columns.stream().map(row::get).toList())
        );
        return cells
            .map(row ->
                row
                    .stream()
                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                    .collect(joining(","))
            )
            .collect(joining("\r\n"));
    }

    private static FileProblem problem(int line, String column, String message) {
        return new FileProblem(line, column, null, message);
    }

    private static List<ExchangedModule> modules(int... indexes) {
        return IntStream.of(indexes).mapToObj(MODULES::get).toList();
    }

    private static StepContent content(String title, List<String> buildsOn) {
        return new StepContent(
            title,
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            buildsOn
        );
    }

    @Provide
    Arbitrary<List<ExchangedStep>> steps() {
        var keys = oneLine().injectNull(0.4);
        var moduleIds = Arbitraries.of(MODULES).map(ExchangedModule::id);
        return Combinators.combine(keys, moduleIds, contents(), Arbitraries.integers().between(0, 9))
            .as(Draft::new)
            .list()
            .ofMaxSize(4)
            .map(CsvFileTests::linked);
    }

    private record Draft(String key, String moduleId, StepContent content, int buildsOn) {}

    /** Keys and titles differ by their number, and steps build on others. */
    private static List<ExchangedStep> linked(List<Draft> drafts) {
        var names = new ArrayList<String>(List.of("step_elsewhere"));
        var steps = new ArrayList<ExchangedStep>();
        for (var draft : drafts) {
            int number = steps.size();
            var content = draft.content();
            var numbered = new StepContent(
                content.title() + " step " + number,
                content.why(),
                content.cue(),
                content.criteria(),
                content.models(),
                content.practice(),
                content.pitfalls(),
                content.tags(),
                content.phrasings(),
                List.copyOf(names.subList(0, Math.min(names.size(), draft.buildsOn() % 4)))
            );
            var key = draft.key() == null ? null : draft.key() + number + draft.key();
            steps.add(new ExchangedStep(key, draft.moduleId(), numbered));
            names.addFirst(key == null ? numbered.title() : key);
        }
        return steps;
    }

    private static Arbitrary<StepContent> contents() {
        var texts = pieces(0);
        return Combinators.combine(
            texts,
            texts,
            pieces(1).list().ofMaxSize(5),
            models().list().ofMaxSize(6),
            practice().list().ofMaxSize(4),
            oneLine().list().ofMaxSize(8),
            oneLine().list().ofMaxSize(8)
        ).as((title, why, criteria, models, practice, tags, phrasings) ->
            new StepContent(title, why, title, criteria, models, practice, criteria, tags, phrasings, List.of())
        );
    }

    private static Arbitrary<StepModel> models() {
        var phases = Arbitraries.of(SchoolPhase.class);
        var subjects = Arbitraries.of(Subject.class);
        return Combinators.combine(phases, subjects, pieces(1), pieces(1)).as(StepModel::new);
    }

    private static Arbitrary<PracticeTask> practice() {
        var orNull = pieces(0).injectNull(0.3);
        var minutes = Arbitraries.integers().between(1, 20);
        return Combinators.combine(pieces(1), pieces(0), minutes, orNull, orNull).as(PracticeTask::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return pieces(0);
    }

    private static Arbitrary<String> oneLine() {
        return pieces(1).map(text -> text.replace('\n', '/'));
    }

    private static Arbitrary<String> pieces(int fewest) {
        return Arbitraries.of(
            "a",
            "Bc",
            " ",
            "\n",
            "\t",
            "\u00A0",
            "\u2028",
            "'",
            "\"",
            ",",
            ";",
            "=",
            "+",
            "-",
            "@",
            "#",
            "\\",
            "é",
            "’",
            "🙂",
            "7"
        )
            .list()
            .ofMinSize(fewest)
            .ofMaxSize(10)
            .map(parts -> String.join("", parts));
    }
}
