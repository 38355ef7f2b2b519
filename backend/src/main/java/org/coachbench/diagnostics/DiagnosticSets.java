package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.coachbench.diagnostics.DiagnosticFile.ExamplesFile;
import org.coachbench.diagnostics.DiagnosticFile.QuestionsFile;
import org.coachbench.diagnostics.DiagnosticFile.ReflectionsFile;
import org.coachbench.stepbank.TeacherModules;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The questions that ship with the service, read beside its start; a mistake in a file ends the start and is named. */
@Component
public class DiagnosticSets {

    private static final int THEMES = 6;

    private final CompletableFuture<Content> content;

    private record Content(List<DiagnosticSet> sets, Map<String, DiagnosticSet> byId, ExamplesFile examples) {}

    DiagnosticSets(TeacherModules modules) {
        content = CompletableFuture.supplyAsync(() -> read(modules));
    }

    /** The orientation, the reflections, then the sets that look back, each in the order of the programme. */
    public List<DiagnosticSet> all() {
        return content.join().sets();
    }

    Optional<DiagnosticSet> find(String setId) {
        return Optional.ofNullable(content.join().byId().get(setId));
    }

    ExamplesFile examples() {
        return content.join().examples();
    }

    @EventListener(ApplicationStartedEvent.class)
    void waitForTheFiles() {
        try {
            content.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    private static Content read(TeacherModules modules) {
        var reader = new DiagnosticReader(modules.all());
        var sets = new ArrayList<DiagnosticSet>();
        sets.add(reader.orientation("orientation.yaml", parse("orientation.yaml", QuestionsFile.class)));
        sets.addAll(reader.reflections("reflections.yaml", parse("reflections.yaml", ReflectionsFile.class)));
        IntStream.rangeClosed(1, THEMES)
            .mapToObj(theme -> {
                var file = "retrieval-%d.yaml".formatted(theme);
                return reader.retrieval(file, theme, parse(file, QuestionsFile.class));
            })
            .forEach(sets::add);
        var examples = reader.examples("examples.yaml", parse("examples.yaml", ExamplesFile.class));
        var byId = sets.stream().collect(toMap(DiagnosticSet::id, identity()));
        return new Content(List.copyOf(sets), byId, examples);
    }

    private static <T> T parse(String name, Class<T> type) {
        // The thread that reads beside the start knows no other class loader than the JVM's.
        var file = new ClassPathResource("diagnostics/" + name, DiagnosticSets.class.getClassLoader());
        try (var text = file.getInputStream()) {
            return new YAMLMapper().readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("Diagnostics: " + name + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
