package org.coachbench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.stepbank.Curator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** What the next step costs the store, however long the ECT has been coached. */
@Isolated
@CoachbenchTest
class SuggestionCostTests {

    private static final String NEXT =
        "query ($ect: ID!, $step: ID!) { suggestedSteps(ectId: $ect) { step { title module { title } bank { title } } reasons { words } lifts { words } } whyThisStep(ectId: $ect, stepId: $step) { place } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;
    private final MongoOperations store;

    SuggestionCostTests(
        @Autowired Staffroom staffroom,
        @Autowired StoreCommands commands,
        @Autowired MongoOperations store
    ) {
        this.staffroom = staffroom;
        this.commands = commands;
        this.store = store;
    }

    @Test
    void theNextStepTakesTheSameCommandsAfterOneCycleAndAfterEighty() {
        var pair = staffroom.pair();
        var curator = new Curator(staffroom.tutorOf(pair.school()).client());
        var step = curator.published(curator.open(pair.school().id()));
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var variables = Map.of("ect", pair.ect().id(), "step", step);
        var afterOne = commands.during(() -> pair.mentor().client().data(NEXT, variables));
        copies(coach.cycleId(), 79);
        var afterEighty = commands.during(() ->
            assertThat(pair.mentor().client().data(NEXT, variables).get("suggestedSteps")).isNotEmpty()
        );
        assertThat(afterEighty).isEqualTo(afterOne);
        assertThat(afterEighty).filteredOn("find coaching_cycles"::equals).hasSize(4);
    }

    private void copies(String cycleId, int many) {
        var cycle = requireNonNull(store.findById(cycleId, Document.class, CoachingCycle.COLLECTION));
        var note = Map.of(
            "_id",
            "evidence_x",
            "text",
            "The same three pupils put their hands up.",
            "at",
            Instant.now()
        );
        store.insert(
            IntStream.range(0, many)
                .mapToObj(i -> {
                    var copy = new Document(cycle);
                    copy.put("_id", "cycle_" + new ObjectId());
                    var observation = new Document(copy.get("observation", Document.class));
                    observation.put("evidence", List.of(new Document(note)));
                    copy.put("observation", observation);
                    var chosen = new Document(copy.get("step", Document.class));
                    chosen.put("stepId", "step_of_cycle_" + i);
                    copy.put("step", chosen);
                    return copy;
                })
                .toList(),
            CoachingCycle.COLLECTION
        );
    }
}
