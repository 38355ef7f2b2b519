package org.coachbench.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Schedules, books and records events over the API. */
public class EventDesk {

    private static final String EVENT =
        "person { id } entryId title standing missedOn date { id date } catchUp { content completedOn } upcomingDates { id }";
    private final TestClient client;

    public EventDesk(TestClient client) {
        this.client = client;
    }

    /** The whole payload. */
    public JsonNode mutate(String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        var changed =
            mutation.equals("scheduleTrainingEvent") ||
            mutation.equals("cancelTrainingEvent") ||
            mutation.equals("recordAttendance")
                ? "trainingEvent { id entryId title cancelledBecause register { person { id } state } }"
                : "event { %s }".formatted(EVENT);
        var document =
            "mutation ($input: %s!) { %s(input: $input) { %s problems { __typename message path } } }".formatted(
                type,
                mutation,
                changed
            );
        return client.data(document, Map.of("input", input)).get(mutation);
    }

    /** The payload of what must have no problems. */
    public JsonNode done(String mutation, Map<String, ?> input) {
        var payload = mutate(mutation, input);
        assertThat(payload.get("problems")).as(mutation).isEmpty();
        return payload;
    }

    /** The id of a new date; for all schools without a school. */
    public String schedule(String entryId, LocalDate date, String schoolId) {
        return done("scheduleTrainingEvent", date(entryId, date, schoolId))
            .at("/trainingEvent/id")
            .asString();
    }

    /** The id of a date of an event for mentors that is no part of the programme, from 16:00 to 17:30. */
    public String scheduleForMentors(LocalDate date, String schoolId) {
        var input = date("own", date, schoolId);
        input.remove("entryId");
        input.put("own", Map.of("title", "Moot", "audience", "MENTOR", "kind", "CLINIC", "format", "VIRTUAL"));
        return done("scheduleTrainingEvent", input).at("/trainingEvent/id").asString();
    }

    static Map<String, Object> date(String entryId, LocalDate date, String schoolId) {
        var input = new HashMap<String, Object>();
        input.put("entryId", entryId);
        input.put("date", date.toString());
        input.put("startsAt", "16:00");
        input.put("endsAt", "17:30");
        input.put("place", "https://meet.example.org/clinic");
        if (schoolId != null) {
            input.put("schoolId", schoolId);
        }
        return input;
    }

    public JsonNode book(String eventId, String personId) {
        return done("bookPlace", Map.of("trainingEventId", eventId, "personId", personId)).get("event");
    }

    public JsonNode record(String eventId, List<String> attended, List<String> missed) {
        return done("recordAttendance", Map.of("trainingEventId", eventId, "attended", attended, "missed", missed));
    }

    /** How an event stands for a person. */
    public JsonNode standing(String personId, String entryId) {
        var events = client
            .data(
                "query ($id: ID!) { node(id: $id) { ... on Person { programmeEvents { %s } } } }".formatted(EVENT),
                Map.of("id", personId)
            )
            .at("/node/programmeEvents");
        return StreamSupport.stream(events.spliterator(), false)
            .filter(event -> event.get("entryId").asString().equals(entryId))
            .findFirst()
            .orElseThrow();
    }

    /** What somebody has to see to at a school, as "person entry standing". */
    public List<String> followUps(String schoolId) {
        var events = client
            .data(
                "query ($id: ID!) { node(id: $id) { ... on School { eventsToFollowUp { person { id } entryId standing } } } }",
                Map.of("id", schoolId)
            )
            .at("/node/eventsToFollowUp");
        return StreamSupport.stream(events.spliterator(), false)
            .map(
                event ->
                    event.at("/person/id").asString() +
                    " " +
                    event.get("entryId").asString() +
                    " " +
                    event.get("standing").asString()
            )
            .toList();
    }
}
