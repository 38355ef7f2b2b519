package org.coachbench.stepbank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.coachbench.stepbank.BankStep.Publication;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.StepModel;
import org.jspecify.annotations.Nullable;

/** A version of a step as it was published, and what is different from the one before. */
record StepVersion(int number, Instant at, String publisherId, List<StepChange> changes) {
    /** A part of a step as text, one item a line, before and after. */
    record StepChange(String part, String before, String after) {}

    private record Part(String name, Function<StepContent, String> text) {}

    private static final List<Part> PARTS = List.of(
        new Part("title", StepContent::title),
        new Part("why", StepContent::why),
        new Part("cue", StepContent::cue),
        new Part("criteria", step -> lines(step.criteria())),
        new Part("models", step -> lines(step.models().stream().map(StepVersion::text).toList())),
        new Part("practice", step -> lines(step.practice().stream().map(StepVersion::text).toList())),
        new Part("pitfalls", step -> lines(step.pitfalls())),
        new Part("tags", step -> lines(step.tags())),
        new Part("phrasings", step -> lines(step.phrasings())),
        new Part("buildsOn", step -> lines(step.buildsOn()))
    );

    /** Newest first. */
    static List<StepVersion> of(List<Publication> publications) {
        var versions = new ArrayList<StepVersion>();
        StepContent before = null;
        for (var publication : publications) {
            versions.addFirst(
                new StepVersion(
                    publication.number(),
                    publication.at(),
                    publication.by(),
                    changes(before, publication.content())
                )
            );
            before = publication.content();
        }
        return versions;
    }

    private static List<StepChange> changes(@Nullable StepContent before, StepContent after) {
        return PARTS.stream()
            .map(part ->
                new StepChange(part.name(), before == null ? "" : part.text.apply(before), part.text.apply(after))
            )
            .filter(change -> !change.before().equals(change.after()))
            .toList();
    }

    private static String text(StepModel model) {
        return "%s, %s, %s: %s".formatted(words(model.phase()), words(model.subject()), model.lesson(), model.text());
    }

    private static String text(PracticeTask task) {
        return "%s %s (%d minutes) Harder: %s Easier: %s".formatted(
            task.task(),
            task.coach(),
            task.minutes(),
            Objects.requireNonNullElse(task.harder(), "-"),
            Objects.requireNonNullElse(task.easier(), "-")
        );
    }

    private static String words(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }
}
