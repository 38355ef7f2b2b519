package org.coachbench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.coachbench.ServiceProcess;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service on its embedded store; a room is the cycle of a pair, and its mentor does and watches all. */
final class ServiceStage implements Stage {

    /** An event and no more; and one with all of the cycle that the screens draw. */
    static final String LEAN = "";
    static final String WHOLE = """
    cycle { id phase version lastSequence sharedAt can reflection
      observation { evidence { id text at } praise { id text } lesson { subject className topic } }
      step { title stepId criteria { id text } outcome }
      plan { totalMinutes budgetMinutes sections { id title minutes } }
      session { startedAt endedAt current { sectionId } sections { sectionId endedAt } }
      rounds { id number rehearsed feedback { text } } followUp { useOn where nextDropInOn } }
    """;

    private static final String MENTOR = "maya@demo.coachbench.org";
    private static final String ADMINISTRATOR = "ade@demo.coachbench.org";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Cycle(String id, int version, int last) {
        static Cycle of(JsonNode cycle) {
            return new Cycle(
                cycle.get("id").asString(),
                cycle.get("version").asInt(),
                cycle.get("lastSequence").asInt()
            );
        }
    }

    private final ServiceProcess service;
    private final TestClient mentor;
    private final AtomicReferenceArray<Cycle> cycles;
    private final Object[] oneAtATime;
    private final String selection;

    private ServiceStage(
        ServiceProcess service,
        TestClient mentor,
        AtomicReferenceArray<Cycle> cycles,
        String selection
    ) {
        this.service = service;
        this.mentor = mentor;
        this.cycles = cycles;
        oneAtATime = Stream.generate(Object::new).limit(cycles.length()).toArray();
        this.selection = selection;
    }

    static ServiceStage open(ServiceProcess service, int rooms) {
        var mentor = service.signedIn(MENTOR);
        var cycles = ects(service, mentor, rooms)
            .stream()
            .map(ect -> start(mentor, ect))
            .toArray(Cycle[]::new);
        return new ServiceStage(service, mentor, new AtomicReferenceArray<>(cycles), LEAN);
    }

    /** The same rooms, watched with another selection. */
    ServiceStage withSelection(String other) {
        return new ServiceStage(service, mentor, cycles, other);
    }

    /** Fresh ECTs of the mentor; none of them signs in. */
    private static List<String> ects(ServiceProcess service, TestClient mentor, int count) {
        var administrator = service.signedIn(ADMINISTRATOR);
        var found = mentor
            .data("{ viewer { person { id } mentorships { school { id } startedOn } } }", Map.of())
            .get("viewer");
        var mentorId = found.at("/person/id").asString();
        var schoolId = found.at("/mentorships/0/school/id").asString();
        var since = LocalDate.parse(found.at("/mentorships/0/startedOn").asString());
        var ects = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var ect = administrator
                .data(
                    "mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } problems { message } } }",
                    Map.of("input", Map.of("name", "Ect " + i, "email", "fan-out-" + i + "@example.org"))
                )
                .at("/registerPerson/person/id")
                .asString();
            administrator.data(
                "mutation ($place: PlaceAtSchoolInput!, $pair: StartMentorshipInput!) { placeAtSchool(input: $place) { problems { message } } startMentorship(input: $pair) { problems { message } } }",
                Map.of(
                    "place",
                    Map.of("personId", ect, "schoolId", schoolId, "role", "ECT", "startedOn", since.toString()),
                    "pair",
                    Map.of("mentorId", mentorId, "ectId", ect, "schoolId", schoolId, "startedOn", since.toString())
                )
            );
            ects.add(ect);
        }
        return ects;
    }

    private static Cycle start(TestClient mentor, String ect) {
        var answer = mentor.data(
            "mutation ($input: StartCycleInput!) { startCycle(input: $input) { cycle { id version lastSequence } problems { message } } }",
            Map.of("input", Map.of("ectId", ect, "lesson", lesson(0)))
        );
        return Cycle.of(answer.at("/startCycle/cycle"));
    }

    private static Map<String, String> lesson(int number) {
        return Map.of("subject", "Science", "className", "8B", "topic", "Circuits, lesson " + number);
    }

    @Override
    public int publish(int room) {
        synchronized (oneAtATime[room]) {
            var cycle = cycles.get(room);
            var input = Map.of("cycleId", cycle.id(), "version", cycle.version(), "lesson", lesson(cycle.last()));
            var answer = mentor.data(
                "mutation ($input: DescribeLessonInput!) { describeLesson(input: $input) { cycle { id version lastSequence } problems { message } } }",
                Map.of("input", input)
            );
            if (!answer.at("/describeLesson/problems").isEmpty()) {
                throw new AssertionError(answer);
            }
            var changed = Cycle.of(answer.at("/describeLesson/cycle"));
            cycles.set(room, changed);
            return changed.last();
        }
    }

    @Override
    public int last(int room) {
        return cycles.get(room).last();
    }

    @Override
    public WebSocket watch(int room, Watcher watcher) {
        var socket = mentor.openWebSocket(mentor.service().toString()).with(watcher);
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        watcher.acknowledged.join();
        socket.sendText(subscribe(room), true).join();
        return socket;
    }

    private String subscribe(int room) {
        var query =
            "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename sequence at " +
            selection +
            " } }";
        var variables = Map.of("id", cycles.get(room).id(), "after", cycles.get(room).last());
        return JSON.writeValueAsString(
            Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", query, "variables", variables))
        );
    }

    @Override
    public AutoCloseable stall(int room) throws IOException {
        var address = URI.create("ws://127.0.0.1:%d/graphql".formatted(mentor.service().getPort()));
        return StalledSocket.open(
            address,
            mentor.cookies(),
            List.of("{\"type\":\"connection_init\"}", subscribe(room))
        );
    }

    @Override
    public ProcessHandle process() {
        return service.process().toHandle();
    }

    @Override
    public void close() {
        service.close();
    }
}
