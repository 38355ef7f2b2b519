package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.StepReason.Kind;
import org.coachbench.diagnostics.SuggestionFacts.Candidate;
import org.coachbench.diagnostics.SuggestionFacts.Note;
import org.coachbench.stepbank.Strand;

/** Finds what speaks for and against a step, from the facts and nothing else. */
final class StepReasons {

    private static final int LONGEST_QUOTE = 90;

    private final SuggestionFacts facts;
    private final Map<String, Candidate> byId;
    /** By the id of a step, one that builds on it and that a note of the newest drop-in speaks of most. */
    private final Map<String, Candidate> wayTo;

    StepReasons(SuggestionFacts facts) {
        this.facts = facts;
        byId = facts.steps().stream().collect(toMap(Candidate::id, identity()));
        wayTo = new HashMap<>();
        for (var note : facts.notes()) {
            if (note.dropInsAgo() == 0 && !note.nearest().isEmpty()) {
                var seen = byId.get(note.nearest().getFirst());
                if (seen != null && !isEmbedded(seen.id())) {
                    seen.buildsOn().forEach(before -> wayTo.putIfAbsent(before, seen));
                }
            }
        }
    }

    /** What counts most for it first, what counts most against it last. */
    List<StepReason> of(Candidate step) {
        var reasons = new ArrayList<StepReason>();
        notes(step).ifPresent(reasons::add);
        if (facts.outcomes().get(step.id()) == StepOutcome.REVISIT) {
            reasons.add(new StepReason(Kind.REVISIT, SuggestionWeights.REVISIT, "It was put down to be revisited."));
        }
        place(step, reasons);
        module(step, reasons);
        said(step, reasons);
        reasons.sort((one, other) -> other.counts() - one.counts());
        return List.copyOf(reasons);
    }

    private record Speaking(Note note, int counts) {}

    private Optional<StepReason> notes(Candidate step) {
        var speaking = new ArrayList<Speaking>();
        for (var note : facts.notes()) {
            var place = note.nearest().indexOf(step.id());
            if (place >= 0 && place < SuggestionWeights.NEAREST) {
                speaking.add(new Speaking(note, SuggestionWeights.note(note, place)));
            }
        }
        if (speaking.isEmpty()) {
            return Optional.empty();
        }
        var counts = speaking.stream().mapToInt(Speaking::counts).sum();
        // Of those that count as much the first one: a reduction keeps the order of the notes.
        var clearest = speaking
            .stream()
            .reduce((one, other) -> other.counts() > one.counts() ? other : one)
            .orElseThrow()
            .note();
        var which = clearest.dropInsAgo() == 0 ? "the last drop-in" : "the drop-in before";
        var words =
            speaking.size() == 1
                ? "A note of %s speaks of it: “%s”".formatted(which, quote(clearest.text()))
                : "%d notes speak of it, such as this of %s: “%s”".formatted(
                      speaking.size(),
                      which,
                      quote(clearest.text())
                  );
        return Optional.of(new StepReason(Kind.NOTES, Math.min(counts, SuggestionWeights.MOST_FROM_NOTES), words));
    }

    private void place(Candidate step, List<StepReason> reasons) {
        var next = wayTo.get(step.id());
        if (next != null) {
            reasons.add(
                new StepReason(
                    Kind.COMES_BEFORE,
                    SuggestionWeights.COMES_BEFORE,
                    "It comes before “%s”, of which a note speaks.".formatted(next.title())
                )
            );
        }
        known(step)
            .filter(before -> isEmbedded(before.id()))
            .findFirst()
            .ifPresent(before ->
                reasons.add(
                    new StepReason(
                        Kind.BUILDS_ON_EMBEDDED,
                        SuggestionWeights.BUILDS_ON_EMBEDDED,
                        "It builds on “%s”, which is embedded.".formatted(before.title())
                    )
                )
            );
        // Whoever is shown the way to a step is not sent further back on it.
        if (next == null) {
            missing(step)
                .stream()
                .findFirst()
                .ifPresent(before ->
                    reasons.add(
                        new StepReason(
                            Kind.BUILDS_ON_MISSING,
                            SuggestionWeights.BUILDS_ON_MISSING,
                            "It builds on “%s”, which is not embedded so far.".formatted(before.title())
                        )
                    )
                );
        }
    }

    /** Steps that come before one and are not embedded; without those that are not offered any more. */
    List<Candidate> missing(Candidate step) {
        return known(step)
            .filter(before -> !isEmbedded(before.id()))
            .toList();
    }

    private Stream<Candidate> known(Candidate step) {
        return step.buildsOn().stream().filter(byId::containsKey).map(byId::get);
    }

    private void module(Candidate step, List<StepReason> reasons) {
        if (step.moduleId().equals(facts.moduleNow())) {
            reasons.add(
                new StepReason(
                    Kind.MODULE_NOW,
                    SuggestionWeights.MODULE_NOW,
                    "Its module “%s” has its time now.".formatted(step.moduleTitle())
                )
            );
        }
        if (facts.modulesToCome().contains(step.moduleId())) {
            reasons.add(
                new StepReason(
                    Kind.MODULE_TO_COME,
                    SuggestionWeights.MODULE_TO_COME,
                    "Its module “%s” is still to come.".formatted(step.moduleTitle())
                )
            );
        }
    }

    private void said(Candidate step, List<StepReason> reasons) {
        var said = facts.said();
        var ofModule = said.sureOfModule().get(step.moduleId());
        var ofStrand = step.strand() == null ? null : said.sureOfStrand().get(step.strand());
        if (ofModule != null) {
            unsure(SuggestionWeights.unsureOfModule(ofModule), step.moduleTitle(), reasons);
        } else if (ofStrand != null && step.strand() != null) {
            unsure(SuggestionWeights.unsureOfStrand(ofStrand), name(step.strand()), reasons);
        }
        if (said.missedModules().contains(step.moduleId())) {
            reasons.add(
                new StepReason(
                    Kind.MISSED,
                    SuggestionWeights.MISSED,
                    "A question on its module “%s” was not answered rightly last time.".formatted(step.moduleTitle())
                )
            );
        }
    }

    private static void unsure(int counts, String of, List<StepReason> reasons) {
        if (counts > 0) {
            reasons.add(
                new StepReason(Kind.UNSURE, counts, "They said that they are not sure of “%s” yet.".formatted(of))
            );
        }
    }

    /** As people write it: Curriculum and assessment. */
    private static String name(Strand strand) {
        return strand.name().charAt(0) + strand.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private boolean isEmbedded(String stepId) {
        return facts.outcomes().get(stepId) == StepOutcome.EMBEDDED;
    }

    private static String quote(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1).stripTrailing() + "…";
    }
}
