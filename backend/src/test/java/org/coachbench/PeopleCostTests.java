package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Staffroom.SINCE;

import java.util.List;
import java.util.Map;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What the people of a school cost the store, however many they are. */
@Isolated
@CoachbenchTest
class PeopleCostTests {

    private static final String ROLL =
        "query ($id: ID!) { viewer { figureSchools { id } schools { name trust { name } headteachers { name } partnership { deliveryPartner { name } } } } node(id: $id) { ... on School { roll { cohort person { name email trn } mentorships { mentor { name } } outside { task doneBy { name } } } } } }";

    private final Staffroom staffroom;
    private final StoreCommands commands;

    PeopleCostTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void aRollTakesTheSameCommandsForOneEctAndForForty() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var school = Map.of("id", pair.school().id());
        tick(tutor, pair.school().id(), pair.ect().id());
        var withOne = commands.during(() -> tutor.client().data(ROLL, school));
        for (int i = 1; i < 40; i++) {
            var ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            if (i % 5 == 0) {
                tick(tutor, pair.school().id(), ect.id());
            }
        }
        var withForty = commands.during(() ->
            assertThat(tutor.client().data(ROLL, school).at("/node/roll")).hasSize(41)
        );
        assertThat(withForty).isEqualTo(withOne);
    }

    private static void tick(Staffroom.Colleague tutor, String schoolId, String ectId) {
        new Clerk(tutor.client()).done(
            "tickOutsideTask",
            Map.of("personId", ectId, "schoolId", schoolId, "role", "ECT", "task", "DETAILS", "done", true)
        );
    }

    @Test
    void aFileTakesTheSameCommandsForTenNewPeopleAndForTwoHundred() {
        var few = importing(10);
        assertThat(importing(200)).isEqualTo(few);
    }

    private List<String> importing(int ects) {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school);
        var file = new StringBuilder("name,email,role,started on,mentor email\n");
        file.append("Mel,mel%s@example.org,Mentor,%s,\n".formatted(school.urn(), SINCE));
        for (int i = 0; i < ects; i++) {
            file.append(
                "Ect %d,e%d-%s@example.org,ECT,%s,mel%s@example.org\n".formatted(
                    i,
                    i,
                    school.urn(),
                    SINCE,
                    school.urn()
                )
            );
        }
        return commands.during(() ->
            new Clerk(tutor.client()).done(
                "importPeople",
                Map.of("schoolId", school.id(), "content", file.toString(), "dryRun", false)
            )
        );
    }
}
