package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Time off teaching: what is due, what the tutor planned, what the person says they were given. */
@CoachbenchTest
class TimetableTests {

    private static final String TIME =
        "query ($id: ID!) { node(id: $id) { ... on Person { timetables { role expected planned halfTerms { halfTerm { name firstDay } expected planned given note } } } } }";

    private final Staffroom staffroom;

    TimetableTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void tenPercentAreDueInTheFirstYearAndFiveAfterIt() {
        var pair = staffroom.pair();
        var halfTerms = time(pair.ect().client(), pair.ect().id()).get("halfTerms");
        // The Staffroom's people began in September 2025.
        assertThat(halfTerms.size()).isGreaterThan(6);
        assertThat(halfTerms.get(0).at("/halfTerm/name").asString()).isEqualTo("Autumn 1");
        for (int i = 0; i < halfTerms.size(); i++) {
            assertThat(halfTerms.get(i).get("expected").asInt()).isEqualTo(i < 6 ? 10 : 5);
        }
    }

    @Test
    void aMentorHasOneLessonAWeekForEachEct() {
        var pair = staffroom.pair();
        staffroom.ectOf(pair.mentor(), pair.school());
        var time = time(pair.mentor().client(), pair.mentor().id());
        assertThat(time.get("role").asString()).isEqualTo("MENTOR");
        assertThat(time.get("expected").asInt()).isEqualTo(2);
    }

    @Test
    void theTutorPlansAndThePersonSaysWhatTheyWereGiven() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var ect = pair.ect().client();
        var firstDay = time(ect, pair.ect().id()).at("/halfTerms/1/halfTerm/firstDay").asString();
        done(tutor, "planTimetable", plan(pair.ect().id(), "2025-09-01", 10));
        done(tutor, "planTimetable", plan(pair.ect().id(), firstDay, 7.5));
        done(ect, "confirmTimetable", confirm(pair.ect().id(), firstDay));
        var halfTerms = time(tutor, pair.ect().id()).get("halfTerms");
        assertThat(halfTerms.get(0).get("planned").asDouble()).isEqualTo(10);
        assertThat(halfTerms.get(0).get("given").isNull()).isTrue();
        assertThat(halfTerms.get(1).get("planned").asDouble()).isEqualTo(7.5);
        assertThat(halfTerms.get(1).get("given").asString()).isEqualTo("PARTLY");
        assertThat(halfTerms.get(1).get("note").asString()).isEqualTo("Cover was short.");
    }

    @Test
    void nobodyElseSaysOrSeesIt() {
        var pair = staffroom.pair();
        var firstDay = time(pair.ect().client(), pair.ect().id()).at("/halfTerms/0/halfTerm/firstDay").asString();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var mentor = pair.mentor().client();
        assertThat(problem(tutor, "confirmTimetable", confirm(pair.ect().id(), firstDay))).isEqualTo("NotFoundProblem");
        assertThat(problem(mentor, "planTimetable", plan(pair.ect().id(), firstDay, 10))).isEqualTo("NotFoundProblem");
        assertThat(mentor.data(TIME, Map.of("id", pair.ect().id())).at("/node/timetables").isNull()).isTrue();
        var later = confirm(pair.ect().id(), "2999-09-02");
        assertThat(problem(pair.ect().client(), "confirmTimetable", later)).isEqualTo("ValidationProblem");
        var tooMuch = new HashMap<String, Object>(plan(pair.mentor().id(), firstDay, 41));
        tooMuch.put("role", "MENTOR");
        assertThat(problem(tutor, "planTimetable", tooMuch)).isEqualTo("ValidationProblem");
    }

    private static Map<String, Object> plan(String personId, String from, double amount) {
        return Map.of("personId", personId, "role", "ECT", "from", from, "amount", amount);
    }

    private static Map<String, Object> confirm(String personId, String halfTerm) {
        return Map.of(
            "personId",
            personId,
            "role",
            "ECT",
            "halfTerm",
            halfTerm,
            "given",
            "PARTLY",
            "note",
            "Cover was short."
        );
    }

    private static JsonNode time(TestClient client, String personId) {
        return client.data(TIME, Map.of("id", personId)).at("/node/timetables/0");
    }

    private static void done(TestClient client, String mutation, Map<String, Object> input) {
        assertThat(send(client, mutation, input)).isEmpty();
    }

    private static String problem(TestClient client, String mutation, Map<String, Object> input) {
        return send(client, mutation, input).at("/0/__typename").asString();
    }

    private static JsonNode send(TestClient client, String mutation, Map<String, Object> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var document = "mutation ($input: %s) { %s(input: $input) { problems { __typename } } }".formatted(
            type,
            mutation
        );
        return client.data(document, Map.of("input", input)).at("/" + mutation + "/problems");
    }
}
