package org.coachbench.demo;

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
        @Autowired Schools schools
    ) {
        this.staffroom = staffroom;
        var administrator = new Viewer(people.findByEmail(DemoPeople.ADMINISTRATOR).orElseThrow().id(), true);
        trust = new DemoTrust(registration, facts, planning, mutations, clock, people, schools, administrator);
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
