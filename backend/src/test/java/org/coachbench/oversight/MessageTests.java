package org.coachbench.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.Staffroom.Pair;
import org.coachbench.programme.SchoolCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Nudges and praise from a tutor to the people of their school. */
@CoachbenchTest
class MessageTests {

    private static final String MINE = """
    query ($unseen: Boolean!) { viewer {
      messages(unseen: $unseen) { edges { node { id text seenAt from { id } } } }
      messagesSent { edges { node { id text seenAt to { id } } } } } }
    """;

    private final Staffroom staffroom;
    private final MongoOperations store;
    private Pair pair;
    private Colleague colleague;
    private Tutor tutor;

    MessageTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.store = store;
    }

    @BeforeEach
    void aTutorAndTheirPeople() {
        pair = staffroom.pair();
        colleague = staffroom.tutorOf(pair.school());
        tutor = new Tutor(colleague.client());
    }

    @Test
    void whoReceivesAMessageSeesItUntilTheySayThatTheyHaveSeenItAndTheTutorSeesWhen() {
        var id = tutor.nudge(pair.ect().id(), " Is there a time this week? ");
        var received = mine(pair.ect(), true).at("/messages/edges");
        assertThat(received).hasSize(1);
        assertThat(received.at("/0/node/text").asString()).isEqualTo("Is there a time this week?");
        assertThat(received.at("/0/node/from/id").asString()).isEqualTo(colleague.id());
        assertThat(mine(colleague, false).at("/messagesSent/edges/0/node/seenAt").isNull()).isTrue();
        var seen = new Tutor(pair.ect().client()).done("markMessageSeen", Map.of("messageId", id));
        var again = new Tutor(pair.ect().client()).done("markMessageSeen", Map.of("messageId", id));
        assertThat(again.get("seenAt")).isEqualTo(seen.get("seenAt"));
        assertThat(mine(pair.ect(), true).at("/messages/edges")).isEmpty();
        assertThat(mine(pair.ect(), false).at("/messages/edges")).hasSize(1);
        assertThat(mine(colleague, false).at("/messagesSent/edges/0/node/seenAt")).isEqualTo(seen.get("seenAt"));
    }

    @Test
    void onlyATutorOfTheSchoolWritesAndOnlySenderAndReceiverRead() {
        var elsewhere = staffroom.pair();
        for (var somebody : List.of(
            pair.mentor(),
            pair.ect(),
            staffroom.tutorOf(elsewhere.school()),
            staffroom.administrator()
        )) {
            assertThat(new Tutor(somebody.client()).problem("sendMessage", nudge("COACHING", false))).startsWith(
                "NotFoundProblem"
            );
            assertThat(templates(somebody, pair.ect())).isEmpty();
        }
        for (var receiver : List.of(elsewhere.ect(), colleague, staffroom.administrator())) {
            var input = new HashMap<>(nudge("COACHING", false));
            input.put("toId", receiver.id());
            assertThat(tutor.problem("sendMessage", input)).isEqualTo("NotFoundProblem [\"input\",\"toId\"]");
        }
        var id = tutor.nudge(pair.ect().id(), "Hello.");
        for (var somebody : List.of(pair.mentor(), staffroom.tutorOf(pair.school()), staffroom.administrator())) {
            assertThat(node(somebody, id).isNull()).isTrue();
            assertThat(new Tutor(somebody.client()).problem("markMessageSeen", Map.of("messageId", id))).startsWith(
                "NotFoundProblem"
            );
        }
        assertThat(new Tutor(colleague.client()).problem("markMessageSeen", Map.of("messageId", id))).startsWith(
            "NotFoundProblem"
        );
        assertThat(node(colleague, id).isNull()).isFalse();
        set("schools", pair.school().id(), "tutors.0.period.finishedOn", Staffroom.today().minusDays(1).toString());
        assertThat(node(colleague, id).isNull()).isTrue();
        assertThat(mine(colleague, false).at("/messagesSent/edges")).isEmpty();
        assertThat(node(pair.ect(), id).isNull()).isFalse();
    }

    @Test
    void nobodyIsNudgedTwiceAboutOneThingWithinFiveSchoolDaysUnlessTheTutorInsists() {
        var first = tutor.nudge(pair.ect().id(), "Hello.");
        var other = new Tutor(staffroom.tutorOf(pair.school()).client());
        assertThat(other.problem("sendMessage", nudge("COACHING", false))).isEqualTo(
            "RecentNudgeProblem [\"input\",\"anyway\"]"
        );
        // About something else, to somebody else, or praise: nothing is in the way.
        other.done("sendMessage", nudge("SELF_STUDY", false));
        other.nudge(pair.mentor().id(), "Hello.");
        other.done("sendMessage", with(nudge("COACHING", false), "kind", "PRAISE"));
        var calendar = SchoolCalendar.USUAL;
        sentOn(first, calendar.schoolDaysFrom(Staffroom.today().plusDays(1), -5));
        assertThat(other.problem("sendMessage", nudge("COACHING", false))).startsWith("RecentNudgeProblem");
        var message = other.change("sendMessage", nudge("COACHING", false)).at("/problems/0/message").asString();
        assertThat(message).contains("anyway");
        sentOn(first, calendar.schoolDaysFrom(Staffroom.today(), -6));
        other.done("sendMessage", nudge("COACHING", false));
        other.done("sendMessage", nudge("COACHING", true));
    }

    @Test
    void theProblemTellsWhenTheLastNudgeWas() {
        tutor.nudge(pair.ect().id(), "Hello.");
        var sentAt = mine(colleague, false).at("/messagesSent/edges/0/node");
        var problem = colleague
            .client()
            .data(
                "mutation ($input: SendMessageInput!) { sendMessage(input: $input) { problems { ... on RecentNudgeProblem { lastSentAt } } } }",
                Map.of("input", nudge("COACHING", false))
            );
        var message = node(colleague, sentAt.get("id").asString());
        assertThat(problem.at("/sendMessage/problems/0/lastSentAt")).isEqualTo(message.get("sentAt"));
    }

    @Test
    void aRepeatedMessageIsSentOnce() {
        var input = with(nudge("COACHING", false), "clientMutationId", "nudge-1");
        var first = tutor.done("sendMessage", input);
        assertThat(tutor.done("sendMessage", input)).isEqualTo(first);
        assertThat(mine(pair.ect(), false).at("/messages/edges")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "'', 1", "' ', 3", "x, 1000", "x, 1001" })
    void aMessageHasOneToAThousandCharacters(String text, int times) {
        var whole = text.repeat(times);
        var input = with(nudge("COACHING", false), "text", whole);
        if (!whole.isBlank() && whole.length() <= 1000) {
            tutor.done("sendMessage", input);
        } else {
            assertThat(tutor.problem("sendMessage", input)).isEqualTo("ValidationProblem [\"input\",\"text\"]");
        }
    }

    @Test
    void wordingsFitTheReceiverAndNameThem() {
        var toEct = templates(colleague, pair.ect());
        var toMentor = templates(colleague, pair.mentor());
        assertThat(toEct.findValuesAsString("about")).doesNotContain("MENTORING").contains("COACHING", "EVENT");
        assertThat(toMentor.findValuesAsString("about")).contains("MENTORING");
        for (var templates : List.of(toEct, toMentor)) {
            assertThat(templates.findValuesAsString("kind")).contains("NUDGE", "PRAISE");
            assertThat(templates.findValuesAsString("text")).allSatisfy(text ->
                assertThat(text)
                    .contains(colleague.person().name())
                    .doesNotContain("{", "}")
                    .doesNotContainPattern("[a-z]\\n[a-z]")
            );
            var subjects = templates
                .valueStream()
                .map(template -> template.get("kind").asString() + template.get("about").asString())
                .toList();
            assertThat(subjects).doesNotHaveDuplicates();
        }
        assertThat(toEct.toString()).contains(pair.ect().person().name());
    }

    private JsonNode mine(Colleague person, boolean unseen) {
        return person.client().data(MINE, Map.of("unseen", unseen)).get("viewer");
    }

    private static JsonNode node(Colleague person, String id) {
        return person
            .client()
            .data("query ($id: ID!) { node(id: $id) { ... on Message { id sentAt } } }", Map.of("id", id))
            .get("node");
    }

    private static JsonNode templates(Colleague from, Colleague to) {
        return from
            .client()
            .data("query ($to: ID!) { messageTemplates(toId: $to) { kind about text } }", Map.of("to", to.id()))
            .get("messageTemplates");
    }

    private Map<String, Object> nudge(String about, boolean anyway) {
        return Map.of("toId", pair.ect().id(), "kind", "NUDGE", "about", about, "text", "Hello.", "anyway", anyway);
    }

    private static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
        var changed = new HashMap<>(input);
        changed.put(field, value);
        return changed;
    }

    private void sentOn(String messageId, LocalDate day) {
        set("messages", messageId, "sentAt", day.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/London")).toInstant());
    }

    private void set(String collection, String id, String field, Object value) {
        var changed = store.updateFirst(
            Query.query(Criteria.where("_id").is(id)),
            new Update().set(field, value),
            collection
        );
        assertThat(changed.getMatchedCount()).isEqualTo(1);
    }
}
