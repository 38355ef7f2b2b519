package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What a tutor's lists, and what a mentor sees of them, cost the store. */
@Isolated
@CoachbenchTest
class TutorDeskTests {

    private static final String DESK = """
    { viewer { visitsMade(first: 100) { edges { node { kind feedback can tutor { name } mentor { name } ect { name }
          cycle { phase visits { id tutor { name } } } } } }
        messagesSent(first: 100) { edges { node { text seenAt to { name } } } }
        concerns(first: 100) { edges { node { what notice person { name } raisedBy { name } school { name }
          trail { text by { name } } } } } } }
    """;
    private static final String RECEIVED = """
    { viewer { visitsReceived(first: 100) { edges { node { feedback tutor { name } cycle { phase } } } }
        messages(first: 100) { edges { node { text from { name } } } } } }
    """;

    private final Staffroom staffroom;
    private final StoreCommands commands;

    TutorDeskTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void storeCommandsAreTheSameForShortListsAndForLongOnes() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var desk = new Tutor(tutor);
        var mentor = pair.mentor().client();
        work(desk, new Coach(mentor), pair.ect().id(), pair.mentor().id());
        var withOne = commands.during(() -> tutor.data(DESK, Map.of()));
        var receivedOne = commands.during(() -> mentor.data(RECEIVED, Map.of()));
        for (int i = 1; i < 20; i++) {
            var ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            work(desk, new Coach(mentor), ect.id(), pair.mentor().id());
        }
        var withTwenty = commands.during(() -> {
            var lists = tutor.data(DESK, Map.of()).get("viewer");
            assertThat(lists.at("/visitsMade/edges")).hasSize(20);
            assertThat(lists.at("/messagesSent/edges")).hasSize(20);
            assertThat(lists.at("/concerns/edges")).hasSize(20);
        });
        var receivedTwenty = commands.during(() ->
            assertThat(mentor.data(RECEIVED, Map.of()).at("/viewer/visitsReceived/edges")).hasSize(20)
        );
        assertThat(withTwenty).hasSameSizeAs(withOne);
        assertThat(receivedTwenty).hasSameSizeAs(receivedOne);
    }

    private static void work(Tutor desk, Coach coach, String ectId, String mentorId) {
        coach.toShared(ectId);
        desk.giveFeedback(desk.visit(coach.cycleId()), "A short, clear model.");
        desk.raise(ectId);
        desk.done(
            "sendMessage",
            Map.of("toId", mentorId, "kind", "NUDGE", "about", "COACHING", "text", "Hello.", "anyway", true)
        );
    }
}
