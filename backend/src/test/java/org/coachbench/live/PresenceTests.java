package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Pair;
import org.coachbench.Subscription;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is here, as people see it over WebSockets. Two processes on one store have a test of their own. */
@CoachbenchTest
class PresenceTests {

    private static final String PRESENCE = """
    subscription ($id: ID!, $part: CyclePart!) {
      presence(cycleId: $id, lookingAt: $part) { person { id } lookingAt mayWrite } }
    """;

    private final Staffroom staffroom;
    private Pair pair;
    private String cycleId;

    PresenceTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void aSharedCycle() {
        pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        cycleId = coach.cycleId();
    }

    @Test
    void somebodyWhoComesIsSeenAndWhoLeavesIsNot() {
        try (var mentor = open(pair.mentor().client(), "PLAN")) {
            assertThat(seen(mentor)).containsExactly(mentorAt("PLAN"));
            try (var ect = open(pair.ect().client(), "STEP")) {
                assertThat(seen(ect)).containsExactly(mentorAt("PLAN"), ectAt("STEP"));
                assertThat(seen(mentor)).containsExactly(mentorAt("PLAN"), ectAt("STEP"));
            }
            assertThat(seen(mentor)).containsExactly(mentorAt("PLAN"));
        }
    }

    @Test
    void somebodyWithTwoDevicesIsHereOnceWhereTheyWentLast() {
        try (var ect = open(pair.ect().client(), "STEP")) {
            assertThat(seen(ect)).containsExactly(ectAt("STEP"));
            try (var laptop = open(pair.mentor().client(), "PLAN")) {
                assertThat(seen(laptop)).containsExactly(ectAt("STEP"), mentorAt("PLAN"));
                assertThat(seen(ect)).containsExactly(ectAt("STEP"), mentorAt("PLAN"));
                try (var phone = open(pair.mentor().client(), "SESSION")) {
                    assertThat(seen(phone)).containsExactly(ectAt("STEP"), mentorAt("SESSION"));
                    assertThat(seen(ect)).containsExactly(ectAt("STEP"), mentorAt("SESSION"));
                }
                assertThat(seen(ect)).containsExactly(ectAt("STEP"), mentorAt("PLAN"));
            }
        }
    }

    @Test
    void aFormerMentorIsSeenToBeReadingOnly() {
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        try (var former = open(pair.mentor().client(), "OVERVIEW")) {
            assertThat(seen(former)).containsExactly(pair.mentor().id() + " OVERVIEW reads");
            try (var ect = open(pair.ect().client(), "STEP")) {
                assertThat(seen(ect)).contains(ectAt("STEP"), pair.mentor().id() + " OVERVIEW reads");
            }
        }
    }

    private Subscription open(TestClient client, String part) {
        return client.follow(PRESENCE, Map.of("id", cycleId, "part", part));
    }

    private String mentorAt(String part) {
        return pair.mentor().id() + " " + part + " writes";
    }

    private String ectAt(String part) {
        return pair.ect().id() + " " + part + " writes";
    }

    private static List<String> seen(Subscription presence) {
        return presence
            .nextData()
            .get("presence")
            .valueStream()
            .map(
                one ->
                    one.at("/person/id").asString() +
                    " " +
                    one.get("lookingAt").asString() +
                    (one.get("mayWrite").asBoolean() ? " writes" : " reads")
            )
            .toList();
    }
}
