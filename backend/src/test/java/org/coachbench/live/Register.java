package org.coachbench.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbench.TestClient;
import org.coachbench.live.TwoBackends.Member;
import tools.jackson.databind.JsonNode;

/** A school's people, registered over the API by an administrator; each changed the one-time password. */
final class Register {

    /** Who coaches whom. */
    record Mentoring(Member mentor, Member ect) {}

    private static final String ADMINISTRATOR = "ade@demo.coachbench.org";
    private static final String PASSWORD = "three random words";
    private static final LocalDate SINCE = LocalDate.of(2025, 9, 1);
    private static final int MOST_ECTS_OF_A_MENTOR = 10;

    private final TwoBackends backends;
    private final TestClient administrator;
    private final String schoolId;

    Register(TwoBackends backends) {
        this.backends = backends;
        administrator = backends.get(0).signedIn(ADMINISTRATOR);
        schoolId = done("registerSchool", "school { id }", Map.of("urn", "700001", "name", "Mill Road Academy"))
            .at("/school/id")
            .asString();
    }

    /** Everybody has an ECT or a mentor; ten ECTs share a mentor. */
    List<Mentoring> pairs(int count) throws InterruptedException, ExecutionException {
        var mentors = members("mentor", (count + MOST_ECTS_OF_A_MENTOR - 1) / MOST_ECTS_OF_A_MENTOR);
        var ects = members("ect", count);
        mentors.forEach(mentor -> place(mentor, "MENTOR"));
        ects.forEach(ect -> place(ect, "ECT"));
        var pairs = new ArrayList<Mentoring>();
        for (int i = 0; i < count; i++) {
            var pair = new Mentoring(mentors.get(i / MOST_ECTS_OF_A_MENTOR), ects.get(i));
            done(
                "startMentorship",
                "mentorship { id }",
                Map.of(
                    "mentorId",
                    pair.mentor().id(),
                    "ectId",
                    pair.ect().id(),
                    "schoolId",
                    schoolId,
                    "startedOn",
                    SINCE.toString()
                )
            );
            pairs.add(pair);
        }
        return pairs;
    }

    /** Hashing a password takes its time: as many at once as there are processors. */
    private List<Member> members(String name, int count) throws InterruptedException, ExecutionException {
        try (var desks = Executors.newFixedThreadPool(2)) {
            List<Callable<Member>> asked = IntStream.range(0, count)
                .mapToObj(i -> (Callable<Member>) () -> member(name + i, i % 2))
                .toList();
            var members = new ArrayList<Member>();
            for (Future<Member> registered : desks.invokeAll(asked)) {
                members.add(registered.get());
            }
            return members;
        }
    }

    private Member member(String name, int backend) {
        var email = name + "@example.org";
        var registered = done("registerPerson", "person { id } oneTimePassword", Map.of("name", name, "email", email));
        var oneTime = registered.get("oneTimePassword").asString();
        var client = new TestClient(backends.get(backend).address());
        client.signIn(email, oneTime);
        var changed = client.send(
            "PUT",
            "/session/password",
            Map.of("currentPassword", oneTime, "newPassword", PASSWORD)
        );
        if (changed.statusCode() != 200) {
            throw new AssertionError(changed.body());
        }
        var member = new Member(registered.at("/person/id").asString(), email, PASSWORD);
        backends.remember(member, backend, client);
        return member;
    }

    private void place(Member member, String role) {
        done(
            "placeAtSchool",
            "person { id }",
            Map.of("personId", member.id(), "schoolId", schoolId, "role", role, "startedOn", SINCE.toString())
        );
    }

    private JsonNode done(String mutation, String fields, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var payload = administrator
            .data(
                "mutation ($input: %s) { %s(input: $input) { %s problems { message } } }".formatted(
                    type,
                    mutation,
                    fields
                ),
                Map.of("input", input)
            )
            .get(mutation);
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(mutation + ": " + payload.get("problems"));
        }
        return payload;
    }
}
