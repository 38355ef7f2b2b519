package org.coachbench.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A tutor sees who needs attention and why, who deserves praise, and how often people met. */
@CoachbenchTest
class DeskTests {

    private static final LocalDate TODAY = Staffroom.today();
    private static final String DESK =
        "{ viewer { schools { id attention { kind since why ect { id name } mentor { id } } keepsMeetings { weeks meetings mentor { id } ect { id } } } } }";
    private static final String ENGAGEMENT =
        "query ($from: Date, $to: Date, $by: EngagementGrouping!, $schools: [ID!]) { engagement(from: $from, to: $to, by: $by, schoolIds: $schools) { from to all { ects weeks expected held coaching missed study { due done } events { due done } } groups { name putTogether figures { ects held } } time { halfTerms planned given notGiven } halfTerms { name firstDay figures { held expected } } standing { onTrack due overdue notOnProgramme } } }";

    private final Staffroom staffroom;

    DeskTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void whoIsOverdueOrWithoutAMentorNeedsAttention() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var attention = tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention");
        assertThat(attention.findValuesAsString("kind")).containsExactly("MEETING_OVERDUE");
        assertThat(attention.at("/0/why").asString()).startsWith("They have not met yet");
        assertThat(attention.at("/0/mentor/id").asString()).isEqualTo(pair.mentor().id());
        var mentorship = pair
            .ect()
            .client()
            .data("{ viewer { mentoredBy { id } } }", Map.of())
            .at("/viewer/mentoredBy/id")
            .asString();
        var yesterday = TODAY.minusDays(1);
        tutor.data(
            "mutation ($input: EndMentorshipInput!) { endMentorship(input: $input) { problems { message } } }",
            Map.of("input", Map.of("mentorshipId", mentorship, "finishedOn", yesterday.toString()))
        );
        attention = tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention");
        assertThat(attention.findValuesAsString("kind")).containsExactly("NO_MENTOR", "MEETING_OVERDUE");
        assertThat(attention.at("/0/since").asString()).isEqualTo(TODAY.toString());
    }

    @Test
    void whoMetNeedsNone() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        assertThat(tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention")).isEmpty();
    }

    @Test
    void onlyTheTutorSeesTheDesk() {
        var pair = staffroom.pair();
        var node =
            "query ($id: ID!) { node(id: $id) { ... on School { id attention { kind } keepsMeetings { weeks } } } }";
        for (var client : new TestClient[] { pair.mentor().client(), staffroom.administrator().client() }) {
            var school = client.data(node, Map.of("id", pair.school().id())).get("node");
            assertThat(school.get("id").asString()).isEqualTo(pair.school().id());
            assertThat(school.get("attention").isNull()).isTrue();
            assertThat(school.get("keepsMeetings").isNull()).isTrue();
        }
        assertThat(pair.mentor().client().data(ENGAGEMENT, Map.of("by", "SCHOOL")).get("engagement").isNull()).isTrue();
    }

    @Test
    void engagementCountsWhatTookPlaceBesideWhatWasDue() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        for (int i = 0; i < 5; i++) {
            staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        }
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        var engagement = engagement(tutor, TODAY.minusWeeks(8), "MENTOR_LOAD");
        assertThat(engagement.at("/all/ects").asInt()).isEqualTo(6);
        assertThat(engagement.at("/all/held").asInt()).isEqualTo(1);
        assertThat(engagement.at("/all/coaching").asInt()).isEqualTo(1);
        assertThat(engagement.at("/groups")).hasSize(1);
        assertThat(engagement.at("/groups/0/name").asString()).isEqualTo("Mentor of 6 ECTs");
        assertThat(engagement.at("/standing/onTrack").asInt()).isEqualTo(1);
        assertThat(engagement.at("/standing/overdue").asInt()).isEqualTo(5);
        assertThat(
            engagement
                .get("halfTerms")
                .valueStream()
                .mapToDouble(halfTerm -> halfTerm.at("/figures/expected").asDouble())
                .sum()
        ).isEqualTo(engagement.at("/all/expected").asDouble());
        assertThat(engagement.at("/to").asString()).isEqualTo(TODAY.toString());
        var later = engagement(tutor, TODAY, "SCHOOL");
        assertThat(later.at("/all/held").asInt()).isEqualTo(1);
    }

    @Test
    void smallGroupsArePutTogetherAndForeignSchoolsLeftOut() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        for (int i = 0; i < 3; i++) {
            staffroom.ectWithoutAccount(staffroom.mentorAt(pair.school()), pair.school());
        }
        staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        var other = staffroom.pair();
        var groups = tutor
            .data(
                ENGAGEMENT,
                Map.of("by", "MENTOR_LOAD", "from", TODAY.minusWeeks(8).toString(), "schools", new String[] {
                    pair.school().id(),
                    other.school().id(),
                })
            )
            .at("/engagement/groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/putTogether").asInt()).isEqualTo(2);
        assertThat(groups.at("/0/figures/ects").asInt()).isEqualTo(5);
    }

    @Test
    void aDeliveryPartnerGetsNoFiguresOfFewerThanFive() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var tutor = staffroom.tutorOf(pair.school()).client();
        for (int i = 0; i < 4; i++) {
            var ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            tutor.data(
                "mutation ($input: PlanProgrammeInput!) { planProgramme(input: $input) { problems { message } } }",
                Map.of(
                    "input",
                    Map.of("ectId", ect.id(), "startedOn", TODAY.minusWeeks(2).toString(), "schedule", "TWO_YEARS")
                )
            );
        }
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        var registrar = new Clerk(staffroom.administrator().client());
        var partner = registrar
            .done("registerDeliveryPartner", "deliveryPartner { id }", Map.of("name", "Hub of " + pair.school().urn()))
            .at("/deliveryPartner/id")
            .asString();
        registrar.done(
            "startPartnership",
            Map.of(
                "schoolId",
                pair.school().id(),
                "deliveryPartnerId",
                partner,
                "leadProvider",
                "x",
                "startedOn",
                "2026-02-01"
            )
        );
        var reader = staffroom.colleague(false);
        registrar.done(
            "appointPartnerAdministrator",
            Map.of("personId", reader.id(), "deliveryPartnerId", partner, "startedOn", "2026-02-01")
        );
        var whole = engagement(tutor, TODAY.minusWeeks(8), "SCHOOL");
        var told = engagement(reader.client(), TODAY.minusWeeks(8), "SCHOOL");
        // Before the four began there was one ECT, whose weeks are nobody's but the tutor's to see.
        assertThat(whole.at("/all/weeks").asInt() - told.at("/all/weeks").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(told.at("/all/ects").asInt()).isEqualTo(5);
        assertThat(told.at("/all/coaching").isNull()).as("which kind of meeting").isTrue();
        assertThat(engagement(reader.client(), TODAY.minusWeeks(8), "YEAR").at("/groups")).isEmpty();
        assertThat(engagement(reader.client(), TODAY.minusWeeks(8), "SCHOOL").at("/groups")).hasSize(1);
    }

    @Test
    void oneEctReachedByTwoWaysIsOneAnswer() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var school = tutor
            .data(
                "{ viewer { schools { people { person { cadence { state } programme { year } } } attention { ect { cadence { state } programme { year } } } } } }",
                Map.of()
            )
            .at("/viewer/schools/0");
        assertThat(school.at("/attention/0/ect/cadence/state").asString()).isEqualTo("OVERDUE");
    }

    @Test
    void selfStudyEventsAndTimeAreCountedToo() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var ect = pair.ect().client();
        for (var item : List.of("module_positive-classroom-culture", "module_expectations-and-routines")) {
            change(ect, "markSelfStudy", Map.of("personId", pair.ect().id(), "itemId", item, "completed", true));
        }
        change(
            tutor,
            "planTimetable",
            Map.of("personId", pair.ect().id(), "role", "ECT", "from", "2025-09-01", "amount", 10)
        );
        var halfTerm = ect
            .data(
                "query ($id: ID!) { node(id: $id) { ... on Person { timetables { halfTerms { halfTerm { firstDay } } } } } }",
                Map.of("id", pair.ect().id())
            )
            .at("/node/timetables/0/halfTerms/0/halfTerm/firstDay")
            .asString();
        change(
            ect,
            "confirmTimetable",
            Map.of("personId", pair.ect().id(), "role", "ECT", "halfTerm", halfTerm, "given", "YES")
        );
        var figures = engagement(tutor, LocalDate.of(2025, 9, 1), "PHASE");
        var programme = tutor
            .data(
                "query ($id: ID!) { node(id: $id) { ... on Person { selfStudy { expected } programmeEvents { year dueBy } } } }",
                Map.of("id", pair.ect().id())
            )
            .get("node");
        assertThat(figures.at("/all/study/due")).isEqualTo(programme.at("/selfStudy/0/expected"));
        assertThat(figures.at("/all/study/done").asInt()).isEqualTo(2);
        var pastEvents = programme
            .get("programmeEvents")
            .valueStream()
            .filter(event -> event.get("year").isInt())
            .filter(event -> LocalDate.parse(event.get("dueBy").asString()).isBefore(TODAY))
            .count();
        assertThat(figures.at("/all/events/due").asLong()).isEqualTo(pastEvents).isPositive();
        assertThat(figures.at("/all/events/done").asInt()).isZero();
        assertThat(figures.at("/time/planned")).isEqualTo(figures.at("/time/halfTerms"));
        assertThat(figures.at("/time/given").asInt()).isEqualTo(1);
        assertThat(figures.at("/groups/0/name").asString()).isEqualTo("Groups of fewer than five");
    }

    @Test
    void aHeadteacherOfFewDoesNotReadWhatOneOfThemSaid() {
        var pair = staffroom.pair();
        var head = staffroom.colleague(false);
        new Clerk(staffroom.administrator().client()).done(
            "appointHeadteacher",
            Map.of("personId", head.id(), "schoolId", pair.school().id(), "startedOn", "2026-02-01")
        );
        var time = engagement(head.client(), LocalDate.of(2025, 9, 1), "SCHOOL").get("time");
        assertThat(time.get("halfTerms").asInt()).isPositive();
        assertThat(time.get("planned").asInt()).isZero();
        assertThat(time.get("given").isNull()).isTrue();
        for (int i = 0; i < 4; i++) {
            staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        }
        assertThat(
            engagement(head.client(), LocalDate.of(2025, 9, 1), "SCHOOL")
                .at("/time/given")
                .asInt()
        ).isZero();
    }

    @Test
    void aMissedEventAndModulesLeftBehindNeedAttention() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        var tutor = staffroom.tutorOf(pair.school()).client();
        var date = change(
            tutor,
            "scheduleTrainingEvent",
            "trainingEvent { id }",
            Map.of(
                "entryId",
                "clinic-1",
                "schoolId",
                pair.school().id(),
                "date",
                TODAY.toString(),
                "startsAt",
                "15:00",
                "endsAt",
                "16:00",
                "place",
                "Hall"
            )
        )
            .at("/trainingEvent/id")
            .asString();
        change(pair.ect().client(), "bookPlace", Map.of("trainingEventId", date, "personId", pair.ect().id()));
        change(
            tutor,
            "recordAttendance",
            Map.of("trainingEventId", date, "attended", List.of(), "missed", List.of(pair.ect().id()))
        );
        var attention = tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention");
        assertThat(attention.findValuesAsString("kind")).containsExactly("EVENT_MISSED");
        assertThat(attention.at("/0/since").asString()).isEqualTo(TODAY.toString());
        change(
            pair.ect().client(),
            "markSelfStudy",
            Map.of("personId", pair.ect().id(), "itemId", "module_expectations-and-routines", "completed", true)
        );
        attention = tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention");
        assertThat(attention.findValuesAsString("kind")).containsExactly("EVENT_MISSED", "SELF_STUDY_BEHIND");
        change(
            tutor,
            "assignCatchUp",
            Map.of("personId", pair.ect().id(), "entryId", "clinic-1", "content", "The recording")
        );
        attention = tutor.data(DESK, Map.of()).at("/viewer/schools/0/attention");
        assertThat(attention.findValuesAsString("kind")).containsExactly("SELF_STUDY_BEHIND");
    }

    private static void change(TestClient client, String mutation, Map<String, ?> input) {
        change(client, mutation, "__typename", input);
    }

    private static JsonNode change(TestClient client, String mutation, String fields, Map<String, ?> input) {
        return new Clerk(client).done(mutation, fields, input);
    }

    private static JsonNode engagement(TestClient client, LocalDate from, String by) {
        return client.data(ENGAGEMENT, Map.of("from", from.toString(), "by", by)).get("engagement");
    }
}
