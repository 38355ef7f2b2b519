package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A tutor registers, places, pairs, corrects and moves the people of their own school, and of no other. */
@CoachbenchTest
class TutorRegistersTests {

    private static final LocalDate SINCE = LocalDate.of(2025, 9, 1);
    private static final String ROLL =
        "... on School { roll { role startedOn finishedOn workingPattern cohort person { id name email trn } mentorships { startedOn finishedOn mentor { name } } outside { task done doneOn doneBy { name } changedSince } } }";

    private final Staffroom staffroom;

    TutorRegistersTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    private Clerk tutorOf(School school) {
        return new Clerk(staffroom.tutorOf(school).client());
    }

    private static Map<String, Object> jo(String email, School school, String role) {
        var at = Map.of(
            "schoolId",
            school.id(),
            "role",
            role,
            "startedOn",
            "2026-01-05",
            "workingPattern",
            "PART_TIME"
        );
        return Map.of("name", " Jo Finch ", "email", email, "trn", "12 34" + school.urn().substring(3), "at", at);
    }

    private JsonNode onRoll(Clerk clerk, School school, String personId) {
        for (var at : clerk.node(ROLL, school.id()).get("roll")) {
            if (at.at("/person/id").asString().equals(personId)) {
                return at;
            }
        }
        throw new AssertionError(personId + " is not on the roll");
    }

    @Test
    void registersSomebodyAtTheirOwnSchoolOnly() {
        var school = staffroom.school();
        var other = staffroom.school();
        var tutor = tutorOf(school);
        var email = "jo" + school.urn() + "@example.org";
        assertThat(tutor.mayNot("registerPerson", jo(email, other, "ECT"))).isTrue();
        assertThat(tutor.mayNot("registerPerson", Map.of("name", "Jo", "email", email))).isTrue();
        var registered = tutor.done("registerPerson", "person { id } oneTimePassword", jo(email, school, "ECT"));
        assertThat(registered.get("oneTimePassword").asString()).hasSize(16);
        var jo = onRoll(tutor, school, registered.at("/person/id").asString());
        assertThat(jo.at("/person/name").asString()).isEqualTo("Jo Finch");
        assertThat(jo.at("/person/trn").asString()).hasSize(7);
        assertThat(jo.get("workingPattern").asString()).isEqualTo("PART_TIME");
        assertThat(jo.get("cohort").asString()).isEqualTo("2025 to 2026");
        assertThat(jo.get("outside")).hasSize(4);
        assertThat(tutor.refused("registerPerson", jo(email, school, "ECT"))).contains("with this address already");
    }

    @Test
    void bringsAMentorInByTheWholeAddressAndNobodyByHalfOfIt() {
        var mentor = staffroom.pair().mentor();
        var school = staffroom.school();
        var tutor = tutorOf(school);
        var place = Map.of("schoolId", school.id(), "role", "MENTOR", "startedOn", "2026-01-05");
        assertThat(tutor.refused("placeAtSchool", with(place, "email", "colleague@example.org"))).contains(
            "Nobody is registered with this address"
        );
        assertThat(tutor.refused("placeAtSchool", place)).contains("by email address or by teacher reference number");
        var email = mentor.person().emailAddress().toUpperCase(Locale.ROOT);
        tutor.done("placeAtSchool", with(place, "email", email));
        var there = onRoll(tutor, school, mentor.id());
        assertThat(there.get("cohort").isNull()).isTrue();
        assertThat(there.get("outside")).hasSize(3);
    }

    @Test
    void transfersAnEctAndTheOldSchoolsTutorLosesThemOnThatDay() {
        var pair = staffroom.pair();
        var school = staffroom.school();
        var oldTutor = tutorOf(pair.school());
        var tutor = tutorOf(school);
        var today = Staffroom.today();
        var place = Map.of("schoolId", school.id(), "email", pair.ect().person().emailAddress());
        assertThat(tutor.refused("placeAtSchool", with(with(place, "role", "ECT"), "startedOn", today.toString())))
            .contains("another school from 1 September 2025")
            .contains("transfer");
        assertThat(tutor.refused("transferEct", with(place, "startedOn", "2025-09-01"))).contains(
            "Enter today or a later day."
        );
        tutor.done("transferEct", with(place, "startedOn", today.plusDays(1).toString()));
        assertThat(oldTutor.node("... on Person { email }", pair.ect().id()).get("email").isString()).isTrue();
        assertThat(tutor.node("... on Person { email }", pair.ect().id()).isNull()).isTrue();
        tutor.done(
            "leaveSchool",
            Map.of(
                "personId",
                pair.ect().id(),
                "schoolId",
                school.id(),
                "role",
                "ECT",
                "finishedOn",
                today.plusDays(1).toString()
            )
        );
        var left = onRoll(oldTutor, pair.school(), pair.ect().id());
        assertThat(left.get("finishedOn").asString()).isEqualTo(today.toString());
        assertThat(left.at("/mentorships/0/finishedOn").asString()).isEqualTo(today.toString());
    }

    @Test
    void aMovedEctIsTheOldTutorsNoMore() {
        var pair = staffroom.pair();
        var school = staffroom.school();
        var oldTutor = tutorOf(pair.school());
        var tutor = tutorOf(school);
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        tutor.done(
            "transferEct",
            Map.of(
                "schoolId",
                school.id(),
                "email",
                pair.ect().person().emailAddress(),
                "startedOn",
                Staffroom.today().toString()
            )
        );
        assertThat(oldTutor.node("id", pair.ect().id()).isNull()).isTrue();
        assertThat(onRoll(oldTutor, pair.school(), pair.ect().id()).at("/person/email").isNull()).isTrue();
        assertThat(tutor.node("... on Person { email }", pair.ect().id()).get("email").isString()).isTrue();
        assertThat(onRoll(tutor, school, pair.ect().id()).get("cohort").asString()).isEqualTo("2025 to 2026");
        // The old mentor mentors them no more, and cannot go on with what they wrote.
        assertThat(
            coach.change("recordEvidence", Map.of("text", "Late")).at("/problems/0/__typename").asString()
        ).isEqualTo("NotFoundProblem");
    }

    @Test
    void aLeavingMentorsMentorshipsEndWithThemAndALaterOneIsNamed() {
        var pair = staffroom.pair();
        var tutor = tutorOf(pair.school());
        var today = Staffroom.today();
        var other = staffroom.mentorAt(pair.school());
        var start = Map.<String, Object>of(
            "mentorId",
            pair.mentor().id(),
            "ectId",
            pair.ect().id(),
            "schoolId",
            pair.school().id()
        );
        tutor.done("startMentorship", with(with(start, "mentorId", other.id()), "startedOn", "2025-10-01"));
        var back = tutor
            .done("startMentorship", "mentorship { id }", with(start, "startedOn", today.plusDays(20).toString()))
            .at("/mentorship/id")
            .asString();
        var leave = Map.<String, Object>of("schoolId", pair.school().id(), "role", "MENTOR");
        var mentorLeaves = with(
            with(leave, "personId", pair.mentor().id()),
            "finishedOn",
            today.plusDays(5).toString()
        );
        assertThat(tutor.refused("leaveSchool", mentorLeaves))
            .contains("A mentorship of " + pair.ect().person().name())
            .contains("Cancel it first");
        tutor.done("cancelMentorship", Map.of("mentorshipId", back));
        tutor.done("leaveSchool", mentorLeaves);
        // With the later one cancelled the one before it had ended the day before; it is the tutor's to start another.
        tutor.done("leaveSchool", with(with(leave, "personId", other.id()), "finishedOn", "2025-11-30"));
        var mentorships = onRoll(tutor, pair.school(), pair.ect().id()).get("mentorships");
        assertThat(mentorships.findValuesAsString("finishedOn")).containsExactly("2025-09-30", "2025-11-30");
    }

    @Test
    void aLeavingThatIsCalledOffLeavesNoTrace() {
        var pair = staffroom.pair();
        var tutor = tutorOf(pair.school());
        var leave = Map.<String, Object>of(
            "schoolId",
            pair.school().id(),
            "role",
            "MENTOR",
            "personId",
            pair.mentor().id()
        );
        assertThat(tutor.refused("leaveSchool", with(leave, "finishedOn", "2025-08-31"))).contains(
            "not a mentor there by 31 August 2025"
        );
        tutor.done("leaveSchool", with(leave, "finishedOn", Staffroom.today().plusDays(3).toString()));
        tutor.done("leaveSchool", leave);
        assertThat(onRoll(tutor, pair.school(), pair.mentor().id()).get("finishedOn").isNull()).isTrue();
    }

    @Test
    void anAddressChangesAndTheSignInStays() {
        var pair = staffroom.pair();
        var tutor = tutorOf(pair.school());
        var address = "married" + pair.school().urn() + "@example.org";
        var ect = Map.<String, Object>of("personId", pair.ect().id(), "name", "Jo Married", "email", address);
        assertThat(tutorOf(staffroom.school()).mayNot("correctPerson", ect)).isTrue();
        assertThat(new Clerk(pair.ect().client()).mayNot("correctPerson", ect)).isTrue();
        assertThat(tutor.refused("correctPerson", with(ect, "email", pair.mentor().person().emailAddress()))).contains(
            "with this address already"
        );
        tutor.done("correctPerson", ect);
        var again = staffroom.anybody();
        assertThat(again.signIn(address, Staffroom.password()).statusCode()).isEqualTo(200);
        assertThat(again.signIn(pair.ect().person().emailAddress(), Staffroom.password()).statusCode()).isEqualTo(401);
    }

    @Test
    void aTickedTaskIsOpenAgainWhenWhatWasToldChanges() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var clerk = new Clerk(tutor.client());
        var next = staffroom.mentorAt(pair.school());
        var tick = Map.<String, Object>of(
            "personId",
            pair.ect().id(),
            "schoolId",
            pair.school().id(),
            "role",
            "ECT",
            "done",
            true
        );
        for (var task : OutsideTask.values()) {
            clerk.done("tickOutsideTask", with(tick, "task", task.name()));
        }
        var checked = onRoll(clerk, pair.school(), pair.ect().id()).get("outside");
        assertThat(checked.findValuesAsString("done")).containsOnly("true");
        assertThat(checked.at("/0/doneBy/name").asString()).isEqualTo(tutor.person().name());
        assertThat(checked.at("/0/doneOn").asString()).isEqualTo(Staffroom.today().toString());
        clerk.done(
            "startMentorship",
            Map.of(
                "mentorId",
                next.id(),
                "ectId",
                pair.ect().id(),
                "schoolId",
                pair.school().id(),
                "startedOn",
                "2026-01-05"
            )
        );
        assertThat(openTasks(clerk, pair)).isEqualTo(
            Map.of("NATIONAL_SERVICE", "[\"MENTOR_CHANGED\"]", "DELIVERY_PARTNER", "[\"MENTOR_CHANGED\"]")
        );
        clerk.done("tickOutsideTask", with(tick, "task", "DELIVERY_PARTNER"));
        clerk.done(
            "changeWorkingPattern",
            Map.of("personId", pair.ect().id(), "schoolId", pair.school().id(), "workingPattern", "PART_TIME")
        );
        assertThat(openTasks(clerk, pair)).isEqualTo(
            Map.of(
                "NATIONAL_SERVICE",
                "[\"MENTOR_CHANGED\",\"WORKING_PATTERN_CHANGED\"]",
                "APPROPRIATE_BODY",
                "[\"WORKING_PATTERN_CHANGED\"]"
            )
        );
        assertThat(
            clerk.refused(
                "tickOutsideTask",
                with(with(with(tick, "personId", next.id()), "role", "MENTOR"), "task", "APPROPRIATE_BODY")
            )
        ).contains("not to be done for a mentor");
    }

    private Map<String, String> openTasks(Clerk clerk, Staffroom.Pair pair) {
        var open = new HashMap<String, String>();
        for (var check : onRoll(clerk, pair.school(), pair.ect().id()).get("outside")) {
            if (!check.get("done").asBoolean()) {
                open.put(check.get("task").asString(), check.get("changedSince").toString());
            }
        }
        return open;
    }

    @Test
    void aNewOneTimePasswordIsGivenUntilThePersonChoseTheirOwn() {
        var school = staffroom.school();
        var tutor = tutorOf(school);
        var email = "new" + school.urn() + "@example.org";
        var given = tutor.done("registerPerson", "person { id } oneTimePassword", jo(email, school, "MENTOR"));
        var id = Map.of("personId", given.at("/person/id").asString());
        var renewed = tutor.done("renewOneTimePassword", "oneTimePassword", id).get("oneTimePassword").asString();
        var person = staffroom.anybody();
        assertThat(person.signIn(email, given.get("oneTimePassword").asString()).statusCode()).isEqualTo(401);
        assertThat(person.signIn(email, renewed).statusCode()).isEqualTo(200);
        assertThat(tutorOf(staffroom.school()).mayNot("renewOneTimePassword", id)).isTrue();
        var mentor = staffroom.mentorAt(school);
        assertThat(tutor.refused("renewOneTimePassword", Map.of("personId", mentor.id()))).contains(
            "a password of their own"
        );
    }

    @Test
    void whatIsSentAgainIsDoneOnce() {
        var pair = staffroom.pair();
        var tutor = tutorOf(pair.school());
        var school = pair.school();
        var once = Map.<String, Object>of("clientMutationId", "once");
        var jo = jo("once" + school.urn() + "@example.org", school, "ECT");
        var first = tutor.done("registerPerson", "person { id } oneTimePassword", with(once, jo));
        var second = tutor.done("registerPerson", "person { id } oneTimePassword", with(once, jo));
        assertThat(second.get("person")).isEqualTo(first.get("person"));
        assertThat(second.get("oneTimePassword").isNull()).isTrue();
        var leave = Map.<String, Object>of(
            "personId",
            pair.mentor().id(),
            "schoolId",
            school.id(),
            "role",
            "MENTOR",
            "finishedOn",
            SINCE.plusDays(100).toString()
        );
        tutor.done("leaveSchool", with(once, leave));
        tutor.done("leaveSchool", with(once, leave));
    }

    static Map<String, Object> with(Map<String, ?> input, String name, Object value) {
        return with(input, Map.of(name, value));
    }

    static Map<String, Object> with(Map<String, ?> input, Map<String, ?> more) {
        var all = new HashMap<String, Object>(input);
        all.putAll(more);
        return all;
    }
}
