package org.coachbench.diagnostics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;

/**
 * All that a suggestion rests on. What is not in here has no part in it.
 *
 * @param outcomes how steps stand with the ECT, by id; without those in no cycle so far
 * @param notes of the mentor's last drop-ins
 * @param moduleNow id of the module that has its time; null where none has
 * @param modulesToCome ids of modules whose time has not begun
 */
record SuggestionFacts(
    List<Candidate> steps,
    Map<String, StepOutcome> outcomes,
    List<Note> notes,
    @Nullable String moduleNow,
    Set<String> modulesToCome,
    DiagnosticFacts said
) {
    /**
     * A step that may be chosen.
     *
     * @param order its place in the bank, which decides between steps for which as much speaks
     * @param buildsOn ids of steps that come before it
     */
    record Candidate(
        String id,
        String title,
        String moduleId,
        String moduleTitle,
        @Nullable Strand strand,
        int order,
        List<String> buildsOn
    ) {}

    /**
     * @param dropInsAgo 0 for the newest drop-in, 1 for the one before
     * @param nearest ids of the steps that speak most of what stands in it, best first
     */
    record Note(String text, int dropInsAgo, List<String> nearest) {}

    SuggestionFacts withOutcome(String stepId, StepOutcome outcome) {
        var changed = new HashMap<>(outcomes);
        changed.put(stepId, outcome);
        return new SuggestionFacts(steps, changed, notes, moduleNow, modulesToCome, said);
    }

    SuggestionFacts with(Note another) {
        var more = Stream.concat(notes.stream(), Stream.of(another)).toList();
        return new SuggestionFacts(steps, outcomes, more, moduleNow, modulesToCome, said);
    }

    /** When another module has its time. */
    SuggestionFacts inModule(String moduleId) {
        var later = new HashSet<>(modulesToCome);
        later.remove(moduleId);
        return new SuggestionFacts(steps, outcomes, notes, moduleId, later, said);
    }
}
