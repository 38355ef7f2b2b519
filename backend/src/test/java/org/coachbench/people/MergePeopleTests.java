package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two records of one person become one, and nothing of either is lost. */
@CoachbenchTest
class MergePeopleTests {

    private final Staffroom staffroom;
    private final People people;
    private final Schools schools;

    MergePeopleTests(@Autowired Staffroom staffroom, @Autowired People people, @Autowired Schools schools) {
        this.staffroom = staffroom;
        this.people = people;
        this.schools = schools;
    }

    private Clerk administrator() {
        return new Clerk(staffroom.administrator().client());
    }

    private static Map<String, String> merge(String keepId, String doubleId) {
        return Map.of("keepId", keepId, "doubleId", doubleId);
    }

    @Test
    void aMentorRegisteredTwiceIsTheMentorOfBothTheirEcts() {
        var one = staffroom.pair();
        var other = staffroom.pair();
        var school = other.school();
        var twin = other.mentor();
        var admin = administrator();
        admin.done("appointTutor", Map.of("personId", twin.id(), "schoolId", school.id(), "startedOn", "2026-01-05"));
        var trn = "9" + school.urn();
        admin.done(
            "correctPerson",
            Map.of(
                "personId",
                twin.id(),
                "name",
                twin.person().name(),
                "email",
                twin.person().emailAddress(),
                "trn",
                trn
            )
        );
        assertThat(
            new Clerk(staffroom.tutorOf(school).client()).mayNot("mergePeople", merge(one.mentor().id(), twin.id()))
        ).isTrue();
        admin.done("mergePeople", merge(one.mentor().id(), twin.id()));
        var kept = people.findById(one.mentor().id()).orElseThrow();
        assertThat(kept.teacherReferenceNumber()).isEqualTo(trn);
        assertThat(kept.atSchool())
            .extracting(Person.AtSchool::schoolId)
            .containsExactly(one.school().id(), school.id());
        assertThat(people.existsById(twin.id())).isFalse();
        assertThat(people.ectsMentoredBy(kept.id(), Staffroom.today())).containsExactlyInAnyOrder(
            one.ect().id(),
            other.ect().id()
        );
        assertThat(schools.findById(school.id()).orElseThrow().tutorsOn(Staffroom.today()))
            .contains(kept.id())
            .doesNotContain(twin.id());
        assertThat(staffroom.anybody().signIn(kept.emailAddress(), Staffroom.password()).statusCode()).isEqualTo(200);
        assertThat(
            staffroom.anybody().signIn(twin.person().emailAddress(), Staffroom.password()).statusCode()
        ).isEqualTo(401);
    }

    @Test
    void twoWhoCannotBeOnePersonAreRefusedWithTheClashNamed() {
        var pair = staffroom.pair();
        var admin = administrator();
        assertThat(admin.refused("mergePeople", merge(pair.mentor().id(), pair.ect().id()))).contains(
            "mentors the other"
        );
        assertThat(admin.refused("mergePeople", merge(pair.ect().id(), pair.mentor().id()))).contains(
            "mentors the other"
        );
        assertThat(admin.refused("mergePeople", merge(pair.ect().id(), pair.ect().id()))).contains("the same record");
        assertThat(admin.refused("mergePeople", merge(pair.ect().id(), staffroom.pair().ect().id()))).contains(
            "another school from 1 September 2025"
        );
        var atTheSame = staffroom.ectOf(pair.mentor(), pair.school());
        assertThat(admin.refused("mergePeople", merge(pair.ect().id(), atTheSame.id()))).contains("Both have a mentor");
    }

    @Test
    void whoHasCoachingCyclesIsTheOneToBeKept() {
        var pair = staffroom.pair();
        new Coach(pair.mentor().client()).start(pair.ect().id());
        var double1 = staffroom.colleague(false);
        var admin = administrator();
        assertThat(admin.refused("mergePeople", merge(double1.id(), pair.ect().id()))).contains("Keep that record");
        admin.done("mergePeople", merge(pair.ect().id(), double1.id()));
        var others = staffroom.pair();
        new Coach(others.mentor().client()).start(others.ect().id());
        assertThat(admin.refused("mergePeople", merge(pair.mentor().id(), others.mentor().id()))).contains(
            "Keep both records"
        );
    }

    @Test
    void anAccountIsKeptWhenOnlyTheDoubleHasOne() {
        var pair = staffroom.pair();
        var without = staffroom.ectWithoutAccount(staffroom.mentorAt(pair.school()), pair.school());
        var admin = administrator();
        var with = staffroom.colleague(false);
        admin.done("mergePeople", merge(without.id(), with.id()));
        assertThat(staffroom.anybody().signIn(without.emailAddress(), Staffroom.password()).statusCode()).isEqualTo(
            200
        );
    }
}
