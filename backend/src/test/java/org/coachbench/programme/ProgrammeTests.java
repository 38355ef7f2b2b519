package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tutors say when ECTs are on the programme; everybody concerned sees what is due. */
@CoachbenchTest
class ProgrammeTests {

    private static final LocalDate TODAY = Staffroom.today();
    private static final String OWN =
        "{ viewer { person { programme { startedOn schedule endsOn year breaks { startedOn finishedOn } } cadence { state due dueBy overdueSince lastMeetingOn why weeks { monday state } } } } }";

    private final Staffroom staffroom;

    ProgrammeTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void whatWasNotAgreedIsTwoYearsFromTheFirstDayAtASchool() {
        var pair = staffroom.pair();
        var programme = pair.ect().client().data(OWN, Map.of()).at("/viewer/person/programme");
        assertThat(programme.get("startedOn").asString()).isEqualTo("2025-09-01");
        assertThat(programme.get("endsOn").asString()).isEqualTo("2027-08-31");
        assertThat(pair.mentor().client().data(OWN, Map.of()).at("/viewer/person/programme").isNull()).isTrue();
    }

    @Test
    void aMeetingMakesAnOverdueEctOnTrack() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        plan(tutor, pair.ect(), TODAY.minusWeeks(20));
        var before = cadence(pair.ect());
        assertThat(before.get("state").asString()).isEqualTo("OVERDUE");
        assertThat(before.get("due").asString()).isEqualTo("INSTRUCTIONAL_COACHING");
        assertThat(before.get("lastMeetingOn").isNull()).isTrue();
        assertThat(before.get("why").asString()).isEqualTo(
            "Year 1, no pastoral meetings at the school: instructional coaching every school week."
        );
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        assertThat(cadence(pair.ect()).get("state").asString()).as("a plan is no meeting").isEqualTo("OVERDUE");
        coach.done("startSession", Map.of());
        var after = cadence(pair.ect());
        assertThat(after.get("state").asString()).isEqualTo("ON_TRACK");
        assertThat(after.get("overdueSince").isNull()).isTrue();
        assertThat(after.get("lastMeetingOn").asString()).isEqualTo(TODAY.toString());
        coach.done("cancelCycle", Map.of("reason", "Fire drill"));
        assertThat(cadence(pair.ect()).get("state").asString()).as("given up in between").isEqualTo("OVERDUE");
    }

    @Test
    void pastoralMeetingsCountWhereTheSchoolHasThem() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        plan(tutor, pair.ect(), TODAY.minusWeeks(20));
        done(
            tutor,
            "choosePastoralMeetings",
            Map.of("schoolId", pair.school().id(), "from", TODAY.minusWeeks(30).toString(), "pastoralMeetings", true),
            "school { pastoralChoices { from pastoralMeetings } }"
        );
        assertThat(cadence(pair.ect()).get("why").asString()).startsWith("Year 1: a meeting every school week");
        done(
            pair.mentor().client(),
            "logPastoralMeeting",
            Map.of("ectId", pair.ect().id(), "on", TODAY.minusDays(14).toString()),
            "ect { id }"
        );
        assertThat(cadence(pair.ect()).get("lastMeetingOn").asString()).isEqualTo(TODAY.minusDays(14).toString());
        assertThat(cadence(pair.ect()).get("weeks").findValuesAsString("state"))
            .as("coaching was due in that week")
            .doesNotContain("PASTORAL", "COACHED");
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        assertThat(cadence(pair.ect()).get("state").asString()).isEqualTo("ON_TRACK");
        assertThat(
            problems(
                pair.mentor().client(),
                "logPastoralMeeting",
                Map.of("ectId", pair.ect().id(), "on", TODAY.plusDays(1).toString())
            )
        ).contains("Enter today or one of the 60 days before.");
    }

    @Test
    void aBreakStopsWhatIsDueAndCanBeEnded() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var since = TODAY.minusWeeks(3).toString();
        done(tutor, "recordBreak", Map.of("ectId", pair.ect().id(), "startedOn", since), "ect { id }");
        assertThat(cadence(pair.ect()).get("state").asString()).isEqualTo("PAUSED");
        assertThat(
            problems(tutor, "recordBreak", Map.of("ectId", pair.ect().id(), "startedOn", TODAY.toString()))
        ).contains("They are on a break from " + since);
        done(
            tutor,
            "recordBreak",
            Map.of("ectId", pair.ect().id(), "startedOn", since, "finishedOn", TODAY.minusDays(1).toString()),
            "ect { id }"
        );
        assertThat(cadence(pair.ect()).get("state").asString()).isNotEqualTo("PAUSED");
        var programme = pair.ect().client().data(OWN, Map.of()).at("/viewer/person/programme");
        assertThat(programme.get("breaks")).hasSize(1);
        assertThat(programme.get("endsOn").asString()).isEqualTo("2027-09-21");
    }

    @Test
    void aSchoolSetsItsOwnYear() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var year = SchoolYear.of(TODAY);
        var usual = SchoolYear.usualInEngland(year);
        var days = new ArrayList<Map<String, String>>();
        for (var halfTerm : usual.halfTerms()) {
            days.add(
                Map.of("firstDay", halfTerm.firstDay().plusDays(1).toString(), "lastDay", halfTerm.lastDay().toString())
            );
        }
        var input = new HashMap<String, Object>(
            Map.of("schoolId", pair.school().id(), "startsIn", year, "halfTerms", days, "closedDays", List.of())
        );
        var set = done(tutor, "setSchoolYear", input, "school { schoolYears { startsIn own halfTerms { firstDay } } }");
        assertThat(set.at("/school/schoolYears/0/own").asBoolean()).isTrue();
        assertThat(set.at("/school/schoolYears/0/halfTerms/0/firstDay").asString()).isEqualTo(
            usual.halfTerms().getFirst().firstDay().plusDays(1).toString()
        );
        assertThat(set.at("/school/schoolYears/1/own").asBoolean()).isFalse();
        days.set(2, days.get(1));
        assertThat(problems(tutor, "setSchoolYear", input)).contains(
            "Enter a day after the end of the half-term before"
        );
        days.removeLast();
        assertThat(problems(tutor, "setSchoolYear", input)).contains("Enter all six half-terms.");
        input.put("halfTerms", List.of());
        var unset = done(tutor, "setSchoolYear", input, "school { schoolYears { own } }");
        assertThat(unset.at("/school/schoolYears/0/own").asBoolean()).isFalse();
    }

    @Test
    void wrongDatesAreRefusedAndARepeatChangesNothing() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var input = Map.of("ectId", pair.ect().id(), "startedOn", "2025-09-01", "schedule", "PERSONALISED");
        assertThat(problems(tutor, "planProgramme", input)).contains("Enter the last day that was agreed");
        var early = new HashMap<String, Object>(input);
        early.put("agreedEnd", "2025-08-31");
        assertThat(problems(tutor, "planProgramme", early)).contains("Enter the first day or a later one.");
        var first = new HashMap<String, Object>(input);
        first.putAll(Map.of("schedule", "THREE_YEARS", "clientMutationId", "once"));
        done(tutor, "planProgramme", first, "ect { id }");
        done(
            tutor,
            "planProgramme",
            Map.of("ectId", pair.ect().id(), "startedOn", "2025-09-02", "schedule", "TWO_YEARS"),
            "ect { id }"
        );
        var again = done(tutor, "planProgramme", first, "ect { programme { schedule } }");
        assertThat(again.at("/ect/programme/schedule").asString()).isEqualTo("TWO_YEARS");
    }

    @Test
    void anotherSchoolsTutorSeesAndPlansNothing() {
        var pair = staffroom.pair();
        var other = staffroom.tutorOf(staffroom.school()).client();
        assertThat(
            problems(other, "recordBreak", Map.of("ectId", pair.ect().id(), "startedOn", TODAY.toString()))
        ).contains("There is no such ECT.");
        var node = "query ($id: ID!) { node(id: $id) { ... on Person { programme { year } cadence { state } } } }";
        assertThat(other.data(node, Map.of("id", pair.ect().id())).get("node").isNull()).isTrue();
    }

    private static JsonNode cadence(Colleague ect) {
        return ect.client().data(OWN, Map.of()).at("/viewer/person/cadence");
    }

    private static void plan(TestClient tutor, Colleague ect, LocalDate start) {
        done(
            tutor,
            "planProgramme",
            Map.of("ectId", ect.id(), "startedOn", start.toString(), "schedule", "TWO_YEARS"),
            "ect { id }"
        );
    }

    private static JsonNode done(TestClient client, String mutation, Map<String, ?> input, String selection) {
        var payload = mutate(client, mutation, input, selection);
        assertThat(payload.get("problems")).isEmpty();
        return payload;
    }

    private static String problems(TestClient client, String mutation, Map<String, ?> input) {
        return mutate(client, mutation, input, "").get("problems").toString();
    }

    private static JsonNode mutate(TestClient client, String mutation, Map<String, ?> input, String selection) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var document = "mutation ($input: %s) { %s(input: $input) { %s problems { message path } } }".formatted(
            type,
            mutation,
            selection
        );
        return client.data(document, Map.of("input", input)).get(mutation);
    }
}
