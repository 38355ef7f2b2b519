package org.coachbench.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.coachbench.api.InputRules;
import org.coachbench.stepbank.TeacherSteps;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scenes that ship with the service, read beside its start; a mistake in a file ends the start and is named. */
@Component
class Scenes {

    private final CompletableFuture<List<Scene>> scenes;

    Scenes(TeacherSteps steps, InputRules rules) {
        var reader = new SceneReader(steps, rules);
        scenes = CompletableFuture.supplyAsync(() ->
            files()
                .map(file -> reader.read(String.valueOf(file.getFilename()), content(file)))
                .sorted(Comparator.comparing(Scene::setting).thenComparing(Scene::title))
                .toList()
        );
    }

    /** From the youngest pupils to the oldest. */
    List<Scene> all() {
        return scenes.join();
    }

    Optional<Scene> find(String sceneId) {
        return all()
            .stream()
            .filter(scene -> scene.id().equals(sceneId))
            .findFirst();
    }

    @EventListener(ApplicationStartedEvent.class)
    void waitForTheFiles() {
        try {
            scenes.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    private static Stream<Resource> files() {
        try {
            // The thread that reads beside the start knows no other class loader than the JVM's.
            return Stream.of(
                new PathMatchingResourcePatternResolver(Scenes.class.getClassLoader()).getResources(
                    "classpath*:rehearsal/*.yaml"
                )
            );
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
