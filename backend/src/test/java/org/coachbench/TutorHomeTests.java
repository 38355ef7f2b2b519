package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tutor's week costs the store. */
@Isolated
@CoachbenchTest
class TutorHomeTests {

    private static final String HOME =
        "{ engagement(by: MENTOR_LOAD) { all { held study { due } events { due } } time { planned } groups { name } halfTerms { name } } viewer { schools { attention { why ect { name } mentor { name } } keepsMeetings { weeks } name schoolYears { startsIn } pastoralChoices { from } people { role person { name programme { year } cadence { state why weeks { state } } } } } } }";

    private static final String ENGAGEMENT =
        "{ engagement(by: MENTOR_LOAD) { all { ects held study { due } events { due } } time { planned } groups { name } halfTerms { name } } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;

    TutorHomeTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void storeCommandsAreTheSameForOneEctAndForForty() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        new Coach(pair.mentor().client()).toShared(pair.ect().id());
        var withOne = commands.during(() -> tutor.data(HOME, Map.of()));
        for (int i = 1; i < 40; i++) {
            var ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            if (i % 10 == 0) {
                new Coach(pair.mentor().client()).toShared(ect.id());
            }
        }
        var withForty = commands.during(() -> {
            var states = tutor.data(HOME, Map.of()).findValuesAsString("state");
            assertThat(states).hasSizeGreaterThanOrEqualTo(40);
        });
        assertThat(withForty).hasSameSizeAs(withOne);
    }

    @Test
    void engagementTakesTheSameCommandsForOneFortyAndFourHundred() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var withOne = commands.during(() -> tutor.data(ENGAGEMENT, Map.of()));
        enlarge(pair, 1, 40);
        assertThat(commands.during(() -> tutor.data(ENGAGEMENT, Map.of()))).isEqualTo(withOne);
        enlarge(pair, 40, 400);
        var withFourHundred = commands.during(() ->
            assertThat(tutor.data(ENGAGEMENT, Map.of()).at("/engagement/all/ects").asInt()).isEqualTo(400)
        );
        // The rest of a long answer.
        assertThat(withFourHundred.stream().filter(command -> !command.startsWith("getMore "))).isEqualTo(withOne);
    }

    private void enlarge(Staffroom.Pair pair, int from, int to) {
        for (int i = from; i < to; i++) {
            staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        }
    }
}
