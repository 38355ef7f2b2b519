package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What telling people costs the store. */
@Isolated
@CoachbenchTest
class NoticeCostTests {

    private static final String NOTICES =
        "{ viewer { unseenNotices notices { edges { node { kind text path at seenAt } } } } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;

    NoticeCostTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void readingManyNoticesCostsAsMuchAsReadingOne() {
        var pair = staffroom.pair();
        var tutor = new Tutor(staffroom.tutorOf(pair.school()).client());
        tutor.nudge(pair.ect().id(), "Hello.");
        var ect = pair.ect().client();
        var withOne = commands.during(() -> ect.data(NOTICES, Map.of()));
        for (int i = 0; i < 20; i++) {
            tutor.done(
                "sendMessage",
                Map.of("toId", pair.ect().id(), "kind", "PRAISE", "about", "COACHING", "text", "Thank you.")
            );
        }
        var withMany = commands.during(() ->
            assertThat(ect.data(NOTICES, Map.of()).at("/viewer/notices/edges")).hasSize(20)
        );
        assertThat(withMany).isEqualTo(withOne);
    }

    /** Beside those of the change and its answer: the cycle, how and when whoever is told wants e-mail, and the notice. */
    @Test
    void whatPeopleAreToldOfCostsFiveCommandsMore() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        var rounds = coach.done("logPracticeRound", Map.of("rehearsed", "Asked it")).get("rounds");
        var input = Map.of("roundId", rounds.at("/0/id").asString(), "text", "Slower.");
        assertThat(commands.during(() -> coach.done("giveFeedback", input))).containsExactlyInAnyOrder(
            "find coaching_cycles",
            "find people",
            "update coaching_cycles",
            "update coaching_logs",
            "update coaching_cycles",
            "find people",
            // What telling adds.
            "find coaching_cycles",
            "find notice_settings",
            "find people",
            "find school_programmes",
            "insert notices"
        );
    }
}
