package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.ChosenStep;
import org.coachbench.coaching.CycleChanged;
import org.coachbench.coaching.CycleEvent.PhaseChanged;
import org.coachbench.coaching.CycleEvent.StepChosen;
import org.coachbench.coaching.CycleKind;
import org.coachbench.coaching.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts what mentors choose beside what was suggested to them. The first choice of a cycle counts, and no change of mind
 * after it. A process that is killed at that moment leaves one out: these figures are for the curators of banks alone.
 */
@Component
class SuggestionChoiceCounts {

    private static final Logger log = LoggerFactory.getLogger(SuggestionChoiceCounts.class);
    private static final int SUGGESTED = 3;

    private final SuggestedSteps steps;
    private final MongoOperations store;

    SuggestionChoiceCounts(SuggestedSteps steps, MongoOperations store) {
        this.steps = steps;
        this.store = store;
    }

    @EventListener
    void count(CycleChanged change) {
        try {
            firstChoice(change).ifPresent(chosen -> count(change, chosen));
        } catch (DataAccessException e) {
            log.warn("A choice of a step was not counted", e);
        }
    }

    /**
     * The outbox may hold older events too. The first choice alone is followed by the change to its phase, and the newest
     * event of all is in the outbox once only.
     */
    private static Optional<ChosenStep> firstChoice(CycleChanged change) {
        var events = change.outbox();
        if (
            change.kind() != CycleKind.INSTRUCTIONAL ||
            events.size() < 2 ||
            events.getLast().sequence() != change.entry().sequence()
        ) {
            return Optional.empty();
        }
        return events.getLast() instanceof PhaseChanged phase &&
            phase.to() == Phase.STEP &&
            events.get(events.size() - 2) instanceof StepChosen choice
            ? Optional.of(choice.step())
            : Optional.empty();
    }

    private void count(CycleChanged change, ChosenStep chosen) {
        var mentor = new Viewer(change.entry().mentorId(), false);
        var suggested = steps.before(mentor, change.entry().ectId(), change.cycleId(), SUGGESTED);
        if (!suggested.isEmpty()) {
            add(new SuggestionChoices(suggested.getFirst(), 1, 0, 0));
        }
        // A step in the mentor's own words belongs to no bank.
        if (chosen.stepId() != null) {
            add(new SuggestionChoices(chosen.stepId(), 0, 1, suggested.contains(chosen.stepId()) ? 0 : 1));
        }
    }

    private void add(SuggestionChoices more) {
        store.upsert(
            Query.query(where("_id").is(more.stepId())),
            new Update()
                .inc("suggestedFirst", more.suggestedFirst())
                .inc("chosen", more.chosen())
                .inc("chosenUnsuggested", more.chosenUnsuggested()),
            SuggestionChoices.COLLECTION
        );
    }

    /** By step, without those that were never counted; one store command for any number. */
    Map<String, SuggestionChoices> of(Collection<String> stepIds) {
        return store
            .find(Query.query(where("_id").in(stepIds)), SuggestionChoices.class)
            .stream()
            .collect(toMap(SuggestionChoices::stepId, identity()));
    }
}
