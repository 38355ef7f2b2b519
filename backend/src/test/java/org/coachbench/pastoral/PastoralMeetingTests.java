package org.coachbench.pastoral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** A mentor and an ECT plan a pastoral meeting, write in it, and hold it. */
@CoachbenchTest
class PastoralMeetingTests {

    private final Staffroom staffroom;
    private final MongoOperations store;

    PastoralMeetingTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.store = store;
    }

    @Test
    void bothWriteAndNobodyWritesOverTheOther() {
        var pair = staffroom.pair();
        var theirs = new PastoralPair(pair);
        var meeting = theirs.plan(Staffroom.today().plusDays(2), "How to go home at five");
        var byEct = Map.of(
            "meetingId",
            meeting.get("id").asString(),
            "basedOn",
            meeting.get("version").asInt(),
            "notes",
            PastoralPair.notes("Mark in the lesson")
        );
        var written = PastoralPair.change(pair.ect().client(), "writePastoralNotes", byEct).get("meeting");
        assertThat(written.at("/notes/notes").asString()).isEqualTo("Mark in the lesson");
        var refused = PastoralPair.change(pair.mentor().client(), "writePastoralNotes", byEct).at("/problems/0");
        assertThat(refused.get("__typename").asString()).isEqualTo("ConflictProblem");
        assertThat(theirs.seenBy(pair.mentor().client()).get(0)).isEqualTo(written);
        var again = new HashMap<String, Object>(byEct);
        again.put("basedOn", written.get("version").asInt());
        again.put("clientMutationId", "once");
        var once = PastoralPair.change(pair.mentor().client(), "writePastoralNotes", again).get("meeting");
        assertThat(PastoralPair.change(pair.mentor().client(), "writePastoralNotes", again).get("meeting")).isEqualTo(
            once
        );
    }

    @Test
    void thatItTookPlaceCountsAndIsAllThatATutorHears() {
        var pair = staffroom.pair();
        var tutor = new Clerk(staffroom.tutorOf(pair.school()).client());
        tutor.done(
            "choosePastoralMeetings",
            Map.of(
                "schoolId",
                pair.school().id(),
                "from",
                Staffroom.today().minusDays(30).toString(),
                "pastoralMeetings",
                true
            )
        );
        var theirs = new PastoralPair(pair);
        theirs.held("How to go home at five");
        var seen = tutor.node("... on Person { cadence { lastMeetingOn } }", pair.ect().id());
        assertThat(seen.at("/cadence/lastMeetingOn").asString()).isEqualTo(Staffroom.today().toString());
        assertThat(theirs.seenBy(pair.ect().client()).at("/0/tookPlace").asBoolean()).isTrue();
    }

    @Test
    void whatIsWrongIsSaid() {
        var pair = staffroom.pair();
        var theirs = new PastoralPair(pair);
        var mentor = new Clerk(pair.mentor().client());
        var yesterday = Staffroom.today().minusDays(1).toString();
        assertThat(mentor.refused("planPastoralMeeting", Map.of("ectId", pair.ect().id(), "on", yesterday))).startsWith(
            "Enter today or a day"
        );
        var id = theirs.planned("x");
        assertThat(
            mentor.refused(
                "writePastoralNotes",
                Map.of(
                    "meetingId",
                    id,
                    "basedOn",
                    0,
                    "notes",
                    Map.of("topicIds", List.of("weather"), "plan", "", "notes", "", "actions", List.of())
                )
            )
        ).contains("no such topic");
        assertThat(new Clerk(pair.ect().client()).mayNot("dropPastoralMeeting", Map.of("meetingId", id))).isTrue();
        mentor.done("dropPastoralMeeting", Map.of("meetingId", id));
        assertThat(theirs.seenBy(pair.ect().client())).isEmpty();
        var held = theirs.held("x");
        assertThat(mentor.refused("dropPastoralMeeting", Map.of("meetingId", held))).contains("counts");
    }

    @Test
    void aFormerMentorReadsWhatTheyWroteAndTheNextOneNothing() {
        var pair = staffroom.pair();
        var theirs = new PastoralPair(pair);
        var id = theirs.held("How to go home at five");
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        var left = theirs.seenBy(pair.mentor().client());
        assertThat(left.at("/0/notes/plan").asString()).isEqualTo("How to go home at five");
        assertThat(left.at("/0/mayWrite").asBoolean()).isFalse();
        for (var client : List.of(pair.mentor().client(), pair.ect().client(), next.client())) {
            assertThat(
                new Clerk(client).mayNot(
                    "writePastoralNotes",
                    Map.of("meetingId", id, "basedOn", 1, "notes", PastoralPair.notes("x"))
                )
            ).isTrue();
        }
        assertThat(theirs.seenBy(next.client())).isEmpty();
        assertThat(theirs.seenBy(pair.ect().client())).hasSize(1);
    }

    /** Somebody who can write to the store, and is a mentor too, would read them so. */
    @Test
    void notesThatWereMovedToAnotherMeetingAreNotRead() {
        var one = staffroom.pair();
        var other = staffroom.pair();
        var secret = new PastoralPair(one).planned("How to go home at five");
        var mine = new PastoralPair(other).planned("x");
        var sealed = store.findById(secret, Document.class, "pastoral_meetings");
        assertThat(sealed).isNotNull();
        store.updateFirst(
            Query.query(Criteria.where("_id").is(mine)),
            new Update().set("sealed", sealed.get("sealed")),
            "pastoral_meetings"
        );
        JsonNode answer = other.mentor().client().ask("{ viewer { pastoralMeetings { notes { plan } } } }", Map.of());
        assertThat(answer.toString()).doesNotContain("five").contains("INTERNAL_ERROR");
    }
}
