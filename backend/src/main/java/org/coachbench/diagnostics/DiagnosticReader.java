package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.diagnostics.DiagnosticFile.ExamplesFile;
import org.coachbench.diagnostics.DiagnosticFile.NeedEntry;
import org.coachbench.diagnostics.DiagnosticFile.OptionEntry;
import org.coachbench.diagnostics.DiagnosticFile.QuestionEntry;
import org.coachbench.diagnostics.DiagnosticFile.QuestionsFile;
import org.coachbench.diagnostics.DiagnosticFile.ReflectionEntry;
import org.coachbench.diagnostics.DiagnosticFile.ReflectionsFile;
import org.coachbench.diagnostics.DiagnosticFile.StatementEntry;
import org.coachbench.diagnostics.DiagnosticSet.DiagnosticKind;
import org.coachbench.diagnostics.DiagnosticSet.Option;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.DiagnosticSet.QuestionKind;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.TeacherModules.TeacherModule;
import org.jspecify.annotations.Nullable;

/** Makes sets of what stands in the files, and refuses what breaks their rules with the file and the item. */
final class DiagnosticReader {

    private static final int OPTIONS = 4;
    private static final int FEWEST_QUESTIONS = 8;
    private static final List<Option> SURE = levels("Not sure yet", "A little sure", "Fairly sure", "Very sure");
    private static final List<Option> DONE = levels("Not yet", "Once or twice", "In some lessons", "In most lessons");

    private final List<TeacherModule> modules;
    private final Map<String, TeacherModule> byName;
    private final Set<String> ids = new HashSet<>();

    DiagnosticReader(List<TeacherModule> modules) {
        this.modules = modules;
        byName = modules.stream().collect(toMap(module -> name(module), identity()));
    }

    private static String name(TeacherModule module) {
        return module.id().substring("module_".length());
    }

    private static List<Option> levels(String... words) {
        return Stream.of(words)
            .map(word -> new Option(word, null, null))
            .toList();
    }

    DiagnosticSet orientation(String file, QuestionsFile read) {
        var statements = Objects.requireNonNullElse(read.statements(), List.<StatementEntry>of());
        for (var strand : Strand.values()) {
            require(
                statements.stream().anyMatch(statement -> statement.strand() == strand),
                file,
                "statements",
                "has none about " + strand
            );
        }
        var questions = Stream.concat(
            questions(file, read).stream(),
            statements.stream().map(statement -> statement(file, statement))
        ).toList();
        return new DiagnosticSet(
            "orientation",
            DiagnosticKind.ORIENTATION,
            read.title(),
            read.about(),
            null,
            null,
            questions
        );
    }

    DiagnosticSet retrieval(String file, int theme, QuestionsFile read) {
        var questions = questions(file, read);
        var asked = questions.stream().map(Question::module).collect(toSet());
        for (var module : modules) {
            require(
                module.theme() != theme || asked.contains(module),
                file,
                name(module),
                "is a module of the theme and has no question"
            );
        }
        return new DiagnosticSet(
            "retrieval_" + theme,
            DiagnosticKind.RETRIEVAL,
            read.title(),
            read.about(),
            null,
            theme,
            questions
        );
    }

    /** One set a module, in the order of the programme. */
    List<DiagnosticSet> reflections(String file, ReflectionsFile read) {
        var entries = list(file, "reflections", read.reflections())
            .stream()
            .collect(
                toMap(entry -> module(file, entry.module(), entry.module()), identity(), (_, twice) -> {
                    throw wrong(file, twice.module(), "has two reflections");
                })
            );
        return modules
            .stream()
            .map(module -> {
                var entry = entries.get(module);
                if (entry == null) {
                    throw wrong(file, name(module), "has no reflection");
                }
                return reflection(file, module, entry);
            })
            .toList();
    }

    private DiagnosticSet reflection(String file, TeacherModule module, ReflectionEntry entry) {
        var id = "reflection_" + name(module);
        return new DiagnosticSet(
            id,
            DiagnosticKind.REFLECTION,
            module.title(),
            "Before you begin: how sure you are, what you have done, and a pupil or lesson to keep in mind.",
            module,
            null,
            List.of(
                new Question(
                    unique(file, id + "_sure"),
                    QuestionKind.SURE,
                    text(file, id, "sure", entry.sure()),
                    module.strand(),
                    module,
                    SURE
                ),
                new Question(
                    unique(file, id + "_done"),
                    QuestionKind.DONE,
                    text(file, id, "done", entry.done()),
                    module.strand(),
                    module,
                    DONE
                ),
                new Question(
                    unique(file, id + "_think-of"),
                    QuestionKind.OPEN_LINE,
                    text(file, id, "thinkOf", entry.thinkOf()),
                    module.strand(),
                    module,
                    List.of()
                )
            )
        );
    }

    ExamplesFile examples(String file, ExamplesFile read) {
        for (var family : read.subject().groups()) {
            require(!family.subjects().isEmpty(), file, family.text(), "names no subjects");
        }
        for (var need : read.need().options()) {
            unique(file, need.id());
            require(
                !list(file, need.id(), need.words()).isEmpty(),
                file,
                need.id(),
                "has no words by which a model is known"
            );
        }
        requireDifferent(file, "needs", read.need().options().stream().map(NeedEntry::text).toList());
        requireDifferent(
            file,
            "groups",
            read
                .subject()
                .groups()
                .stream()
                .map(family -> family.text())
                .toList()
        );
        requireDifferent(
            file,
            "phases",
            read
                .phase()
                .options()
                .stream()
                .map(option -> option.phase())
                .toList()
        );
        return read;
    }

    private List<Question> questions(String file, QuestionsFile read) {
        text(file, "title", "title", read.title());
        text(file, "about", "about", read.about());
        var entries = list(file, "questions", read.questions());
        require(
            entries.size() >= FEWEST_QUESTIONS,
            file,
            "questions",
            "are %d; ask %d or more".formatted(entries.size(), FEWEST_QUESTIONS)
        );
        return entries
            .stream()
            .map(entry -> question(file, entry))
            .toList();
    }

    private Question question(String file, QuestionEntry entry) {
        var module = module(file, entry.id(), entry.module());
        require(list(file, entry.id(), entry.options()).size() == OPTIONS, file, entry.id(), "has not four options");
        require(
            entry.options().stream().filter(OptionEntry::isRight).count() == 1,
            file,
            entry.id(),
            "has not exactly one right option"
        );
        requireDifferent(file, entry.id(), entry.options().stream().map(OptionEntry::text).toList());
        var options = entry
            .options()
            .stream()
            .map(option -> option(file, entry.id(), option))
            .toList();
        return new Question(
            unique(file, entry.id()),
            QuestionKind.CHOICE,
            text(file, entry.id(), "asks", entry.asks()),
            module.strand(),
            module,
            options
        );
    }

    private static Option option(String file, String item, OptionEntry entry) {
        var why = entry.isRight()
            ? text(file, item, "because of the right option", entry.because())
            : text(file, item, "tempts of a wrong option", entry.tempts());
        return new Option(text(file, item, "text of an option", entry.text()), entry.isRight(), why);
    }

    private Question statement(String file, StatementEntry entry) {
        return new Question(
            unique(file, entry.id()),
            QuestionKind.SURE,
            text(file, entry.id(), "says", entry.says()),
            entry.strand(),
            null,
            SURE
        );
    }

    private TeacherModule module(String file, String item, String name) {
        var module = byName.get(name);
        if (module == null) {
            throw wrong(file, item, "names no module of the programme: " + name);
        }
        return module;
    }

    private String unique(String file, String id) {
        require(ids.add(id), file, id, "is the id of two items");
        return id;
    }

    private static <T> List<T> list(String file, String item, @Nullable List<T> list) {
        if (list == null) {
            throw wrong(file, item, "has no list where one is needed");
        }
        return list;
    }

    private static void requireDifferent(String file, String item, List<?> values) {
        require(new HashSet<>(values).size() == values.size(), file, item, "says the same twice");
    }

    private static String text(String file, String item, String part, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw wrong(file, item, "has no text for: " + part);
        }
        return text.strip();
    }

    private static void require(boolean holds, String file, String item, String problem) {
        if (!holds) {
            throw wrong(file, item, problem);
        }
    }

    private static IllegalStateException wrong(String file, String item, String problem) {
        return new IllegalStateException("Diagnostics: %s: %s %s.".formatted(file, item, problem));
    }
}
