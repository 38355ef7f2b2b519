package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** No screen scans a collection, as far as the server can tell; the embedded store cannot. */
@Isolated
@CoachbenchTest
class StoreIndexTests {

    private static final String SCREENS =
        "{ viewer { rehearsals { edges { cursor } } calendarFeed { madeAt } unseenNotices notices(unseen: true) { edges { node { text } } } noticeSettings { quiet } upcomingSessions { clashes { kind } } mentorships { ect { name currentStep { step { title } } openCycle { phase } } } trainingEvents(from: \"2026-01-01\", to: \"2026-12-31\") { title register { state } } person { coachingCycles(first: 10) { edges { node { id } } } selfStudy { behind } programmeEvents { title date { date } upcomingDates { date } } timetables { planned } diagnostics { sets { id } } diagnosticsCompletion { setId } } } }";

    private static final String PEOPLE =
        "{ viewer { figureSchools { id } schools { tutors { name } roll { person { email } mentorships { mentor { name } } } } } }";
    private static final String DESK =
        "{ viewer { visitsMade { edges { node { cycle { phase visits { id } } } } } visitsReceived { edges { cursor } } messages(unseen: true) { edges { cursor } } messagesSent { edges { cursor } } concerns(open: true) { edges { node { notice } } } } }";
    private static final String MAIL =
        "{ viewer { mailDelivery { troubledLetters { edges { node { to { id } } } } } } }";
    private static final String NEXT_STEP = "query ($ect: ID!) { suggestedSteps(ectId: $ect) { place } }";

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
        var colleague = staffroom.tutorOf(pair.school());
        var searches = commands.findsDuring(() -> {
            var coach = new Coach(pair.mentor().client());
            coach.toClosed(pair.ect().id());
            var tutor = new Tutor(colleague.client());
            tutor.visit(coach.cycleId());
            tutor.nudge(pair.ect().id(), "Hello.");
            tutor.raise(pair.ect().id());
            colleague.client().data(DESK, Map.of());
            pair.mentor().client().data(DESK, Map.of());
            pair.mentor().client().data(SCREENS, Map.of());
            pair.mentor().client().data(NEXT_STEP, Map.of("ect", pair.ect().id()));
            pair.ect().client().data(SCREENS, Map.of());
        });
        assertThat(searches).isNotEmpty().allSatisfy(this::usesAnIndex);
    }

    @Test
    void everySearchOfRegistrationHasAnIndex() {
        assumeTrue(explains(), "The embedded store has no explain.");
        var pair = staffroom.pair();
        var elsewhere = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var clerk = new Clerk(tutor.client());
        var file = "name,email,trn,role,started on\nJo,jo%s@example.org,1%s,Mentor,2026-01-05\n".replace(
            "%s",
            pair.school().urn()
        );
        var administrator = staffroom.administrator();
        var searches = commands.findsDuring(() -> {
            administrator.client().data(MAIL, Map.of());
            tutor.client().data(PEOPLE, Map.of());
            clerk.done("importPeople", Map.of("schoolId", pair.school().id(), "content", file, "dryRun", false));
            clerk.done(
                "transferEct",
                Map.of(
                    "email",
                    elsewhere.ect().person().emailAddress(),
                    "schoolId",
                    pair.school().id(),
                    "startedOn",
                    Staffroom.today().toString()
                )
            );
            clerk.done(
                "leaveSchool",
                Map.of(
                    "personId",
                    pair.mentor().id(),
                    "schoolId",
                    pair.school().id(),
                    "role",
                    "MENTOR",
                    "finishedOn",
                    Staffroom.today().toString()
                )
            );
        });
        assertThat(searches).isNotEmpty().allSatisfy(this::usesAnIndex);
    }

    private void usesAnIndex(BsonDocument search) {
        var plan = store.executeCommand(new Document("explain", search).append("verbosity", "queryPlanner"));
        assertThat(plan.get("queryPlanner", Document.class).toJson()).doesNotContain("COLLSCAN");
    }

    private boolean explains() {
        var version = store.executeCommand(new Document("buildInfo", 1)).getString("version");
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 7;
    }
}
