package org.coachbench.stepbank;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All steps. The bank ships with the service and is read once, so it is searched where it lies: in memory. */
@Component
public class Steps {

    private final ShippedBank shipped;

    Steps() throws IOException {
        shipped = ShippedBank.read();
    }

    public Optional<Step> find(String stepId) {
        return shipped
            .steps()
            .stream()
            .filter(step -> step.id().equals(stepId))
            .findFirst();
    }

    StepBank bank() {
        return shipped.bank();
    }

    /** Steps in which every word of the text stands, those with a word in title or phrasing first. */
    List<Step> search(@Nullable String text, @Nullable Strand strand, @Nullable String moduleId) {
        var words =
            text == null
                ? List.<String>of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                      .filter(word -> !word.isEmpty())
                      .toList();
        return shipped
            .steps()
            .stream()
            .filter(step -> strand == null || step.strand() == strand)
            .filter(step -> moduleId == null || step.moduleId().equals(moduleId))
            .filter(step -> words.stream().allMatch(everything(step)::contains))
            .sorted(comparingInt(step -> words.stream().anyMatch(headline(step)::contains) ? 0 : 1))
            .toList();
    }

    private static String headline(Step step) {
        return lower(Stream.concat(Stream.of(step.title()), step.phrasings().stream()));
    }

    private static String everything(Step step) {
        return lower(
            Stream.of(
                List.of(step.title(), step.why(), step.cue()),
                step.criteria(),
                step.tags(),
                step.phrasings()
            ).flatMap(List::stream)
        );
    }

    private static String lower(Stream<String> texts) {
        return String.join("\n", texts.toList()).toLowerCase(Locale.ROOT);
    }
}
