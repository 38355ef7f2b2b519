package org.coachbench.live;

import java.util.Map;
import org.coachbench.ServiceProcess;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** Registers mentors with their ECTs over the API, at the school of a demo mentor. */
final class Desk {

    private static final String PASSWORD = "three random words";

    private final ServiceProcess service;
    private final TestClient administrator;
    private final String schoolId;
    private final String since;
    private String lastMentor = "";

    Desk(ServiceProcess service) {
        this.service = service;
        administrator = service.signedIn("ade@demo.coachbench.org");
        var mentorship = service
            .signedIn("maya@demo.coachbench.org")
            .data("{ viewer { mentorships { school { id } startedOn } } }", Map.of())
            .at("/viewer/mentorships/0");
        schoolId = mentorship.at("/school/id").asString();
        since = mentorship.get("startedOn").asString();
    }

    /** Signed in. */
    TestClient mentor(int number) {
        var registered = register("Mentor", number);
        lastMentor = registered.at("/person/id").asString();
        place(lastMentor, "MENTOR");
        var client = new TestClient(service.address());
        var password = registered.get("oneTimePassword").asString();
        client.signIn(email("Mentor", number), password);
        client.send("PUT", "/session/password", Map.of("currentPassword", password, "newPassword", PASSWORD));
        return client;
    }

    /** The id of an ECT of the last mentor; nobody signs in as them. */
    String ect(int number) {
        var ect = register("Ect", number).at("/person/id").asString();
        place(ect, "ECT");
        var input = Map.of("mentorId", lastMentor, "ectId", ect, "schoolId", schoolId, "startedOn", since);
        administrator.data(
            "mutation ($input: StartMentorshipInput!) { startMentorship(input: $input) { problems { message } } }",
            Map.of("input", input)
        );
        return ect;
    }

    private JsonNode register(String name, int number) {
        var input = Map.of("name", name + " " + number, "email", email(name, number));
        return administrator
            .data(
                "mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } oneTimePassword problems { message } } }",
                Map.of("input", input)
            )
            .get("registerPerson");
    }

    private static String email(String name, int number) {
        return name + "." + number + "@fan-out.example.org";
    }

    private void place(String personId, String role) {
        administrator.data(
            "mutation ($input: PlaceAtSchoolInput!) { placeAtSchool(input: $input) { problems { message } } }",
            Map.of("input", Map.of("personId", personId, "schoolId", schoolId, "role", role, "startedOn", since))
        );
    }
}
