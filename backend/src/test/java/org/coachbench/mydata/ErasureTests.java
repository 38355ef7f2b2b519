package org.coachbench.mydata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.TestClient;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** What is left of people who are erased, after they and others wrote in every place there is. */
@Isolated
@OwnStore
@CoachbenchTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTests {

    private static final String FIGURES = """
    query ($school: ID!) {
      engagement(schoolIds: [$school]) { all { ects weeks expected held missed study { due done } events { due done } }
        standing { onTrack due overdue notOnProgramme } }
      coachingLog(schoolId: $school) { edges { node { cycleId startedAt phase rounds } } } }
    """;
    private static final String CYCLE = """
    query ($id: ID!) { coachingCycle(id: $id) { phase startedAt kind mentor { name } ect { name } reflection
      observation { lesson { subject className topic } evidence { text } praise { text } }
      step { title why cue criteria { text } model practice outcome } plan { totalMinutes sections { title notes minutes } }
      session { startedAt endedAt } rounds { rehearsed criteriaSeen feedback { text } } followUp { where useOn }
      notes { kind text } comments { text } replay { moments { text } noteBursts { text } } } }
    """;

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final Environment environment;
    private WordsOfMany words;

    ErasureTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.store = store;
        this.environment = environment;
    }

    @BeforeEach
    void manyWrite() {
        words = new WordsOfMany(staffroom);
    }

    @Test
    void nothingThatAnEctWroteOrThatWasWrittenAboutThemIsLeft(CapturedOutput output) {
        words.leave();
        var ect = words.pair.ect();
        assertThat(WholeStore.places(store, words.ofEct)).containsExactly(
            "coaching_cycles",
            "cycle_events",
            "diagnostic_responses",
            "timetables"
        );
        var before = figures();
        erase(ect);
        assertGone(ect, words.ofEct, output);
        assertThat(figures()).isEqualTo(before);
        var hold = Map.of("schoolId", words.pair.school().id(), "personId", ect.id(), "reason", "Too late.");
        assertThat(new Clerk(words.tutor.client()).refused("setHold", hold)).startsWith("Their erasure has begun");
        // What others wrote is about the ECT, but for what is between the mentor and others.
        for (var cycle : List.of(words.closed, words.tailored, words.open)) {
            assertThat(
                store.getCollection("coaching_cycles").find(new Document("_id", cycle)).first().toJson()
            ).doesNotContain(words.ofMentor, words.ofTutor, words.ofCoach);
            assertThat(
                store
                    .getCollection("cycle_events")
                    .find(new Document("_id", cycle + ":1"))
                    .first()
            ).isNull();
        }
        assertThat(WholeStore.places(store, words.ofMentor + "answer")).containsExactly("tutor_visits");
        assertThat(WholeStore.places(store, words.ofTutor + "toect")).isEmpty();
        assertThat(WholeStore.places(store, words.ofTutor + "content")).isEmpty();
        assertThat(WholeStore.places(store, words.ofTutor + "tomentor about " + Erased.NAME)).containsExactly(
            "messages"
        );
        assertThat(WholeStore.places(store, words.ofCoach + "comment")).isEmpty();
        var seen = cycle(words.pair.mentor(), words.closed);
        assertThat(seen.at("/ect/name").asString()).isEqualTo(Erased.NAME);
        assertThat(seen.at("/plan/totalMinutes").asInt()).isEqualTo(30);
        assertThat(seen.at("/session/endedAt").isString()).isTrue();
        assertThat(seen.at("/step").isNull()).isTrue();
        assertThat(cycle(words.pair.mentor(), words.open).at("/phase").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void nothingThatAMentorWroteIsLeftAndTheEctKeepsWhatIsTheirs(CapturedOutput output) {
        words.leave();
        var mentor = words.pair.mentor();
        assertThat(WholeStore.places(store, words.ofMentor)).containsExactly(
            "bank_steps",
            "coaching_cycles",
            "cycle_events",
            "timetables",
            "tutor_visits"
        );
        await().untilAsserted(() -> assertThat(found(words.ofMentor + "draft")).hasSize(1));
        var before = figures();
        erase(mentor);
        assertGone(mentor, words.ofMentor, output);
        assertThat(figures()).isEqualTo(before);
        assertThat(WholeStore.places(store, words.ofCoach)).isEmpty();
        var seen = cycle(words.pair.ect(), words.closed);
        assertThat(seen.at("/mentor/name").asString()).isEqualTo(Erased.NAME);
        assertThat(seen.at("/reflection").asString()).isEqualTo(words.ofEct + "reflection");
        assertThat(seen.at("/notes").toString())
            .contains(words.ofEct + "practice")
            .doesNotContain(words.ofEct + "typed");
        assertThat(seen.at("/comments").toString()).contains(words.ofEct + "comment");
        assertThat(seen.at("/step/title").asString()).isEqualTo("A step whose words were erased");
        assertThat(seen.at("/step/outcome").asString()).isEqualTo("WORKING_ON");
        assertThat(seen.at("/rounds")).hasSize(2);
        assertThat(seen.at("/replay/moments").size()).isGreaterThan(5);
        assertThat(cycle(words.pair.ect(), words.tailored).at("/step/title").asString()).isEqualTo(
            "Wait three full seconds after a question before you name anyone"
        );
        await().untilAsserted(() -> assertThat(found(words.ofMentor + "draft")).isEmpty());
    }

    @Test
    void aTutorsAndACoachsWordsGoAndTheCoachingStays(CapturedOutput output) {
        words.leave();
        words.administrator.done(
            "endAppointment",
            Map.of(
                "office",
                "TUTOR",
                "placeId",
                words.pair.school().id(),
                "personId",
                words.tutor.id(),
                "finishedOn",
                Staffroom.today().minusDays(1).toString()
            )
        );
        erase(words.tutor);
        assertGone(words.tutor, words.ofTutor, output);
        erase(words.coach);
        assertGone(words.coach, words.ofCoach, output);
        assertThat(cycle(words.pair.ect(), words.closed).at("/rounds/0/rehearsed").asString()).isEqualTo(
            words.ofMentor + "rehearsed"
        );
        assertThat(cycle(words.pair.ect(), words.closed).at("/notes").toString())
            .contains(words.ofEct + "practice, said " + Erased.NAME)
            .contains(words.ofMentor + "typed");
        assertThat(cycle(words.pair.ect(), words.closed).at("/replay/noteBursts").toString()).contains(Erased.NAME);
        assertThat(cycle(words.pair.mentor(), words.forMentor).at("/mentor/name").asString()).isEqualTo(Erased.NAME);
    }

    @Test
    void theyAreSignedOutAtOnceAndTheirCalendarAddressLeadsNowhere() {
        words.leave();
        var ect = words.pair.ect();
        var document = "subscription ($id: ID!) { cycleEvents(cycleId: $id, after: 0) { sequence } }";
        try (var following = ect.client().follow(document, Map.of("id", words.closed))) {
            following.nextData();
            assertThat(ect.client().download(words.calendar).statusCode()).isEqualTo(200);
            erase(ect);
            assertThat(following.closeCode()).isEqualTo(4401);
        }
        assertThat(
            ect.client().send("POST", "/graphql", Map.of("query", "{ viewer { administrator } }")).statusCode()
        ).isIn(401, 403);
        assertThat(staffroom.anybody().download(words.calendar).statusCode()).isEqualTo(404);
        var again = staffroom.anybody().signIn(ect.person().emailAddress(), Staffroom.password());
        assertThat(again.statusCode()).isEqualTo(401);
    }

    @Test
    void itIsRefusedWithWhatToDoFirst() {
        var ect = words.pair.ect();
        var input = Map.of("personId", ect.id(), "name", ect.person().name());
        assertThat(words.administrator.refused("erasePerson", input)).contains(
            words.pair.school().name(),
            "Record their leaving first",
            "They have a mentor"
        );
        assertThat(blocks(words.pair.mentor())).contains("mentor somebody", "have a coach");
        assertThat(blocks(words.coach)).isEqualTo("They coach a mentor. End that first.");
        assertThat(blocks(words.tutor)).contains("hold an office at " + words.pair.school().name());
        words.leave();
        assertThat(blocks(ect)).isEmpty();
        assertThat(
            words.administrator.refused("erasePerson", Map.of("personId", ect.id(), "name", "Somebody Else"))
        ).contains("not their name");
        var self = staffroom.administrator();
        assertThat(
            new Clerk(self.client()).refused("erasePerson", Map.of("personId", self.id(), "name", self.person().name()))
        ).contains("This is you");
        for (var other : List.of(words.tutor, words.pair.mentor(), ect)) {
            assertThat(new Clerk(other.client()).mayNot("erasePerson", input)).isTrue();
        }
        assertThat(WholeStore.places(store, words.ofEct)).isNotEmpty();
    }

    @Test
    void whatAKilledProcessBeganIsDoneToTheEnd() {
        words.leave();
        var ect = words.pair.ect();
        // As a process leaves it that was killed in the middle: begun, its time to work on it is over, some of it done.
        var began = Instant.now().minusSeconds(600);
        store.getCollection("diagnostic_responses").deleteOne(new Document("_id", ect.id()));
        store.insert(new Erasure(ect.id(), staffroom.administrator().id(), began, 3, began, null));
        awaitErased(ect);
        assertThat(WholeStore.places(store, words.ofEct)).isEmpty();
    }

    @Test
    void theTrailSaysThatItHappenedAndOnceMoreChangesNothing() {
        words.leave();
        var ect = words.pair.ect();
        erase(ect);
        var first = erasure(ect);
        assertThat(first.at("/begunBy/id").isString()).isTrue();
        assertThat(first.at("/person/name").asString()).isEqualTo(Erased.NAME);
        assertThat(first.at("/kindsDone")).isEqualTo(first.at("/kinds"));
        words.administrator.done("erasePerson", Map.of("personId", ect.id(), "name", "whatever it was"));
        assertThat(erasure(ect)).isEqualTo(first);
    }

    private void assertGone(Colleague erased, String theirWords, CapturedOutput output) {
        var name = erased.person().name();
        var email = erased.person().emailAddress();
        for (var text : List.of(theirWords, name, email)) {
            assertThat(WholeStore.places(store, text))
                .as("collections with " + text)
                .isEmpty();
            assertThat(output.getAll()).as("log").doesNotContain(text);
        }
        var others = new ArrayList<>(List.of(words.pair.mentor(), words.pair.ect(), words.tutor, words.coach));
        others.remove(erased);
        for (var other : others) {
            if (other.client().download("/my-data.zip").statusCode() == 200) {
                assertThat(MyDataFiles.of(other.client()).allTexts()).doesNotContain(theirWords, name, email);
            }
        }
        assertNotOnDisk(theirWords, name, email);
    }

    private void assertNotOnDisk(String... texts) {
        var file = Path.of(environment.getProperty("coachbench.data-dir", ""), "coachbench.mv");
        if (environment.getProperty("spring.mongodb.uri") == null) {
            try {
                var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                // Others' words stand there as they are, so these would too.
                assertThat(bytes.contains(words.pair.school().name())).isTrue();
                for (var text : texts) {
                    assertThat(bytes.contains(text))
                        .as(text + " on disk")
                        .isFalse();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void erase(Colleague erased) {
        words.administrator.done("erasePerson", Map.of("personId", erased.id(), "name", erased.person().name()));
        awaitErased(erased);
    }

    private void awaitErased(Colleague erased) {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> erasure(erased).get("finishedAt").isString());
    }

    private JsonNode erasure(Colleague erased) {
        return administrator()
            .data(
                "query ($id: ID!) { personErasure(personId: $id) { person { name } blocks begunAt begunBy { id } kindsDone kinds finishedAt } }",
                Map.of("id", erased.id())
            )
            .get("personErasure");
    }

    private String blocks(Colleague person) {
        var blocks = new ArrayList<String>();
        erasure(person)
            .get("blocks")
            .forEach(block -> blocks.add(block.asString()));
        return String.join(" ", blocks);
    }

    private TestClient administrator() {
        return words.administratorClient;
    }

    private JsonNode figures() {
        return words.tutor.client().data(FIGURES, Map.of("school", words.pair.school().id()));
    }

    private static JsonNode cycle(Colleague viewer, String id) {
        return viewer.client().data(CYCLE, Map.of("id", id)).get("coachingCycle");
    }

    private JsonNode found(String text) {
        var search =
            "query ($text: String!) { searchSteps(filter: { text: $text, status: DRAFT }) { edges { node { title } } } }";
        return words.tutor.client().data(search, Map.of("text", text)).at("/searchSteps/edges");
    }
}
