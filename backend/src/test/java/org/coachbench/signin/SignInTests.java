package org.coachbench.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Subscription;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in over real HTTP. */
@CoachbenchTest
class SignInTests {

    private static final String WHO = "{ viewer { person { name } } }";

    private final Staffroom staffroom;

    SignInTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void fiveWrongPasswordsLockTheAddressAlsoForTheRightOne() {
        var colleague = staffroom.colleague(false);
        var email = colleague.person().emailAddress();
        var anybody = staffroom.anybody();
        for (int i = 0; i < 5; i++) {
            assertThat(anybody.signIn(email, "wrong").body()).contains("BAD_CREDENTIALS");
        }
        var locked = anybody.signIn(email, "three random words");
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(locked.body()).contains("LOCKED");
    }

    @Test
    void anAddressNobodyHasIsAnsweredLikeAWrongPassword() {
        var answer = staffroom.anybody().signIn("nobody@example.org", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("BAD_CREDENTIALS");
    }

    @Test
    void signingOutEndsTheSession() {
        var client = staffroom.colleague(false).client();
        assertThat(client.data(WHO, Map.of()).at("/viewer/person/name").isString()).isTrue();
        assertThat(client.send("DELETE", "/session", null).statusCode()).isEqualTo(204);
        assertThat(client.send("POST", "/graphql", Map.of("query", WHO)).statusCode()).isIn(401, 403);
    }

    @Test
    void signingOutClosesWhatTheSignInFollowed() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var following = follow(pair.mentor().client(), coach.cycleId())) {
            assertThat(following.nextData().at("/cycleEvents/sequence").asInt()).isEqualTo(1);
            pair.mentor().client().send("DELETE", "/session", null);
            assertThat(following.closeCode()).isEqualTo(4401);
        }
    }

    private static Subscription follow(TestClient client, String cycleId) {
        return client.follow(
            "subscription ($id: ID!) { cycleEvents(cycleId: $id, after: 0) { sequence } }",
            Map.of("id", cycleId)
        );
    }

    @Test
    void aOneTimePasswordMustBeChangedBeforeAnythingElse() {
        var administrator = staffroom.administrator().client();
        var registered = administrator
            .data(
                "mutation { registerPerson(input: {name: \"New Colleague\", email: \"new.colleague@example.org\"}) { oneTimePassword problems { message } } }",
                Map.of()
            )
            .get("registerPerson");
        var password = registered.get("oneTimePassword").asString();
        var client = staffroom.anybody();
        assertThat(client.signIn("New.Colleague@example.org", password).body()).contains("\"mustChangePassword\":true");
        var refused = client.send("POST", "/graphql", Map.of("query", WHO));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("PASSWORD_CHANGE_REQUIRED");
        assertThat(change(client, password, "short").statusCode()).isEqualTo(400);
        assertThat(change(client, password, "a much longer phrase").statusCode()).isEqualTo(200);
        assertThat(client.data(WHO, Map.of()).at("/viewer/person/name").asString()).isEqualTo("New Colleague");
    }

    private static HttpResponse<String> change(TestClient client, String current, String replacement) {
        return client.send("PUT", "/session/password", Map.of("currentPassword", current, "newPassword", replacement));
    }
}
