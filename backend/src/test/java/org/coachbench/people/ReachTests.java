package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tutor who knows somebody's address does not become their tutor by bringing them to a school. */
@CoachbenchTest
class ReachTests {

    private static final String RECORD =
        "query ($id: ID!) { node(id: $id) { ... on Person { email programme { year } cadence { state } } } }";

    private final Staffroom staffroom;

    ReachTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void anotherSchoolsEctWhoIsBroughtAsAMentorStaysOutOfReach() {
        var pair = staffroom.pair();
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school);
        var clerk = new Clerk(tutor.client());
        place(clerk, pair.ect(), school);
        assertThat(tutor.client().data(RECORD, Map.of("id", pair.ect().id())).get("node").isNull()).isTrue();
        assertThat(mayNotCorrect(clerk, pair.ect())).isTrue();
        var pause = Map.of("ectId", pair.ect().id(), "startedOn", Staffroom.today().toString());
        assertThat(clerk.mayNot("recordBreak", pause)).isTrue();
        // Their own school's tutor goes on as before, but for the address, which is not theirs alone to change now.
        var own = staffroom.tutorOf(pair.school());
        var record = own.client().data(RECORD, Map.of("id", pair.ect().id())).get("node");
        assertThat(record.at("/cadence/state").asString()).isEqualTo("OVERDUE");
    }

    @Test
    void administratorsAndOtherSchoolsTutorsStayOutOfReach() {
        var school = staffroom.school();
        var clerk = new Clerk(staffroom.tutorOf(school).client());
        var administrator = staffroom.administrator();
        var otherTutor = staffroom.tutorOf(staffroom.school());
        for (var somebody : new Colleague[] { administrator, otherTutor }) {
            place(clerk, somebody, school);
            assertThat(mayNotCorrect(clerk, somebody)).isTrue();
            assertThat(clerk.mayNot("renewOneTimePassword", Map.of("personId", somebody.id()))).isTrue();
        }
    }

    @Test
    void anEctIsNotBroughtFromADayThatIsOver() {
        var pair = staffroom.pair();
        var school = staffroom.school();
        var clerk = new Clerk(staffroom.tutorOf(school).client());
        var input = Map.of(
            "email",
            pair.ect().person().emailAddress(),
            "schoolId",
            school.id(),
            "startedOn",
            Staffroom.today().minusDays(1).toString()
        );
        assertThat(clerk.refused("transferEct", input)).contains("Enter today or a later day.");
    }

    private static void place(Clerk clerk, Colleague somebody, School school) {
        clerk.done(
            "placeAtSchool",
            Map.of(
                "email",
                somebody.person().emailAddress(),
                "schoolId",
                school.id(),
                "role",
                "MENTOR",
                "startedOn",
                Staffroom.today().toString()
            )
        );
    }

    private static boolean mayNotCorrect(Clerk clerk, Colleague somebody) {
        var email = "taken-" + somebody.id().substring(7) + "@example.org";
        return clerk.mayNot("correctPerson", Map.of("personId", somebody.id(), "name", "Nobody", "email", email));
    }
}
