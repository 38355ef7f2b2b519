package org.coachbench.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A tutor's concern about programme support, and its trail. */
@CoachbenchTest
class ConcernTests {

    private final Staffroom staffroom;
    private Pair pair;
    private Colleague colleague;
    private Tutor tutor;

    ConcernTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void aTutor() {
        pair = staffroom.pair();
        colleague = staffroom.tutorOf(pair.school());
        tutor = new Tutor(colleague.client());
    }

    @Test
    void everythingThatIsDoneAboutAConcernStaysInItsTrail() {
        var id = tutor.raise(pair.ect().id());
        var today = Staffroom.today().toString();
        var other = staffroom.tutorOf(pair.school());
        tutor.done(
            "recordConcernTold",
            Map.of("concernId", id, "body", "APPROPRIATE_BODY", "channel", "EMAIL", "on", today, "note", "")
        );
        new Tutor(other.client()).done(
            "followUpConcern",
            Map.of("concernId", id, "on", today, "text", " Cover is found for Thursdays. ")
        );
        tutor.done("closeConcern", Map.of("concernId", id, "outcome", "The time is given again."));
        var late = Map.of("concernId", id, "on", today, "text", "One more thing.");
        assertThat(tutor.problem("followUpConcern", late)).isEqualTo("ValidationProblem [\"input\",\"concernId\"]");
        var again = tutor.done("reopenConcern", Map.of("concernId", id, "reason", "The cover is gone."));
        assertThat(tutor.problem("reopenConcern", Map.of("concernId", id, "reason", "Twice"))).startsWith(
            "ValidationProblem"
        );
        assertThat(again.get("open").asBoolean()).isTrue();
        assertThat(again.get("told").toString()).isEqualTo("[\"APPROPRIATE_BODY\"]");
        assertThat(again.get("trail").findValuesAsString("kind")).containsExactly(
            "RAISED",
            "TOLD",
            "FOLLOW_UP",
            "CLOSED",
            "REOPENED"
        );
        assertThat(again.at("/trail/0/on").asString()).isEqualTo("2026-01-05");
        assertThat(again.at("/trail/2/text").asString()).isEqualTo("Cover is found for Thursdays.");
        assertThat(again.at("/trail/2/by/id").asString()).isEqualTo(other.id());
        assertThat(again.at("/trail/3/by/id").asString()).isEqualTo(colleague.id());
    }

    @Test
    void onlyTheTutorsOfTheSchoolSeeIt() {
        var id = tutor.raise(pair.mentor().id());
        var elsewhere = staffroom.tutorOf(staffroom.school());
        for (var somebody : List.of(pair.mentor(), pair.ect(), elsewhere, staffroom.administrator())) {
            assertThat(node(somebody, id).isNull()).isTrue();
            assertThat(listed(somebody, null)).isEmpty();
            for (var change : changes(id).entrySet()) {
                assertThat(new Tutor(somebody.client()).problem(change.getKey(), change.getValue()))
                    .as(change.getKey())
                    .isEqualTo("NotFoundProblem [\"input\",\"concernId\"]");
            }
        }
        var other = staffroom.tutorOf(pair.school());
        assertThat(node(other, id).isNull()).isFalse();
        assertThat(listed(other, null)).containsExactly(id);
    }

    @Test
    void aTutorNeitherRaisesNorSeesAConcernAboutThemselves() {
        // A tutor may be a mentor at the school, too.
        var both = staffroom.tutorAndMentorAt(pair.school());
        var id = tutor.raise(both.id());
        assertThat(node(both, id).isNull()).isTrue();
        assertThat(listed(both, null)).isEmpty();
        assertThat(
            new Tutor(both.client()).problem("closeConcern", Map.of("concernId", id, "outcome", "x"))
        ).startsWith("NotFoundProblem");
        assertThat(new Tutor(both.client()).problem("raiseConcern", raising(both.id(), "2026-01-05"))).startsWith(
            "NotFoundProblem"
        );
    }

    @Test
    void aConcernIsAboutSomebodyAtTheSchoolAndSinceADayThatHasCome() {
        var elsewhere = staffroom.pair();
        for (var somebody : List.of(elsewhere.ect(), staffroom.administrator())) {
            assertThat(tutor.problem("raiseConcern", raising(somebody.id(), "2026-01-05"))).isEqualTo(
                "NotFoundProblem [\"input\",\"personId\"]"
            );
        }
        for (var somebody : List.of(pair.mentor(), staffroom.administrator())) {
            assertThat(
                new Tutor(somebody.client()).problem("raiseConcern", raising(pair.ect().id(), "2026-01-05"))
            ).startsWith("NotFoundProblem");
        }
        var tomorrow = Staffroom.today().plusDays(1).toString();
        assertThat(tutor.problem("raiseConcern", raising(pair.ect().id(), tomorrow))).isEqualTo(
            "ValidationProblem [\"input\",\"since\"]"
        );
        var id = tutor.raise(pair.ect().id());
        var told = Map.of("concernId", id, "body", "DELIVERY_PARTNER", "channel", "PHONE", "on", tomorrow);
        assertThat(tutor.problem("recordConcernTold", told)).isEqualTo("ValidationProblem [\"input\",\"on\"]");
    }

    @Test
    void theTextToCopyHoldsNothingThatSomebodyTyped() {
        var input = new HashMap<>(raising(pair.ect().id(), "2026-01-05"));
        input.put("what", "SECRET words on practice");
        var notice = tutor.done("raiseConcern", input).get("notice").asString();
        assertThat(notice)
            .contains(pair.ect().person().name(), pair.school().name(), pair.school().urn(), "5 January 2026")
            .contains(colleague.person().name())
            .doesNotContain("SECRET", "%");
    }

    @Test
    void listsTellOpenFromClosedAndPagesDoNotMove() {
        var first = tutor.raise(pair.ect().id());
        var second = tutor.raise(pair.mentor().id());
        tutor.done("closeConcern", Map.of("concernId", first, "outcome", "Done."));
        assertThat(listed(colleague, null)).containsExactly(second, first);
        assertThat(listed(colleague, true)).containsExactly(second);
        assertThat(listed(colleague, false)).containsExactly(first);
        var page = colleague
            .client()
            .data("{ viewer { concerns(first: 1) { pageInfo { hasNextPage endCursor } } } }", Map.of())
            .at("/viewer/concerns/pageInfo");
        assertThat(page.get("hasNextPage").asBoolean()).isTrue();
        tutor.raise(pair.ect().id());
        var next = colleague
            .client()
            .data(
                "query ($after: String) { viewer { concerns(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage } } } }",
                Map.of("after", page.get("endCursor").asString())
            )
            .at("/viewer/concerns");
        assertThat(next.at("/edges/0/node/id").asString()).isEqualTo(first);
        assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void whatIsSentAgainIsPutDownOnce() {
        var input = new HashMap<>(raising(pair.ect().id(), "2026-01-05"));
        input.put("clientMutationId", "raise-1");
        var first = tutor.done("raiseConcern", input);
        assertThat(tutor.done("raiseConcern", input)).isEqualTo(first);
        var id = first.get("id").asString();
        var today = Staffroom.today().toString();
        var step = Map.of("concernId", id, "on", today, "text", "Once.", "clientMutationId", "step-1");
        tutor.done("followUpConcern", step);
        assertThat(tutor.done("followUpConcern", step).get("trail")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "'', 1", "' ', 3", "x, 2000", "x, 2001" })
    void textsHaveOneToTwoThousandCharacters(String text, int times) {
        var whole = text.repeat(times);
        var id = tutor.raise(pair.ect().id());
        var input = Map.of("concernId", id, "outcome", whole);
        if (!whole.isBlank() && whole.length() <= 2000) {
            tutor.done("closeConcern", input);
        } else {
            assertThat(tutor.problem("closeConcern", input)).isEqualTo("ValidationProblem [\"input\",\"outcome\"]");
        }
    }

    private static Map<String, Object> raising(String personId, String since) {
        return Map.of("personId", personId, "topic", "WORKLOAD", "since", since, "what", "Too many evenings.");
    }

    private static Map<String, Map<String, Object>> changes(String id) {
        return Map.of(
            "recordConcernTold",
            Map.of("concernId", id, "body", "DELIVERY_PARTNER", "channel", "PHONE", "on", "2026-01-05"),
            "followUpConcern",
            Map.of("concernId", id, "on", "2026-01-05", "text", "x"),
            "closeConcern",
            Map.of("concernId", id, "outcome", "x"),
            "reopenConcern",
            Map.of("concernId", id, "reason", "x")
        );
    }

    private static JsonNode node(Colleague person, String id) {
        return person
            .client()
            .data("query ($id: ID!) { node(id: $id) { ... on Concern { id } } }", Map.of("id", id))
            .get("node");
    }

    private static List<String> listed(Colleague person, Boolean open) {
        var variables = new HashMap<String, Object>();
        variables.put("open", open);
        return person
            .client()
            .data("query ($open: Boolean) { viewer { concerns(open: $open) { edges { node { id } } } } }", variables)
            .at("/viewer/concerns/edges")
            .findValuesAsString("id");
    }
}
