package org.coachbench.stepbank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepIndex.Wanted;
import org.springframework.core.io.ClassPathResource;

/**
 * How long the index takes to answer with 10,000 steps in it, over everyday phrasings as somebody types them letter by
 * letter. Not a test: run {@code mvn -pl backend -am -DskipWebClient test-compile exec:exec}.
 */
public final class StepSearchBenchmark {

    private static final int STEPS = 10_000;
    private static final int ROUNDS = 5;

    private StepSearchBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var shipped = new ShippedBanks().steps();
        try (var index = new StepIndex()) {
            index.put(
                IntStream.range(0, STEPS)
                    .mapToObj(i -> copy(shipped.get(i % shipped.size()), i))
                    .toList(),
                Audience.TEACHERS,
                0
            );
            var texts = typed();
            for (int round = 1; round <= ROUNDS; round++) {
                var micros = texts
                    .stream()
                    .mapToLong(text -> {
                        var begun = System.nanoTime();
                        index.find(wanted(text));
                        return (System.nanoTime() - begun) / 1000;
                    })
                    .sorted()
                    .toArray();
                System.out.printf(
                    "round %d, %d searches: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                    round,
                    micros.length,
                    micros[micros.length / 2] / 1000.0,
                    micros[(micros.length * 95) / 100] / 1000.0,
                    micros[micros.length - 1] / 1000.0
                );
            }
        }
    }

    private static Step copy(Step step, int number) {
        return new Step(
            step.id() + "-" + number,
            step.key() + "-" + number,
            "bank_all",
            step.moduleId(),
            step.strand(),
            StepStatus.PUBLISHED,
            0,
            step.content()
        );
    }

    private static List<String> typed() throws IOException {
        var texts = new ArrayList<String>();
        new ClassPathResource("everyday-phrasings.txt")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> line.substring(0, line.indexOf(": ")))
            .forEach(phrasing ->
                Arrays.stream(IntStream.rangeClosed(3, phrasing.length()).toArray()).forEach(end ->
                    texts.add(phrasing.substring(0, end))
                )
            );
        return texts;
    }

    private static Wanted wanted(String text) {
        return new Wanted(
            text,
            null,
            null,
            List.of("bank_all"),
            Audience.TEACHERS,
            null,
            null,
            false,
            StepStatus.PUBLISHED,
            null,
            Set.of()
        );
    }
}
