package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Dates of events, places on them, who came, and what becomes of those who did not. */
@CoachbenchTest
class TrainingEventTests {

    private static final String CLINIC = "clinic-1";

    private final Staffroom staffroom;

    TrainingEventTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void anEctBooksADateThatIsOfferedToAllSchools() {
        var pair = staffroom.pair();
        var offered = new EventDesk(staffroom.administrator().client()).schedule(
            CLINIC,
            Staffroom.today().plusDays(10),
            null
        );
        var ect = new EventDesk(pair.ect().client());
        assertThat(text(ect.standing(pair.ect().id(), CLINIC), "standing")).isEqualTo("NOT_BOOKED");
        assertThat(ect.standing(pair.ect().id(), CLINIC).findValuesAsString("id")).contains(offered);
        var booked = ect.book(offered, pair.ect().id());
        assertThat(text(booked, "standing")).isEqualTo("BOOKED");
        assertThat(booked.at("/date/id").asString()).isEqualTo(offered);
    }

    @Test
    void aDateOfASchoolIsForItsPeopleOnlyAndSchedulingItForItsTutor() {
        var pair = staffroom.pair();
        var other = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var ours = tutor.schedule(CLINIC, Staffroom.today().plusDays(5), pair.school().id());
        assertThat(
            new EventDesk(pair.ect().client()).standing(pair.ect().id(), CLINIC).findValuesAsString("id")
        ).contains(ours);
        var elsewhere = new EventDesk(other.ect().client());
        assertThat(elsewhere.standing(other.ect().id(), CLINIC).findValuesAsString("id")).doesNotContain(ours);
        assertThat(problem(elsewhere.mutate("bookPlace", place(ours, other.ect().id())))).isEqualTo("NotFoundProblem");
        var forAll = EventDesk.date(CLINIC, Staffroom.today(), null);
        assertThat(problem(tutor.mutate("scheduleTrainingEvent", forAll))).isEqualTo("NotFoundProblem");
        var forOthers = EventDesk.date(CLINIC, Staffroom.today(), other.school().id());
        assertThat(problem(tutor.mutate("scheduleTrainingEvent", forOthers))).isEqualTo("NotFoundProblem");
        var byMentor = new EventDesk(pair.mentor().client());
        assertThat(problem(byMentor.mutate("bookPlace", place(ours, pair.ect().id())))).isEqualTo("NotFoundProblem");
        assertThat(problem(byMentor.mutate("bookPlace", place(ours, pair.mentor().id())))).isEqualTo(
            "ValidationProblem"
        );
    }

    @Test
    void whoeverMaySeeADateFindsItByItsDay() {
        var pair = staffroom.pair();
        var other = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var elsewhere = staffroom.tutorOf(other.school()).client();
        var administrator = staffroom.administrator().client();
        var day = Staffroom.today().plusDays(33);
        var forAll = new EventDesk(administrator).schedule(CLINIC, day, null);
        var ours = new EventDesk(tutor).schedule(CLINIC, day, pair.school().id());
        for (var client : List.of(tutor, pair.ect().client(), pair.mentor().client(), administrator)) {
            assertThat(on(client, day, "")).contains(ours, forAll);
        }
        for (var client : List.of(elsewhere, other.ect().client())) {
            assertThat(on(client, day, ""))
                .contains(forAll)
                .doesNotContain(ours);
            assertThat(on(client, day, pair.school().id()))
                .contains(forAll)
                .doesNotContain(ours);
        }
        assertThat(on(administrator, day, pair.school().id())).contains(ours, forAll);
        assertThat(on(administrator, day, other.school().id()))
            .contains(forAll)
            .doesNotContain(ours);
    }

    private static List<String> on(TestClient client, LocalDate day, String schoolId) {
        var school = schoolId.isEmpty() ? "" : ", schoolId: \"" + schoolId + "\"";
        var document = "{ viewer { trainingEvents(from: \"%s\", to: \"%s\"%s) { id } } }".formatted(day, day, school);
        return client.data(document, Map.of()).findValuesAsString("id");
    }

    @Test
    void anotherDateTakesThePlaceOfTheOneBookedBefore() {
        var pair = staffroom.pair();
        var administrator = new EventDesk(staffroom.administrator().client());
        var first = administrator.schedule(CLINIC, Staffroom.today().plusDays(3), null);
        var second = administrator.schedule(CLINIC, Staffroom.today().plusDays(9), null);
        var ect = new EventDesk(pair.ect().client());
        ect.book(first, pair.ect().id());
        assertThat(ect.book(second, pair.ect().id()).at("/date/id").asString()).isEqualTo(second);
        var back = ect.done("cancelBooking", place(second, pair.ect().id()));
        assertThat(text(back.get("event"), "standing")).isEqualTo("NOT_BOOKED");
        assertThat(problem(ect.mutate("cancelBooking", place(first, pair.ect().id())))).isEqualTo("ValidationProblem");
    }

    @Test
    void whatWasMissedIsMadeUpForOnAnAlternateDate() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var missed = tutor.schedule(CLINIC, Staffroom.today().minusDays(1), pair.school().id());
        tutor.record(missed, List.of(), List.of(pair.ect().id()));
        assertThat(tutor.followUps(pair.school().id())).contains(pair.ect().id() + " clinic-1 MISSED");
        var alternate = tutor.schedule(CLINIC, Staffroom.today(), pair.school().id());
        var booked = tutor.book(alternate, pair.ect().id());
        assertThat(text(booked, "standing")).isEqualTo("BOOKED");
        assertThat(booked.get("missedOn").get(0).asString()).isEqualTo(Staffroom.today().minusDays(1).toString());
        assertThat(tutor.followUps(pair.school().id())).noneMatch(one -> one.startsWith(pair.ect().id() + " clinic-1"));
        tutor.record(alternate, List.of(pair.ect().id()), List.of());
        assertThat(text(tutor.standing(pair.ect().id(), CLINIC), "standing")).isEqualTo("ATTENDED");
        var again = tutor.mutate("bookPlace", place(alternate, pair.ect().id()));
        assertThat(problem(again)).isEqualTo("ValidationProblem");
    }

    @Test
    void orByContentThatIsAssigned() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var missed = tutor.schedule(CLINIC, Staffroom.today(), pair.school().id());
        tutor.record(missed, List.of(), List.of(pair.ect().id()));
        var ect = new EventDesk(pair.ect().client());
        var entry = Map.of("personId", pair.ect().id(), "entryId", CLINIC);
        assertThat(problem(ect.mutate("completeCatchUp", entry))).isEqualTo("ValidationProblem");
        var content = new HashMap<String, Object>(entry);
        content.put("content", "Watch the recording: https://example.org/clinic-1");
        assertThat(problem(ect.mutate("assignCatchUp", content))).isEqualTo("NotFoundProblem");
        tutor.done("assignCatchUp", content);
        assertThat(tutor.followUps(pair.school().id())).contains(pair.ect().id() + " clinic-1 CATCH_UP_ASSIGNED");
        // A date of today that they missed is none to book.
        assertThat(ect.standing(pair.ect().id(), CLINIC).get("upcomingDates").findValuesAsString("id")).doesNotContain(
            missed
        );
        ect.done("completeCatchUp", entry);
        var standing = ect.standing(pair.ect().id(), CLINIC);
        assertThat(text(standing, "standing")).isEqualTo("CAUGHT_UP");
        assertThat(standing.at("/catchUp/completedOn").asString()).isEqualTo(Staffroom.today().toString());
        assertThat(tutor.followUps(pair.school().id())).noneMatch(one -> one.startsWith(pair.ect().id() + " clinic-1"));
    }

    @Test
    void attendanceIsRecordedFromTheDayOnByThoseWhoseOfficeItIs() {
        var pair = staffroom.pair();
        var other = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var administrator = new EventDesk(staffroom.administrator().client());
        var tomorrow = administrator.schedule(CLINIC, Staffroom.today().plusDays(1), null);
        assertThat(problem(tutor.mutate("recordAttendance", came(tomorrow, pair.ect().id())))).isEqualTo(
            "ValidationProblem"
        );
        var today = administrator.schedule(CLINIC, Staffroom.today(), null);
        var both = Map.of(
            "trainingEventId",
            today,
            "attended",
            List.of(pair.ect().id()),
            "missed",
            List.of(pair.ect().id())
        );
        assertThat(problem(tutor.mutate("recordAttendance", both))).isEqualTo("ValidationProblem");
        assertThat(problem(tutor.mutate("recordAttendance", came(today, pair.mentor().id())))).isEqualTo(
            "ValidationProblem"
        );
        assertThat(problem(tutor.mutate("recordAttendance", came(today, other.ect().id())))).isEqualTo(
            "NotFoundProblem"
        );
        var self = new EventDesk(pair.ect().client());
        assertThat(problem(self.mutate("recordAttendance", came(today, pair.ect().id())))).isEqualTo("NotFoundProblem");
        administrator.record(today, List.of(other.ect().id()), List.of());
        var recorded = tutor.record(today, List.of(pair.ect().id()), List.of());
        assertThat(recorded.at("/trainingEvent/register")).hasSize(1);
        assertThat(recorded.at("/trainingEvent/register/0/person/id").asString()).isEqualTo(pair.ect().id());
        // A correction.
        tutor.record(today, List.of(), List.of(pair.ect().id()));
        assertThat(text(self.standing(pair.ect().id(), CLINIC), "standing")).isEqualTo("MISSED");
    }

    @Test
    void aMutationSentAgainChangesNothing() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var input = EventDesk.date(CLINIC, Staffroom.today(), pair.school().id());
        input.put("clientMutationId", "once");
        var first = tutor.done("scheduleTrainingEvent", input).at("/trainingEvent/id").asString();
        assertThat(tutor.done("scheduleTrainingEvent", input).at("/trainingEvent/id").asString()).isEqualTo(first);
        var came = new HashMap<String, Object>(came(first, pair.ect().id()));
        came.put("clientMutationId", "came");
        tutor.done("recordAttendance", came);
        tutor.record(first, List.of(), List.of(pair.ect().id()));
        tutor.done("recordAttendance", came);
        assertThat(text(tutor.standing(pair.ect().id(), CLINIC), "standing")).isEqualTo("MISSED");
    }

    @Test
    void aPlaceOnACancelledDateIsNone() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var date = tutor.schedule(CLINIC, Staffroom.today().plusDays(7), pair.school().id());
        var ect = new EventDesk(pair.ect().client());
        ect.book(date, pair.ect().id());
        var cancel = Map.of("trainingEventId", date, "reason", "The speaker is ill.");
        assertThat(problem(ect.mutate("cancelTrainingEvent", cancel))).isEqualTo("NotFoundProblem");
        tutor.done("cancelTrainingEvent", cancel);
        var standing = ect.standing(pair.ect().id(), CLINIC);
        assertThat(text(standing, "standing")).isEqualTo("NOT_BOOKED");
        assertThat(standing.get("upcomingDates").findValuesAsString("id")).doesNotContain(date);
        assertThat(problem(ect.mutate("bookPlace", place(date, pair.ect().id())))).isEqualTo("ValidationProblem");
    }

    @Test
    void anEventBesideTheProgrammeIsBookedLikeTheOthers() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var own = Map.of("title", "Voice care", "audience", "ECT", "kind", "CLINIC", "format", "IN_PERSON");
        var input = EventDesk.date(null, Staffroom.today().plusDays(2), pair.school().id());
        input.put("own", own);
        var date = tutor.done("scheduleTrainingEvent", input).at("/trainingEvent/id").asString();
        var ect = new EventDesk(pair.ect().client());
        assertThat(text(ect.standing(pair.ect().id(), date), "title")).isEqualTo("Voice care");
        assertThat(text(ect.book(date, pair.ect().id()), "standing")).isEqualTo("BOOKED");
        input.put("entryId", CLINIC);
        assertThat(problem(tutor.mutate("scheduleTrainingEvent", input))).isEqualTo("ValidationProblem");
    }

    @Test
    void whatIsWrongWithADateIsSaidWithItsField() {
        var pair = staffroom.pair();
        var tutor = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var input = EventDesk.date(CLINIC, Staffroom.today(), pair.school().id());
        input.put("startsAt", "9 o'clock");
        input.put("place", " ");
        assertThat(tutor.mutate("scheduleTrainingEvent", input).at("/problems").findValues("path"))
            .map(path -> path.get(1).asString())
            .containsExactly("place", "startsAt");
        input.put("startsAt", "18:00");
        input.put("place", "Hall");
        var order = tutor.mutate("scheduleTrainingEvent", input);
        assertThat(order.at("/problems/0/path/1").asString()).isEqualTo("endsAt");
    }

    private static Map<String, Object> place(String eventId, String personId) {
        return Map.of("trainingEventId", eventId, "personId", personId);
    }

    private static Map<String, Object> came(String eventId, String personId) {
        return Map.of("trainingEventId", eventId, "attended", List.of(personId), "missed", List.of());
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static String problem(JsonNode payload) {
        return payload.at("/problems/0/__typename").asString();
    }
}
