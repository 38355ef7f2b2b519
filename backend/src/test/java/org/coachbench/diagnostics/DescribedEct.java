package org.coachbench.diagnostics;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.SuggestionFacts.Note;
import org.coachbench.stepbank.ShippedOffer;
import org.coachbench.stepbank.StepOffer.OfferedStep;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An ECT of {@code suggested-ects.yaml}. */
record DescribedEct(
    String who,
    @Nullable List<List<String>> notes,
    @Nullable String moduleNow,
    @Nullable List<String> embedded,
    @Nullable List<String> workingOn,
    @Nullable List<String> revisit,
    @Nullable Map<Strand, Integer> sureOfStrand,
    @Nullable Map<String, Integer> sureOfModule,
    @Nullable List<String> missed,
    List<String> first
) {
    static List<DescribedEct> all() throws IOException {
        try (var file = new ClassPathResource("suggested-ects.yaml").getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        }
    }

    SuggestionFacts facts(ShippedOffer offer) {
        var offered = offer.steps();
        var spoken = new ArrayList<Note>();
        var dropIns = notes == null ? List.<List<String>>of() : notes;
        for (int ago = 0; ago < dropIns.size(); ago++) {
            for (var text : dropIns.get(ago)) {
                spoken.add(new Note(text, ago, offer.nearest(text, SuggestionWeights.NEAREST)));
            }
        }
        var outcomes = new HashMap<String, StepOutcome>();
        steps(embedded).forEach(step -> outcomes.put(step, StepOutcome.EMBEDDED));
        steps(workingOn).forEach(step -> outcomes.put(step, StepOutcome.WORKING_ON));
        steps(revisit).forEach(step -> outcomes.put(step, StepOutcome.REVISIT));
        return new SuggestionFacts(
            SuggestedSteps.candidates(offered),
            outcomes,
            spoken,
            moduleNow == null ? null : "module_" + moduleNow,
            toCome(offered),
            new DiagnosticFacts(
                sureOfStrand == null ? Map.of() : sureOfStrand,
                sureOfModule == null
                    ? Map.of()
                    : sureOfModule
                          .entrySet()
                          .stream()
                          .collect(toMap(one -> "module_" + one.getKey(), Map.Entry::getValue)),
                Map.of(),
                missed == null ? Set.of() : missed.stream().map("module_"::concat).collect(toSet())
            )
        );
    }

    private Set<String> toCome(List<OfferedStep> offered) {
        var modules = offered
            .stream()
            .map(one -> one.step().moduleId())
            .distinct()
            .toList();
        return moduleNow == null
            ? Set.of()
            : Set.copyOf(modules.subList(modules.indexOf("module_" + moduleNow) + 1, modules.size()));
    }

    private static List<String> steps(@Nullable List<String> keys) {
        return keys == null ? List.of() : keys.stream().map("step_"::concat).toList();
    }

    @Override
    public String toString() {
        return who;
    }
}
