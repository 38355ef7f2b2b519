package org.coachbench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    private static final int ECTS_A_MENTOR = 5;
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
    private final List<TestClient> mentors;
    private final AtomicReferenceArray<Cycle> cycles;
    private final Object[] oneAtATime;
    private final String selection;

    private ServiceStage(
        ServiceProcess service,
        List<TestClient> mentors,
        AtomicReferenceArray<Cycle> cycles,
        String selection
    ) {
        this.service = service;
        this.mentors = mentors;
        this.cycles = cycles;
        oneAtATime = Stream.generate(Object::new).limit(cycles.length()).toArray();
        this.selection = selection;
    }

    static ServiceStage open(ServiceProcess service, int rooms) {
        var desk = new Desk(service);
        var mentors = new ArrayList<TestClient>();
        var cycles = new Cycle[rooms];
        for (int room = 0; room < rooms; room++) {
            if (room % ECTS_A_MENTOR == 0) {
                mentors.add(desk.mentor(room));
            }
            cycles[room] = start(mentors.getLast(), desk.ect(room));
        }
        return new ServiceStage(service, mentors, new AtomicReferenceArray<>(cycles), LEAN);
    }

    /** The same rooms, watched with another selection. */
    ServiceStage withSelection(String other) {
        return new ServiceStage(service, mentors, cycles, other);
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

    private TestClient mentor(int room) {
        return mentors.get(room / ECTS_A_MENTOR);
    }

    @Override
    public int publish(int room) {
        synchronized (oneAtATime[room]) {
            var cycle = cycles.get(room);
            var input = Map.of("cycleId", cycle.id(), "version", cycle.version(), "lesson", lesson(cycle.last()));
            var answer = mentor(room).ask(
                "mutation ($input: DescribeLessonInput!) { describeLesson(input: $input) { cycle { id version lastSequence } problems { message } } }",
                Map.of("input", input)
            );
            var changed = answer.at("/data/describeLesson/cycle");
            if (!changed.isObject()) {
                refresh(room);
                throw new IllegalStateException("Refused: " + answer);
            }
            cycles.set(room, Cycle.of(changed));
            return cycles.get(room).last();
        }
    }

    /** Perhaps it was done though the answer says otherwise. */
    private void refresh(int room) {
        var found = mentor(room).ask(
            "query ($id: ID!) { coachingCycle(id: $id) { id version lastSequence } }",
            Map.of("id", cycles.get(room).id())
        );
        if (found.at("/data/coachingCycle").isObject()) {
            cycles.set(room, Cycle.of(found.at("/data/coachingCycle")));
        }
    }

    @Override
    public int last(int room) {
        return cycles.get(room).last();
    }

    @Override
    public WebSocket watch(int room, Watcher watcher) {
        var socket = mentor(room).openWebSocket(mentor(room).service().toString()).with(watcher);
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        watcher.acknowledged.orTimeout(30, TimeUnit.SECONDS).join();
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
        var address = URI.create("ws://127.0.0.1:%d/graphql".formatted(service.address().getPort()));
        return StalledSocket.open(
            address,
            mentor(room).cookies(),
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
