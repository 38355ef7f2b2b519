package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What the mentor's week costs the store. */
@Isolated
@CoachbenchTest
class MentorHomeTests {

    private static final String HOME =
        "{ viewer { person { name } mentorships { school { name } ect { name email currentStep { step { title } cycle { can mentor { name } } } openCycle { phase can ect { name } } } } } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;

    MentorHomeTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void storeCommandsAreTheSameForOneEctAndForFifty() {
        var pair = staffroom.pair();
        var mentor = pair.mentor().client();
        new Coach(mentor).toShared(pair.ect().id());
        var withOne = commands.during(() -> mentor.data(HOME, Map.of()));
        for (int i = 1; i < 50; i++) {
            var ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            if (i % 10 == 0) {
                new Coach(mentor).toShared(ect.id());
            }
        }
        var withFifty = commands.during(() -> {
            var home = mentor.data(HOME, Map.of());
            assertThat(home.at("/viewer/mentorships")).hasSize(50);
            assertThat(home.findValues("currentStep"))
                .filteredOn(step -> !step.isNull())
                .hasSize(5);
        });
        assertThat(withFifty).hasSameSizeAs(withOne);
    }

    @Test
    void aChangeAsksForItsCycleAndItsEctOnly() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        // Beside these the event is inserted; the last one is for what the mentor can do next.
        assertThat(commands.during(() -> coach.done("recordPraise", Map.of("text", "Warm start.")))).containsExactly(
            "find coaching_cycles",
            "find people",
            "update coaching_cycles",
            "update coaching_cycles",
            "find people"
        );
    }

    @Test
    void anIdleServiceHardlyAsksTheStore() throws InterruptedException {
        assertThat(commands.looksBetweenSweeps()).isLessThan(500);
    }
}
