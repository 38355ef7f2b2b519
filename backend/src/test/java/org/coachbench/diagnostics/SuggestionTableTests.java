package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.StepRanking.Ranked;
import org.coachbench.diagnostics.SuggestionFacts.Candidate;
import org.coachbench.stepbank.ShippedOffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which steps come first for ECTs that somebody describes, over the steps that ship with the service. */
class SuggestionTableTests {

    private static final ShippedOffer SHIPPED = new ShippedOffer();

    static Stream<DescribedEct> described() throws IOException {
        return DescribedEct.all().stream();
    }

    @ParameterizedTest
    @MethodSource("described")
    void theFirstThreeAreThoseThatTheTableNames(DescribedEct ect) {
        assertThat(new StepRanking(ect.facts(SHIPPED)).suggested(3))
            .as(() -> ect + "\n" + told(new StepRanking(ect.facts(SHIPPED)).suggested(6)))
            .extracting(one -> one.step().id())
            .containsExactlyElementsOf(ect.first().stream().map("step_"::concat).toList());
    }

    @ParameterizedTest
    @MethodSource("described")
    void theSameFactsGiveTheSameOrderHoweverTheyCome(DescribedEct ect) {
        var facts = ect.facts(SHIPPED);
        var shuffled = new ArrayList<>(facts.steps());
        Collections.shuffle(shuffled, new Random(ect.who().hashCode()));
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

    @ParameterizedTest
    @MethodSource("described")
    void everyReasonIsTrueOfTheFacts(DescribedEct ect) {
        var facts = ect.facts(SHIPPED);
        var ranking = new StepRanking(facts);
        assertThat(ranking.ranked()).isNotEmpty();
        ranking.ranked().forEach(one ->
            assertThat(one.reasons()).allSatisfy(reason ->
                assertThat(isTrue(reason, one.step(), facts))
                    .as("%s: %s", one.step().id(), reason)
                    .isTrue()
            )
        );
    }

    @ParameterizedTest
    @MethodSource("described")
    void everyLiftBringsAStepFurtherUp(DescribedEct ect) {
        var ranking = new StepRanking(ect.facts(SHIPPED));
        for (var step : ect.facts(SHIPPED).steps().subList(0, 40)) {
            var place = ranking.place(step.id()).orElse(Integer.MAX_VALUE);
            assertThat(ranking.lifts(step)).allSatisfy(lift -> assertThat(lift.place()).isBetween(1, place - 1));
            // Between the first few no single change need be enough.
            if (place > 10) {
                assertThat(ranking.lifts(step)).as(step.id()).isNotEmpty();
            }
        }
    }

    private static boolean isTrue(StepReason reason, Candidate step, SuggestionFacts facts) {
        var outcomes = facts.outcomes();
        var words = reason.words();
        return switch (reason.kind()) {
            case NOTES -> reason.counts() > 0 &&
                facts
                    .notes()
                    .stream()
                    .anyMatch(
                        note -> note.nearest().contains(step.id()) && words.contains(note.text().substring(0, 20))
                    );
            case REVISIT -> outcomes.get(step.id()) == StepOutcome.REVISIT;
            case COMES_BEFORE -> facts
                .steps()
                .stream()
                .filter(next -> next.buildsOn().contains(step.id()) && words.contains(next.title()))
                .anyMatch(next ->
                    facts
                        .notes()
                        .stream()
                        .anyMatch(note -> note.nearest().getFirst().equals(next.id()))
                );
            case MODULE_NOW -> step.moduleId().equals(facts.moduleNow()) && words.contains(step.moduleTitle());
            case MODULE_TO_COME -> facts.modulesToCome().contains(step.moduleId()) && reason.counts() < 0;
            case BUILDS_ON_EMBEDDED -> before(step, facts, words).allMatch(
                id -> outcomes.get(id) == StepOutcome.EMBEDDED
            );
            case BUILDS_ON_MISSING -> reason.counts() < 0 &&
                before(step, facts, words).noneMatch(id -> outcomes.get(id) == StepOutcome.EMBEDDED);
            case UNSURE -> facts.said().sureOfModule().getOrDefault(step.moduleId(), 4) < 3 ||
                facts.said().sureOfStrand().getOrDefault(step.strand(), 4) < 3;
            case MISSED -> facts.said().missedModules().contains(step.moduleId());
        };
    }

    /** The one that the words name. */
    private static Stream<String> before(Candidate step, SuggestionFacts facts, String words) {
        var named = facts
            .steps()
            .stream()
            .filter(before -> step.buildsOn().contains(before.id()) && words.contains(before.title()))
            .map(Candidate::id)
            .toList();
        assertThat(named).isNotEmpty();
        return named.stream();
    }

    private static String told(List<Ranked> ranked) {
        var lines = new StringBuilder();
        ranked.forEach(one -> {
            lines.append("  %d %s%n".formatted(one.counts(), one.step().id()));
            one.reasons().forEach(reason -> lines.append("      %+d %s%n".formatted(reason.counts(), reason.words())));
        });
        return lines.toString();
    }
}
