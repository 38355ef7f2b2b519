package org.coachbench.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CycleMutations;
import org.coachbench.people.People;
import org.coachbench.people.Registration;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolFacts;
import org.coachbench.people.Schools;
import org.coachbench.programme.ProgrammePlanning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The demo trust, as its tutor, a headteacher and the delivery partner see it. */
@CoachbenchTest
@TestPropertySource(properties = "coachbench.demo=true")
class DemoTrustTests {

    private static final String DESK =
        "{ viewer { schools { name people { role person { name cadence { state } } } attention { kind ect { name } } keepsMeetings { ect { name } } } } }";
    private static final String FIGURES =
        "query ($schools: [ID!]) { engagement(schoolIds: $schools, by: SCHOOL) { all { ects held } groups { name figures { ects } } schoolsLeftOut } viewer { figureSchools { id name } } }";

    private static final String SCHOOLS =
        "{ viewer { schools { name eventsToFollowUp { title standing person { name } } people { role person { name selfStudy { role completed behind } timetables { role expected planned halfTerms { given } } } } } } }";
    private static final String DATES =
        "query ($from: Date!, $to: Date!) { viewer { trainingEvents(from: $from, to: $to) { title date school { name } register { state person { name } } } } }";
    private static final String TUTOR =
        "{ viewer { concerns { edges { node { open topic told person { name } trail { kind } } } } messagesSent { edges { node { kind about text seenAt to { name } } } } visitsMade { edges { node { feedback answer ect { name } } } } } }";
    private static final String ECT =
        "{ viewer { person { selfStudy { completed behind } timetables { planned halfTerms { given } } programmeEvents { standing missedOn catchUp { content } date { title } } } messages { edges { node { kind } } } visitsReceived { edges { node { tutor { name } feedback } } } } }";

    private final Staffroom staffroom;
    private final DemoTrust trust;

    DemoTrustTests(
        @Autowired Staffroom staffroom,
        @Autowired Registration registration,
        @Autowired SchoolFacts facts,
        @Autowired ProgrammePlanning planning,
        @Autowired CycleMutations mutations,
        @Autowired DemoClock clock,
        @Autowired People people,
        @Autowired Schools schools,
        @Autowired DemoProgramme programme,
        @Autowired DemoDesk desk
    ) {
        this.staffroom = staffroom;
        var administrator = new Viewer(people.findByEmail(DemoPeople.ADMINISTRATOR).orElseThrow().id(), true);
        trust = new DemoTrust(
            registration,
            facts,
            planning,
            mutations,
            clock,
            people,
            schools,
            programme,
            desk,
            administrator
        );
    }

    /** Worked out by the calendar: who met in every week that is over is asked for at most the present one. */
    @Test
    void everyStateIsThereAndEverybodySeesTheirPart() throws IOException {
        trust.record(DemoPeople.OFFICES, 4);
        var desk = signedIn(DemoPeople.OFFICES.tutor()).data(DESK, Map.of()).at("/viewer/schools");
        assertThat(desk.findValuesAsString("name")).contains("Elmbridge Community School", "Northgate Academy");
        var states = states(desk);
        assertThat(List.of("Callum Reid", "Amara Nwosu", "Zoe Archer"))
            .extracting(states::get)
            .allMatch(state -> state.equals("DUE") || state.equals("ON_TRACK"));
        // Who started the year before is through where this demo begins in autumn.
        assertThat(states.get("Hana Yusuf")).isIn("ON_TRACK", "FINISHED");
        assertThat(states)
            .containsEntry("Tariq Aziz", "OVERDUE")
            .containsEntry("Ben Hollis", "OVERDUE")
            .containsEntry("Beth Sawyer", "OVERDUE");
        assertThat(states.get("Leo Marsh")).isIn("PAUSED", "FINISHED");
        var attention = new HashMap<String, String>();
        desk.findValues("attention").forEach(list ->
            list.forEach(one -> attention.put(one.at("/ect/name").asString() + " " + one.get("kind").asString(), ""))
        );
        assertThat(attention.keySet())
            .contains("Beth Sawyer NO_MENTOR", "Tariq Aziz MEETING_OVERDUE", "Ben Hollis MEETING_OVERDUE")
            .contains("Isla Morgan EVENT_MISSED", "Jack Turner EVENT_MISSED", "Marcus Hale EVENT_MISSED")
            .contains("Tariq Aziz SELF_STUDY_BEHIND")
            .doesNotContain("Ben Hollis SELF_STUDY_BEHIND", "Priya Shah EVENT_MISSED")
            .noneMatch(one -> one.startsWith("Leo Marsh") || one.startsWith("Callum Reid"));
        assertThat(desk.findValues("keepsMeetings").toString()).contains("Zoe Archer").doesNotContain("Tariq");

        var partner = signedIn(DemoPeople.OFFICES.partnerAdministrator());
        var figures = partner.data(FIGURES, Map.of());
        assertThat(figures.at("/viewer/figureSchools")).hasSize(3);
        assertThat(figures.at("/engagement/groups")).hasSize(3);
        assertThat(figures.at("/engagement/all/held").asInt()).isPositive();
        assertThat(partner.data(DESK, Map.of()).at("/viewer/schools")).isEmpty();
        var held = figures.at("/engagement/all/held").asInt();

        trust.record(DemoPeople.OFFICES, 4);
        assertThat(partner.data(FIGURES, Map.of()).at("/engagement/all/held").asInt()).as("done again").isEqualTo(held);
    }

    @Test
    void theTutorSeesWhatIsStudiedAttendedAndTalkedAbout() throws IOException {
        trust.record(DemoPeople.OFFICES, 4);
        var tutor = signedIn(DemoPeople.OFFICES.tutor());
        var first = List.of(schools(tutor), dates(tutor), tutor.data(TUTOR, Map.of()));

        var toFollowUp = first
            .getFirst()
            .findValues("eventsToFollowUp")
            .stream()
            .flatMap(JsonNode::valueStream)
            .map(event -> event.at("/person/name").asString() + " " + event.get("standing").asString());
        assertThat(toFollowUp).containsExactlyInAnyOrder(
            "Laura Kemp NOT_BOOKED",
            "Isla Morgan MISSED",
            "Jack Turner MISSED",
            "Marcus Hale MISSED",
            "Priya Shah CATCH_UP_ASSIGNED",
            "Sam Ortiz CATCH_UP_ASSIGNED",
            "Yusuf Demir CATCH_UP_ASSIGNED"
        );
        var studied = studied(first.getFirst());
        assertThat(studied.get("Callum Reid")).isEqualTo(0);
        assertThat(studied.get("Isla Morgan")).isEqualTo(1);
        assertThat(studied.get("Tariq Aziz")).isEqualTo(3);
        assertThat(studied.get("Ben Hollis")).isGreaterThanOrEqualTo(4);
        assertThat(withoutTime(first.getFirst())).containsExactly("Ben Hollis");
        assertThat(first.getFirst().findValuesAsString("given")).contains("YES", "PARTLY", "NO");

        var events = first.get(1).at("/viewer/trainingEvents");
        assertThat(events.findValuesAsString("state")).contains("ATTENDED", "MISSED", "BOOKED");
        var offeredToAll = events
            .valueStream()
            .filter(event -> event.get("school").isNull())
            .collect(groupingBy(event -> event.get("title").asString(), counting()));
        assertThat(offeredToAll.values()).isNotEmpty().containsOnly(2L);
        assertThat(
            events
                .findValues("school")
                .stream()
                .filter(school -> !school.isNull())
                .distinct()
        ).hasSize(3);

        var desk = first.get(2);
        assertThat(desk.at("/viewer/concerns/edges").toString()).contains(
            "NOT_ENGAGING",
            "APPROPRIATE_BODY",
            "Ben Hollis",
            "WORKLOAD",
            "Leo Marsh",
            "CLOSED"
        );
        assertThat(desk.at("/viewer/concerns/edges").findValues("open"))
            .extracting(JsonNode::asBoolean)
            .contains(true, false)
            .hasSize(2);
        assertThat(desk.at("/viewer/messagesSent/edges")).hasSize(4);
        assertThat(desk.at("/viewer/messagesSent/edges").findValuesAsString("kind")).contains("NUDGE", "PRAISE");
        assertThat(desk.at("/viewer/visitsMade/edges")).hasSize(2);

        trust.record(DemoPeople.OFFICES, 4);
        assertThat(List.of(schools(tutor), dates(tutor), tutor.data(TUTOR, Map.of())))
            .as("done again")
            .isEqualTo(first);
    }

    @Test
    void anEctSeesTheirOwnPart() throws IOException {
        trust.record(DemoPeople.OFFICES, 4);
        var priya = signedIn("priya@demo.coachbench.org").data(ECT, Map.of()).at("/viewer");
        assertThat(priya.at("/person/selfStudy/0/completed").asInt()).isPositive();
        assertThat(priya.at("/person/selfStudy/0/behind").asInt()).isEqualTo(1);
        assertThat(priya.at("/person/timetables/0/planned").asInt()).isPositive();
        assertThat(priya.at("/person/timetables").findValuesAsString("given")).contains("YES");
        assertThat(priya.at("/person/programmeEvents").findValuesAsString("standing")).contains(
            "CATCH_UP_ASSIGNED",
            "BOOKED",
            "NOT_BOOKED"
        );
        assertThat(priya.at("/messages/edges").findValuesAsString("kind")).containsExactly("NUDGE");

        var eli = signedIn("eli@demo.coachbench.org").data(ECT, Map.of()).at("/viewer");
        assertThat(eli.at("/person/programmeEvents").findValuesAsString("standing")).contains("ATTENDED", "BOOKED");
        assertThat(eli.at("/visitsReceived/edges").findValues("tutor")).hasSize(1);
        assertThat(eli.at("/visitsReceived/edges/0/node/feedback").isNull()).as("between tutor and mentor").isTrue();
    }

    private static JsonNode schools(TestClient tutor) {
        return tutor.data(SCHOOLS, Map.of()).at("/viewer/schools");
    }

    private static JsonNode dates(TestClient tutor) {
        var today = SchoolDay.today();
        return tutor.data(DATES, Map.of("from", today.minusYears(2), "to", today.plusYears(1)));
    }

    /** By ECT, how many modules they are behind. */
    private static Map<String, Integer> studied(JsonNode schools) {
        var behind = new HashMap<String, Integer>();
        for (var person : schools.findValues("person")) {
            for (var study : person.path("selfStudy")) {
                if (study.get("role").asString().equals("ECT")) {
                    behind.put(person.get("name").asString(), study.get("behind").asInt());
                }
            }
        }
        return behind;
    }

    /** ECTs on whose timetable nothing is planned of the time that is due. */
    private static List<String> withoutTime(JsonNode schools) {
        return schools
            .findValues("person")
            .stream()
            .filter(person ->
                person
                    .path("timetables")
                    .valueStream()
                    .anyMatch(time -> time.get("expected").asInt() > 0 && time.get("planned").isNull())
            )
            .map(person -> person.get("name").asString())
            .distinct()
            .toList();
    }

    private static Map<String, String> states(JsonNode schools) {
        var states = new HashMap<String, String>();
        for (var person : schools.findValues("person")) {
            if (!person.get("cadence").isNull()) {
                states.put(person.get("name").asString(), person.at("/cadence/state").asString());
            }
        }
        return states;
    }

    private TestClient signedIn(String email) {
        var client = staffroom.anybody();
        client.signIn(email, "coachbench-demo");
        return client;
    }
}
