package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people study on their own, who marks it, and who sees it. */
@CoachbenchTest
class SelfStudyTests {

    private static final String STUDY =
        "query ($id: ID!) { node(id: $id) { ... on Person { programmeNow { title } selfStudy { role expected completed behind items { id title kind themeTitle completedOn } } } } }";
    private static final String FIRST = "module_positive-classroom-culture";

    private final Staffroom staffroom;

    SelfStudyTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void anEctMarksAModuleAndTakesItBack() {
        var pair = staffroom.pair();
        var client = pair.ect().client();
        var before = study(client, pair.ect().id()).get("behind").asInt();
        mark(client, pair.ect().id(), FIRST, true);
        mark(client, pair.ect().id(), FIRST, true);
        var marked = study(client, pair.ect().id());
        assertThat(marked.get("completed").asInt()).isEqualTo(1);
        assertThat(marked.get("behind").asInt()).isEqualTo(before - 1);
        assertThat(item(marked, FIRST).get("completedOn").asString()).isEqualTo(Staffroom.today().toString());
        mark(client, pair.ect().id(), FIRST, false);
        assertThat(study(client, pair.ect().id()).get("completed").asInt()).isZero();
    }

    @Test
    void whoeverBeganLastYearIsExpectedToHaveDoneTheFirstYear() {
        var pair = staffroom.pair();
        var study = study(pair.ect().client(), pair.ect().id());
        // Since September 2025: two orientations, 35 modules and four questions in all, at least the first year's by now.
        assertThat(study.get("items")).hasSize(41);
        assertThat(study.get("expected").asInt()).isBetween(21, 41);
        var mentors = study(pair.mentor().client(), pair.mentor().id());
        assertThat(mentors.get("role").asString()).isEqualTo("MENTOR");
        assertThat(mentors.get("items")).hasSize(12);
    }

    @Test
    void theTutorSeesItAndTheMentorOnlyWhatHasItsTimeNow() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        assertThat(study(tutor, pair.ect().id()).get("items")).hasSize(41);
        var mentor = pair.mentor().client().data(STUDY, Map.of("id", pair.ect().id())).get("node");
        assertThat(mentor.get("selfStudy").isNull()).isTrue();
        var self = pair.ect().client().data(STUDY, Map.of("id", pair.ect().id())).get("node");
        assertThat(mentor.get("programmeNow")).isEqualTo(self.get("programmeNow"));
        assertThat(problem(pair.mentor().client(), pair.ect().id(), FIRST)).isEqualTo("NotFoundProblem");
        assertThat(problem(tutor, pair.ect().id(), FIRST)).isEqualTo("NotFoundProblem");
        assertThat(problem(pair.mentor().client(), pair.mentor().id(), FIRST)).isEqualTo("ValidationProblem");
        assertThat(problem(pair.ect().client(), pair.ect().id(), "module_none")).isEqualTo("ValidationProblem");
    }

    @Test
    void whoToldOfTheirStudyCannotBecomeSomebodyElse() {
        var one = staffroom.pair().mentor();
        var twin = staffroom.pair().mentor();
        mark(twin.client(), twin.id(), "module_mentor-introduction", true);
        var clerk = new Clerk(staffroom.administrator().client());
        assertThat(clerk.refused("mergePeople", Map.of("keepId", one.id(), "doubleId", twin.id()))).contains(
            "Keep that record"
        );
    }

    @Test
    void modulesAreThoseOfTheStepBanksInTheirOrder() {
        var pair = staffroom.pair();
        var banks = pair
            .ect()
            .client()
            .data("{ stepBanks { owner audience modules { id title theme } } }", Map.of())
            .get("stepBanks");
        for (var audience : Map.of("TEACHERS", pair.ect(), "MENTORS", pair.mentor()).entrySet()) {
            var bank = StreamSupport.stream(banks.spliterator(), false)
                .filter(one -> one.get("audience").asString().equals(audience.getKey()))
                .filter(one -> one.get("owner").asString().equals("COACHBENCH"))
                .findFirst()
                .orElseThrow();
            var person = audience.getValue();
            var modules = StreamSupport.stream(study(person.client(), person.id()).get("items").spliterator(), false)
                .filter(item -> item.get("kind").asString().equals("MODULE"))
                .map(item -> item.get("id").asString() + " " + item.get("title").asString())
                .toList();
            assertThat(modules).containsExactlyElementsOf(
                StreamSupport.stream(bank.get("modules").spliterator(), false)
                    .map(module -> module.get("id").asString() + " " + module.get("title").asString())
                    .toList()
            );
        }
    }

    private static JsonNode study(TestClient client, String personId) {
        return client.data(STUDY, Map.of("id", personId)).at("/node/selfStudy/0");
    }

    private static JsonNode item(JsonNode study, String id) {
        return StreamSupport.stream(study.get("items").spliterator(), false)
            .filter(item -> item.get("id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    }

    private static void mark(TestClient client, String personId, String itemId, boolean completed) {
        assertThat(send(client, personId, itemId, completed)).isEmpty();
    }

    private static String problem(TestClient client, String personId, String itemId) {
        return send(client, personId, itemId, true).at("/0/__typename").asString();
    }

    private static JsonNode send(TestClient client, String personId, String itemId, boolean completed) {
        return client
            .data(
                "mutation ($input: MarkSelfStudyInput!) { markSelfStudy(input: $input) { problems { __typename } } }",
                Map.of("input", Map.of("personId", personId, "itemId", itemId, "completed", completed))
            )
            .at("/markSelfStudy/problems");
    }
}
