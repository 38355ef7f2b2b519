package org.coachbench.diagnostics;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.SuggestionFacts.Candidate;
import org.coachbench.diagnostics.SuggestionFacts.Note;
import org.jspecify.annotations.Nullable;

/**
 * Ranks steps for an ECT: a function of the facts, in whatever order they come. What counts as much for two steps is
 * decided by their order in the bank, then by their ids.
 */
final class StepRanking {

    private static final Comparator<Ranked> BEST_FIRST = comparingInt(Ranked::counts)
        .reversed()
        .thenComparingInt(ranked -> ranked.step().order())
        .thenComparing(comparing(ranked -> ranked.step().id()));

    private final SuggestionFacts facts;
    private final StepReasons reasons;
    private final List<Ranked> ranked;

    record Ranked(Candidate step, List<StepReason> reasons) {
        int counts() {
            return reasons.stream().mapToInt(StepReason::counts).sum();
        }
    }

    /** What would bring a step further up, and to which place. */
    record Lift(String words, int place) {}

    StepRanking(SuggestionFacts facts) {
        this.facts = facts;
        reasons = new StepReasons(facts);
        ranked = facts
            .steps()
            .stream()
            .filter(step -> mayCome(facts.outcomes().get(step.id())))
            .map(step -> new Ranked(step, reasons.of(step)))
            .sorted(BEST_FIRST)
            .toList();
    }

    /** What is worked on or embedded does not come next. */
    private static boolean mayCome(@Nullable StepOutcome outcome) {
        return outcome == null || outcome == StepOutcome.REVISIT;
    }

    List<Ranked> ranked() {
        return ranked;
    }

    /** Those for which more speaks than against them. */
    List<Ranked> suggested(int most) {
        return ranked
            .stream()
            .filter(one -> one.counts() > 0)
            .limit(most)
            .toList();
    }

    /** 1 for the first one; empty where it does not come next. */
    Optional<Integer> place(String stepId) {
        return IntStream.range(0, ranked.size())
            .filter(i -> ranked.get(i).step().id().equals(stepId))
            .mapToObj(i -> i + 1)
            .findFirst();
    }

    /** Each on its own, found by ranking again with what would have changed; the best first. */
    List<Lift> lifts(Candidate step) {
        var now = place(step.id()).orElse(Integer.MAX_VALUE);
        var lifts = new ArrayList<Lift>();
        for (var change : changes(step)) {
            new StepRanking(change.then())
                .place(step.id())
                .filter(place -> place < now)
                .ifPresent(place -> lifts.add(new Lift(change.words(), place)));
        }
        lifts.sort(comparingInt(Lift::place));
        return List.copyOf(lifts);
    }

    private record Change(String words, SuggestionFacts then) {}

    private List<Change> changes(Candidate step) {
        var outcome = facts.outcomes().get(step.id());
        if (!mayCome(outcome)) {
            return List.of(
                new Change("It is put down to be revisited.", facts.withOutcome(step.id(), StepOutcome.REVISIT))
            );
        }
        var changes = new ArrayList<Change>();
        for (var before : reasons.missing(step)) {
            changes.add(
                new Change(
                    "“%s”, on which it builds, is embedded.".formatted(before.title()),
                    facts.withOutcome(before.id(), StepOutcome.EMBEDDED)
                )
            );
        }
        changes.add(
            new Change(
                "One more note of the last drop-in speaks of it above all.",
                facts.with(new Note("", 0, List.of(step.id())))
            )
        );
        if (!step.moduleTitle().isEmpty() && !step.moduleId().equals(facts.moduleNow())) {
            changes.add(
                new Change(
                    "Its module “%s” has its time.".formatted(step.moduleTitle()),
                    facts.inModule(step.moduleId())
                )
            );
        }
        return changes;
    }
}
