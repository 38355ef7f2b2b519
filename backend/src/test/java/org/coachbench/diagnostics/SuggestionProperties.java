package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.StepRanking.Ranked;
import org.coachbench.diagnostics.SuggestionFacts.Candidate;
import org.coachbench.diagnostics.SuggestionFacts.Note;
import org.coachbench.stepbank.Strand;

/** What holds of the ranking whatever the steps and the facts. */
class SuggestionProperties {

    private static final int STEPS = 12;
    private static final List<String> IDS = IntStream.range(0, STEPS)
        .mapToObj(i -> "step_" + i)
        .toList();
    private static final List<String> MODULES = List.of("module_a", "module_b", "module_c");

    @Property
    void theOrderDoesNotDependOnTheOrderOfTheSteps(@ForAll("facts") SuggestionFacts facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts.steps());
        Collections.shuffle(shuffled, new Random(seed));
        var again = new SuggestionFacts(
            shuffled,
            facts.outcomes(),
            facts.notes(),
            facts.moduleNow(),
            facts.modulesToCome(),
            facts.said()
        );
        assertThat(new StepRanking(again).ranked()).isEqualTo(new StepRanking(facts).ranked());
    }

    /** Every two steps have an order: the sum decides, then the bank, then the id. */
    @Property
    void theOrderIsTotal(@ForAll("facts") SuggestionFacts facts) {
        var ranked = new StepRanking(facts).ranked();
        for (int i = 1; i < ranked.size(); i++) {
            var before = ranked.get(i - 1);
            var after = ranked.get(i);
            assertThat(before.counts()).isGreaterThanOrEqualTo(after.counts());
            if (before.counts() == after.counts()) {
                assertThat(before.step().order()).isLessThanOrEqualTo(after.step().order());
                if (before.step().order() == after.step().order()) {
                    assertThat(before.step().id()).isLessThan(after.step().id());
                }
            }
        }
    }

    @Property
    void whatIsWorkedOnOrEmbeddedDoesNotComeNextAndAllElseHasAPlace(@ForAll("facts") SuggestionFacts facts) {
        var ranked = new StepRanking(facts)
            .ranked()
            .stream()
            .map(one -> one.step().id())
            .toList();
        assertThat(ranked).containsExactlyInAnyOrderElementsOf(
            facts
                .steps()
                .stream()
                .map(Candidate::id)
                .filter(id -> facts.outcomes().getOrDefault(id, StepOutcome.REVISIT) == StepOutcome.REVISIT)
                .toList()
        );
    }

    @Property
    void aStepIsNeverLowerForAnotherNoteThatSpeaksOfItAboveAll(@ForAll("facts") SuggestionFacts facts) {
        for (var one : new StepRanking(facts).ranked()) {
            var more = facts.with(new Note("", 0, List.of(one.step().id())));
            assertThat(counts(more, one)).isGreaterThanOrEqualTo(one.counts());
        }
    }

    private static int counts(SuggestionFacts facts, Ranked of) {
        return new StepRanking(facts)
            .ranked()
            .stream()
            .filter(one -> one.step().id().equals(of.step().id()))
            .findFirst()
            .orElseThrow()
            .counts();
    }

    @Provide
    Arbitrary<SuggestionFacts> facts() {
        var outcomes = Arbitraries.maps(Arbitraries.of(IDS), Arbitraries.of(StepOutcome.class)).ofMaxSize(6);
        var notes = Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.of(IDS).list().uniqueElements().ofMaxSize(3)
        )
            .as((ago, nearest) -> new Note("Three pupils called out.", ago, nearest))
            .list()
            .ofMaxSize(5);
        var said = Combinators.combine(
            Arbitraries.maps(Arbitraries.of(Strand.class), Arbitraries.integers().between(1, 4)),
            Arbitraries.maps(Arbitraries.of(MODULES), Arbitraries.integers().between(1, 4)),
            Arbitraries.of(MODULES).set()
        ).as((strands, modules, missed) -> new DiagnosticFacts(strands, modules, Map.of(), missed));
        return Combinators.combine(
            steps(),
            outcomes,
            notes,
            Arbitraries.of(MODULES).injectNull(0.2),
            Arbitraries.of(MODULES).set(),
            said
        ).as((steps, stands, seen, now, toCome, answers) ->
            new SuggestionFacts(steps, stands, seen, now, Set.copyOf(toCome), answers)
        );
    }

    /** Some share a place in the bank, as steps of two processes' banks might. */
    private static Arbitrary<List<Candidate>> steps() {
        var shapes = Combinators.combine(
            Arbitraries.of(MODULES),
            Arbitraries.of(Strand.class).injectNull(0.2),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(IDS).list().uniqueElements().ofMaxSize(3)
        ).as((module, strand, order, buildsOn) -> new Candidate("", "", module, module, strand, order, buildsOn));
        return shapes
            .list()
            .ofMinSize(1)
            .ofMaxSize(STEPS)
            .map(list ->
                IntStream.range(0, list.size())
                    .mapToObj(i -> {
                        var shape = list.get(i);
                        return new Candidate(
                            IDS.get(i),
                            "Title " + i,
                            shape.moduleId(),
                            shape.moduleTitle(),
                            shape.strand(),
                            shape.order(),
                            shape.buildsOn()
                        );
                    })
                    .toList()
            );
    }
}
