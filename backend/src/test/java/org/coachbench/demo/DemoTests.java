package org.coachbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.mydata.MyDataFiles;
import org.coachbench.programme.SchoolCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The service as it starts with {@code coachbench.demo=true}, seen by the demo people. */
@CoachbenchTest
@TestPropertySource(properties = "coachbench.demo=true")
class DemoTests {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final List<String> ECTS = List.of("eli", "priya", "noor", "sam");
    private static final String HISTORY = """
    { viewer { person {
      currentStep { step { title } cycle { phase } }
      coachingCycles(first: 100) { edges { node {
        id phase startedAt closedAt lastSequence reflection
        observation { evidence { at text } }
        step { outcome criteria { text } }
        plan { totalMinutes sections { id minutes } }
        session { startedAt }
        rounds { feedback { text } }
        followUp { useOn nextDropInOn }
        replay { totalSeconds sections { sectionId plannedMinutes seconds } moments { at } } } } } } } }
    """;
    private static final String OPEN =
        "{ viewer { mentorships { ect { name openCycle { phase sharedAt } coachingCycles(first: 100) { edges { node { phase } } } } } } }";
    private static final String PAGE = """
    query ($after: String) { viewer { person { coachingCycles(first: 4, after: $after) {
      edges { node { startedAt } } pageInfo { hasNextPage endCursor } } } } }
    """;
    private static final String SAID =
        "{ viewer { person { diagnostics { sets { kind state } example { phase } strands { points { sure } } } } } }";
    private static final String EVENTS =
        "subscription ($id: ID!) { cycleEvents(cycleId: $id, after: 0) { sequence at } }";

    private final Staffroom staffroom;
    private final ApplicationRunner recordDemoCycles;
    private final MongoOperations store;

    DemoTests(
        @Autowired Staffroom staffroom,
        @Autowired ApplicationRunner recordDemoCycles,
        @Autowired MongoOperations store
    ) {
        this.staffroom = staffroom;
        this.recordDemoCycles = recordDemoCycles;
        this.store = store;
    }

    @ParameterizedTest
    @CsvSource({ "eli,5,1", "priya,2,0", "noor,3,0", "sam,1,0" })
    void everyEctHasAHistoryAndACurrentStep(String ect, int closed, int open) {
        var person = signedIn(ect).data(HISTORY, Map.of()).at("/viewer/person");
        assertThat(phases(cycles(person)))
            .filteredOn("CLOSED"::equals)
            .hasSize(closed);
        assertThat(cycles(person)).hasSize(closed + open);
        assertThat(person.at("/currentStep/step/title").asString()).isNotEmpty();
        assertThat(person.at("/currentStep/cycle/phase").asString()).isEqualTo(open == 1 ? "STEP" : "CLOSED");
        assertThat(closedCycles(person)).allSatisfy(cycle -> {
            assertThat(cycle.get("reflection").asString()).isNotBlank();
            assertThat(cycle.at("/step/criteria")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(cycle.get("rounds")).hasSizeBetween(2, 3);
            assertThat(cycle.at("/plan/totalMinutes").asInt()).isEqualTo(45);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "maya", "eli" })
    void whoTakesTheirDataAwayGetsEveryDocumentThatNamesThem(String name) {
        var client = signedIn(name);
        var personId = client.data("{ viewer { person { id } } }", Map.of()).at("/viewer/person/id").asString();
        var files = MyDataFiles.of(client);
        assertThat(files.recordsAndLeftOut()).containsExactlyInAnyOrderElementsOf(MyDataFiles.naming(personId, store));
        assertThat(files.records("coaching_cycles")).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({ "maya,Eli Brandt,STEP", "maya,Priya Shah,OBSERVE", "tom,Noor Haddad,", "jo,Sam Ortiz," })
    void everyMentorSeesWhatIsOpen(String mentor, String ect, String phase) {
        var mentorship = signedIn(mentor)
            .data(OPEN, Map.of())
            .at("/viewer/mentorships")
            .valueStream()
            .filter(one -> one.at("/ect/name").asString().equals(ect))
            .findFirst()
            .orElseThrow();
        var open = mentorship.at("/ect/openCycle");
        assertThat(open.isNull() ? null : open.get("phase").asString()).isEqualTo(phase);
    }

    @ParameterizedTest
    @ValueSource(strings = { "maya", "eli", "nadia" })
    void aFewThingsAreNewAndHalfAYearOfHistoryIsNoNews(String name) {
        var client = signedIn(name);
        var viewer = client.data("{ viewer { unseenNotices person { id } } }", Map.of()).get("viewer");
        assertThat(viewer.get("unseenNotices").asInt()).isBetween(1, 8);
        var letters = Query.query(Criteria.where("toId").is(viewer.at("/person/id").asString()));
        assertThat(store.count(letters, "letters")).isLessThan(4);
    }

    @Test
    void everyMeetingCanBeReplayedInTheOrderOfItsAgenda() {
        for (var cycle : allClosed()) {
            var replay = cycle.get("replay");
            var planned = cycle
                .at("/plan/sections")
                .valueStream()
                .map(section -> section.get("id").asString())
                .toList();
            assertThat(
                replay
                    .get("sections")
                    .valueStream()
                    .map(section -> section.get("sectionId").asString())
            )
                .as("%s", cycle)
                .containsExactlyElementsOf(planned);
            assertThat(replay.get("totalSeconds").asInt()).isBetween(35 * 60, 60 * 60);
            assertThat(replay.get("sections")).anyMatch(
                section -> section.get("seconds").asInt() != 60 * section.get("plannedMinutes").asInt()
            );
        }
        assertThat(allClosed())
            .filteredOn(cycle -> cycle.at("/replay/totalSeconds").asInt() > 50 * 60)
            .hasSize(1);
    }

    @Test
    void everythingHappenedOnSchoolDaysInThePast() {
        for (var ect : ECTS) {
            var client = signedIn(ect);
            for (var cycle : cycles(client.data(HISTORY, Map.of()).at("/viewer/person"))) {
                var id = cycle.get("id").asString();
                try (var events = client.follow(EVENTS, Map.of("id", id))) {
                    var times = events
                        .nextData(cycle.get("lastSequence").asInt())
                        .stream()
                        .map(event -> Instant.parse(event.at("/cycleEvents/at").asString()))
                        .toList();
                    assertThat(times).isSortedAccordingTo(Comparator.naturalOrder());
                    assertThat(times).allSatisfy(at -> assertThat(at).isBefore(Instant.now()));
                    assertThat(times).allSatisfy(at -> isSchoolDay(LocalDate.ofInstant(at, SCHOOL_TIME)));
                }
                if (!cycle.get("followUp").isNull()) {
                    isSchoolDay(LocalDate.parse(cycle.at("/followUp/useOn").asString()));
                    isSchoolDay(LocalDate.parse(cycle.at("/followUp/nextDropInOn").asString()));
                }
            }
        }
    }

    private static void isSchoolDay(LocalDate day) {
        assertThat(SchoolCalendar.USUAL.isSchoolDay(day)).as("%s is a school day", day).isTrue();
    }

    @Test
    void historyBeginsWithTheNewestAlsoWhenItComesInPages() {
        var eli = signedIn("eli");
        var newestFirst = cycles(eli.data(HISTORY, Map.of()).at("/viewer/person"))
            .stream()
            .map(cycle -> cycle.get("startedAt").asString())
            .toList();
        assertThat(newestFirst.stream().map(Instant::parse)).isSortedAccordingTo(Comparator.reverseOrder());
        var paged = new ArrayList<String>();
        JsonNode page;
        String after = null;
        do {
            page = eli.data(PAGE, Collections.singletonMap("after", after)).at("/viewer/person/coachingCycles");
            page.get("edges").forEach(edge -> paged.add(edge.at("/node/startedAt").asString()));
            after = page.at("/pageInfo/endCursor").asString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(paged).isEqualTo(newestFirst);
    }

    /** Within a sentence, only words of the subjects and "Pupil" with a letter begin with a capital. */
    @Test
    void evidenceIsOfTheDropInAndNamesNoPupil() {
        var known = Set.of("Birling", "Gerald", "Inspector");
        var capitalised = Pattern.compile("(?<=[a-z,;] )\\p{Lu}\\p{L}{2,}");
        for (var cycle : allClosed()) {
            var began = Instant.parse(cycle.get("startedAt").asString());
            for (var note : cycle.at("/observation/evidence")) {
                var text = note.get("text").asString();
                assertThat(Instant.parse(note.get("at").asString())).isBetween(began, began.plusSeconds(15 * 60));
                assertThat(
                    capitalised
                        .matcher(text)
                        .results()
                        .map(match -> match.group())
                )
                    .as(text)
                    .isSubsetOf(known);
            }
        }
    }

    @Test
    void everyEctSaidWhereTheyStartFromAndOneStoppedInTheMiddle() {
        var begun = 0;
        for (var name : ECTS) {
            var said = signedIn(name).data(SAID, Map.of()).at("/viewer/person/diagnostics");
            assertThat(said.at("/sets/0/state").asString()).as(name).isEqualTo("COMPLETE");
            assertThat(said.at("/example/phase").asString()).isNotBlank();
            assertThat(said.get("strands")).allSatisfy(strand -> assertThat(strand.get("points")).isNotEmpty());
            begun += said.get("sets").findValuesAsString("state").stream().filter("BEGUN"::equals).count() > 0 ? 1 : 0;
        }
        assertThat(begun).isLessThanOrEqualTo(1);
    }

    @Test
    void startingAgainMakesNothingTwice() throws Exception {
        var before = signedIn("eli").data(HISTORY, Map.of());
        recordDemoCycles.run(null);
        assertThat(signedIn("eli").data(HISTORY, Map.of())).isEqualTo(before);
    }

    private List<JsonNode> allClosed() {
        return ECTS.stream()
            .flatMap(ect -> closedCycles(signedIn(ect).data(HISTORY, Map.of()).at("/viewer/person")).stream())
            .toList();
    }

    private static List<JsonNode> closedCycles(JsonNode person) {
        return cycles(person)
            .stream()
            .filter(cycle -> cycle.get("phase").asString().equals("CLOSED"))
            .toList();
    }

    private static List<JsonNode> cycles(JsonNode person) {
        return person
            .at("/coachingCycles/edges")
            .valueStream()
            .map(edge -> edge.get("node"))
            .toList();
    }

    private static List<String> phases(List<JsonNode> cycles) {
        return cycles
            .stream()
            .map(cycle -> cycle.get("phase").asString())
            .toList();
    }

    private TestClient signedIn(String name) {
        var client = staffroom.anybody();
        client.signIn(name + "@demo.coachbench.org", "coachbench-demo");
        return client;
    }
}
