package org.coachbench.diagnostics;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.StepHistory;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.diagnostics.SuggestionFacts.Candidate;
import org.coachbench.diagnostics.SuggestionFacts.Note;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.programme.ModulesInTime;
import org.coachbench.stepbank.Step;
import org.coachbench.stepbank.StepOffer;
import org.coachbench.stepbank.StepOffer.OfferedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Ranks the steps of the banks for an ECT, as their mentor of today asks; as many store commands after eighty cycles as
 * after one.
 */
@Service
class SuggestedSteps {

    /** Enough for two long drop-ins. */
    private static final int MOST_NOTES = 40;

    private final People people;
    private final PersonAccess access;
    private final StepOffer offer;
    private final StepHistory history;
    private final ModulesInTime modules;
    private final DiagnosticFactsOf diagnostics;

    SuggestedSteps(
        People people,
        PersonAccess access,
        StepOffer offer,
        StepHistory history,
        ModulesInTime modules,
        DiagnosticFactsOf diagnostics
    ) {
        this.people = people;
        this.access = access;
        this.offer = offer;
        this.history = history;
        this.modules = modules;
        this.diagnostics = diagnostics;
    }

    /**
     * A step and where it stands.
     *
     * @param place 1 for the first; null where it does not come next, with the reason in {@code notRanked}
     */
    record SuggestedStep(
        Step step,
        @Nullable Integer place,
        int outOf,
        @Nullable String notRanked,
        List<StepReason> reasons,
        List<StepRanking.Lift> lifts
    ) {}

    /** The best ones, the best first; empty where the ECT is not the viewer's to coach. */
    Optional<List<SuggestedStep>> first(Viewer viewer, String ectId, int most) {
        return mentored(viewer, ectId).map(ect -> {
            var offered = offer.to(viewer);
            var ranking = new StepRanking(facts(viewer, ect, offered, null));
            var steps = byId(offered);
            var best = ranking.suggested(most);
            return IntStream.range(0, best.size())
                .mapToObj(i -> ranked(ranking, steps, best.get(i), i + 1))
                .toList();
        });
    }

    /** Where any step stands that the viewer may read. */
    Optional<SuggestedStep> why(Viewer viewer, String ectId, String stepId) {
        return mentored(viewer, ectId).flatMap(ect -> {
            var offered = offer.to(viewer);
            var found = offered
                .stream()
                .filter(one -> one.step().id().equals(stepId))
                .findFirst();
            if (found.isEmpty()) {
                return offer.readable(viewer, stepId).map(SuggestedSteps::notOffered);
            }
            var facts = facts(viewer, ect, offered, null);
            var ranking = new StepRanking(facts);
            return Optional.of(
                ranking
                    .place(stepId)
                    .map(place -> ranked(ranking, byId(offered), ranking.ranked().get(place - 1), place))
                    .orElseGet(() -> notNext(ranking, facts, found.get().step()))
            );
        });
    }

    /** What would have been suggested before a step was chosen in this cycle, by ids, the best first. */
    List<String> before(Viewer mentor, String ectId, String cycleId, int most) {
        return mentored(mentor, ectId)
            .map(ect -> new StepRanking(facts(mentor, ect, offer.to(mentor), cycleId)).suggested(most))
            .orElse(List.of())
            .stream()
            .map(one -> one.step().id())
            .toList();
    }

    private Optional<Person> mentored(Viewer viewer, String ectId) {
        return people.findById(ectId).filter(ect -> access.allows(viewer, PersonAct.ASK_FOR_STEP, ect, Set.of()));
    }

    private SuggestionFacts facts(
        Viewer mentor,
        Person ect,
        List<OfferedStep> offered,
        @Nullable String exceptCycleId
    ) {
        var time = modules.of(ect);
        return new SuggestionFacts(
            candidates(offered),
            history.outcomes(mentor, ect.id(), exceptCycleId),
            notes(mentor, ect.id(), offered),
            time.now(),
            time.toCome(),
            diagnostics.ects(List.of(ect.id())).getOrDefault(ect.id(), DiagnosticFacts.NONE)
        );
    }

    static List<Candidate> candidates(List<OfferedStep> offered) {
        return IntStream.range(0, offered.size())
            .mapToObj(i -> {
                var step = offered.get(i).step();
                return new Candidate(
                    step.id(),
                    step.title(),
                    step.moduleId(),
                    offered.get(i).moduleTitle(),
                    step.strand(),
                    i,
                    step.content().buildsOn()
                );
            })
            .toList();
    }

    private List<Note> notes(Viewer mentor, String ectId, List<OfferedStep> offered) {
        var notes = new ArrayList<Note>();
        var dropIns = history.notes(mentor, ectId, SuggestionWeights.DROP_INS);
        for (int ago = 0; ago < dropIns.size(); ago++) {
            for (var text : dropIns.get(ago)) {
                if (notes.size() < MOST_NOTES) {
                    notes.add(new Note(text, ago, offer.nearest(offered, text, SuggestionWeights.NEAREST)));
                }
            }
        }
        return notes;
    }

    private static Map<String, Step> byId(List<OfferedStep> offered) {
        return offered.stream().map(OfferedStep::step).collect(toMap(Step::id, identity()));
    }

    private static SuggestedStep ranked(
        StepRanking ranking,
        Map<String, Step> steps,
        StepRanking.Ranked one,
        int place
    ) {
        var step = requireNonNull(steps.get(one.step().id()));
        return new SuggestedStep(step, place, ranking.ranked().size(), null, one.reasons(), ranking.lifts(one.step()));
    }

    private static SuggestedStep notNext(StepRanking ranking, SuggestionFacts facts, Step step) {
        var words =
            facts.outcomes().get(step.id()) == StepOutcome.EMBEDDED ? "It is embedded." : "It is being worked on.";
        var candidate = facts
            .steps()
            .stream()
            .filter(one -> one.id().equals(step.id()))
            .findFirst()
            .orElseThrow();
        return new SuggestedStep(step, null, ranking.ranked().size(), words, List.of(), ranking.lifts(candidate));
    }

    private static SuggestedStep notOffered(Step step) {
        var words = switch (step.status()) {
            case DRAFT -> "It is not published.";
            case RETIRED -> "It is retired.";
            case PUBLISHED -> "It is a step for mentors.";
        };
        return new SuggestedStep(step, null, 0, words, List.of(), List.of());
    }
}
