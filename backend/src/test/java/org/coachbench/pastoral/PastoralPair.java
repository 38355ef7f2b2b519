package org.coachbench.pastoral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.people.Clerk;
import tools.jackson.databind.JsonNode;

/** A mentor and an ECT who meet for pastoral reasons, over the API. */
public final class PastoralPair {

    private static final String MEETING =
        "meeting { id version on tookPlace mayWrite notes { topicIds plan notes actions { text done } } }";

    private final Staffroom.Pair pair;

    public PastoralPair(Staffroom.Pair pair) {
        this.pair = pair;
    }

    public static Map<String, Object> notes(String text) {
        return Map.of(
            "topicIds",
            List.of("workload-and-marking"),
            "plan",
            text,
            "notes",
            text,
            "actions",
            List.of(Map.of("text", text, "done", false))
        );
    }

    /** The id of a meeting that is planned for today. */
    public String planned(String text) {
        return plan(Staffroom.today(), text).get("id").asString();
    }

    public String held(String text) {
        var id = planned(text);
        new Clerk(pair.mentor().client()).done(
            "holdPastoralMeeting",
            Map.of("meetingId", id, "on", Staffroom.today().toString())
        );
        return id;
    }

    JsonNode plan(LocalDate on, String text) {
        var input = Map.of("ectId", pair.ect().id(), "on", on.toString(), "notes", notes(text));
        return new Clerk(pair.mentor().client()).done("planPastoralMeeting", MEETING, input).get("meeting");
    }

    static JsonNode change(TestClient client, String mutation, Map<String, ?> input) {
        return new Clerk(client).send(mutation, MEETING, input);
    }

    /** The meetings with the ECT as somebody sees them. */
    JsonNode seenBy(TestClient client) {
        return client
            .data(
                "query ($ect: ID!) { viewer { pastoralMeetings(ectId: $ect) { id version on tookPlace mayWrite notes { topicIds plan notes actions { text done } } } } }",
                Map.of("ect", pair.ect().id())
            )
            .at("/viewer/pastoralMeetings");
    }
}
