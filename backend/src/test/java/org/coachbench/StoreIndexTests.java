package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.bson.Document;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** No screen scans a collection, as far as the server can tell; the embedded store cannot. */
@CoachbenchTest
class StoreIndexTests {

    private static final String SCREENS =
        "{ viewer { mentorships { ect { name currentStep { step { title } } openCycle { phase } } } trainingEvents(from: \"2026-01-01\", to: \"2026-12-31\") { title register { state } } person { coachingCycles(first: 10) { edges { node { id } } } selfStudy { behind } programmeEvents { title date { date } upcomingDates { date } } timetables { planned } } } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;
    private final MongoOperations store;

    StoreIndexTests(
        @Autowired Staffroom staffroom,
        @Autowired StoreCommands commands,
        @Autowired MongoOperations store
    ) {
        this.staffroom = staffroom;
        this.commands = commands;
        this.store = store;
    }

    @Test
    void everySearchOfAWholeCycleHasAnIndex() {
        assumeTrue(explains(), "The embedded store has no explain.");
        var pair = staffroom.pair();
        var searches = commands.findsDuring(() -> {
            new Coach(pair.mentor().client()).toClosed(pair.ect().id());
            pair.mentor().client().data(SCREENS, Map.of());
            pair.ect().client().data(SCREENS, Map.of());
        });
        assertThat(searches).isNotEmpty();
        assertThat(searches).allSatisfy(search -> {
            var plan = store.executeCommand(new Document("explain", search).append("verbosity", "queryPlanner"));
            assertThat(plan.get("queryPlanner", Document.class).toJson()).doesNotContain("COLLSCAN");
        });
    }

    private boolean explains() {
        var version = store.executeCommand(new Document("buildInfo", 1)).getString("version");
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 7;
    }
}
