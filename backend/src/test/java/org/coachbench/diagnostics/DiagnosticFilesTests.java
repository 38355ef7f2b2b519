package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.diagnostics.DiagnosticFile.OptionEntry;
import org.coachbench.diagnostics.DiagnosticFile.QuestionEntry;
import org.coachbench.diagnostics.DiagnosticFile.QuestionsFile;
import org.coachbench.diagnostics.DiagnosticFile.ReflectionEntry;
import org.coachbench.diagnostics.DiagnosticFile.ReflectionsFile;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.TeacherModules.TeacherModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in a file of questions is named with the file and the item. */
class DiagnosticFilesTests {

    private static final String FILE = "retrieval-1.yaml";
    private static final List<TeacherModule> MODULES = List.of(
        new TeacherModule("module_modelling", "Modelling", Strand.INSTRUCTION, 1),
        new TeacherModule("module_retrieval", "Retrieval", Strand.INSTRUCTION, 2)
    );

    private static OptionEntry right(String because) {
        return new OptionEntry("Wait", true, because, null);
    }

    private static OptionEntry wrong(String text, String tempts) {
        return new OptionEntry(text, null, null, tempts);
    }

    private static List<OptionEntry> options() {
        return List.of(right("Time."), wrong("Tell", "Quick."), wrong("Ask", "Kind."), wrong("Go", "Calm."));
    }

    private static QuestionEntry question(String id, String module, List<OptionEntry> options) {
        return new QuestionEntry(id, module, "What now?", options);
    }

    private static QuestionsFile eightWith(QuestionEntry first) {
        var questions = new ArrayList<>(List.of(first));
        IntStream.range(1, 8).forEach(i -> questions.add(question("q" + i, "modelling", options())));
        return new QuestionsFile("Looking back", "Eight questions.", questions, null);
    }

    static Stream<Arguments> mistakes() {
        var options = options();
        return Stream.of(
            Arguments.of(eightWith(question("q0", "alchemy", options)), "q0 names no module"),
            Arguments.of(eightWith(question("q1", "modelling", options)), "q1 is the id of two items"),
            Arguments.of(eightWith(question("q0", "modelling", options.subList(0, 3))), "q0 has not four options"),
            Arguments.of(
                eightWith(
                    question("q0", "modelling", List.of(right("a"), wrong("b", "b"), wrong("c", "c"), wrong("d", " ")))
                ),
                "q0 has no text for: tempts"
            ),
            Arguments.of(
                eightWith(
                    question("q0", "modelling", List.of(right(null), wrong("b", "b"), wrong("c", "c"), wrong("d", "d")))
                ),
                "q0 has no text for: because"
            ),
            Arguments.of(
                eightWith(
                    question(
                        "q0",
                        "modelling",
                        List.of(wrong("a", "a"), wrong("b", "b"), wrong("c", "c"), wrong("d", "d"))
                    )
                ),
                "q0 has not exactly one right option"
            ),
            Arguments.of(
                eightWith(
                    question("q0", "modelling", List.of(right("a"), wrong("b", "b"), wrong("b", "c"), wrong("d", "d")))
                ),
                "q0 says the same twice"
            ),
            Arguments.of(
                new QuestionsFile("Looking back", "One.", List.of(question("q0", "modelling", options)), null),
                "questions are 1; ask 8 or more"
            )
        );
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInASetIsNamed(QuestionsFile file, String message) {
        assertThatThrownBy(() -> new DiagnosticReader(MODULES).retrieval(FILE, 1, file))
            .hasMessageStartingWith("Diagnostics: " + FILE + ": ")
            .hasMessageContaining(message);
    }

    @Test
    void everyModuleOfAThemeIsAskedAbout() {
        var file = eightWith(question("q0", "modelling", options()));
        assertThat(new DiagnosticReader(MODULES).retrieval(FILE, 1, file).questions()).hasSize(8);
        assertThatThrownBy(() -> new DiagnosticReader(MODULES).retrieval(FILE, 2, file)).hasMessageContaining(
            "retrieval is a module of the theme and has no question"
        );
    }

    @Test
    void everyStrandHasAStatementAndEveryModuleAReflection() {
        var file = eightWith(question("q0", "modelling", options()));
        assertThatThrownBy(() ->
            new DiagnosticReader(MODULES).orientation("orientation.yaml", file)
        ).hasMessageContaining("orientation.yaml: statements has none about BEHAVIOUR");
        var modelling = new ReflectionEntry("modelling", "Sure?", "Done?", "Think of one.");
        assertThatThrownBy(() ->
            new DiagnosticReader(MODULES).reflections("reflections.yaml", new ReflectionsFile(List.of(modelling)))
        ).hasMessageContaining("reflections.yaml: retrieval has no reflection");
        assertThatThrownBy(() ->
            new DiagnosticReader(MODULES).reflections(
                "reflections.yaml",
                new ReflectionsFile(List.of(modelling, modelling))
            )
        ).hasMessageContaining("modelling has two reflections");
    }
}
