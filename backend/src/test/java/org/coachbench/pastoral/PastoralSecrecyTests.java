package org.coachbench.pastoral;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.graphql.execution.GraphQlSource;

/** What a pair writes in a pastoral meeting is nowhere but on their own two screens. */
@Isolated
@CoachbenchTest
@ExtendWith(OutputCaptureExtension.class)
class PastoralSecrecyTests {

    private static final String SECRET = "Zwiebelturm at midnight";
    private static final int DEPTH = 4;
    private static final int AT_ONCE = 6;

    private final Staffroom staffroom;
    private final GraphQlSource source;
    private final MongoOperations store;
    private final String dataDirectory;

    PastoralSecrecyTests(
        @Autowired Staffroom staffroom,
        @Autowired GraphQlSource source,
        @Autowired MongoOperations store,
        @Value("${coachbench.data-dir}") String dataDirectory
    ) {
        this.staffroom = staffroom;
        this.source = source;
        this.store = store;
        this.dataDirectory = dataDirectory;
    }

    /** Whose ids are asked for. */
    private record Asked(
        Map<String, String> typeById,
        String schoolId,
        String ectId,
        String cycleId,
        String meetingId
    ) {}

    @Test
    void noQueryOfAnybodyElseShowsIt(CapturedOutput log) throws IOException, InterruptedException {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var meetingId = new PastoralPair(pair).held(SECRET);
        var mentorship = pair
            .ect()
            .client()
            .data("{ viewer { mentoredBy { id } } }", Map.of())
            .at("/viewer/mentoredBy/id")
            .asString();
        var types = new LinkedHashMap<String, String>();
        types.put(pair.ect().id(), "Person");
        types.put(pair.mentor().id(), "Person");
        types.put(pair.school().id(), "School");
        types.put(coach.cycleId(), "CoachingCycle");
        types.put(mentorship, "Mentorship");
        var asked = new Asked(types, pair.school().id(), pair.ect().id(), coach.cycleId(), meetingId);

        assertThat(everythingSeenBy(pair.mentor().client(), asked))
            .as("the mentor, or this test cannot fail")
            .contains(SECRET);
        assertThat(everythingSeenBy(pair.ect().client(), asked)).as("the ECT").contains(SECRET);
        for (var other : others(pair, coach.cycleId()).entrySet()) {
            assertThat(everythingSeenBy(other.getValue(), asked)).as(other.getKey()).doesNotContain(SECRET);
            assertThat(changed(other.getValue(), asked))
                .as(other.getKey() + " changes it")
                .doesNotContain(SECRET);
        }
        for (var client : List.of(pair.mentor().client(), pair.ect().client())) {
            assertThat(events(client, coach.cycleId())).as("events").doesNotContain(SECRET);
        }
        // Said in the wrong place, it is refused without being repeated to a log.
        var wrong = Map.of("meetingId", meetingId, "basedOn", SECRET, "notes", Map.of("plan", SECRET));
        pair.mentor()
            .client()
            .ask(
                "mutation ($input: WritePastoralNotesInput!) { writePastoralNotes(input: $input) { problems { message } } }",
                Map.of("input", wrong)
            );
        PastoralPair.change(
            pair.mentor().client(),
            "writePastoralNotes",
            Map.of("meetingId", meetingId, "basedOn", 0, "notes", PastoralPair.notes(SECRET.repeat(300)))
        );
        assertThat(log.getAll()).doesNotContain(SECRET);
        inTheStore();
    }

    private void inTheStore() throws IOException {
        for (var collection : store.getCollectionNames()) {
            for (var document : store.getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain(SECRET);
            }
        }
        try (var files = Files.walk(Path.of(dataDirectory))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                for (var charset : List.of(UTF_8, UTF_16LE)) {
                    assertThat(bytes.contains(new String(SECRET.getBytes(charset), ISO_8859_1)))
                        .as(file.toString())
                        .isFalse();
                }
            }
        }
    }

    private Map<String, TestClient> others(Staffroom.Pair pair, String cycleId) {
        var visiting = staffroom.tutorOf(pair.school());
        new Clerk(visiting.client()).done("visitCycle", Map.of("cycleId", cycleId));
        var administrator = staffroom.administrator();
        var head = staffroom.colleague(false);
        var partnerAdministrator = staffroom.colleague(false);
        var lead = staffroom.colleague(false);
        var registrar = new Clerk(administrator.client());
        var since = "2026-01-01";
        var name = "Of " + pair.school().urn();
        registrar.done(
            "appointHeadteacher",
            Map.of("personId", head.id(), "schoolId", pair.school().id(), "startedOn", since)
        );
        var trust = registrar.done("registerTrust", "trust { id }", Map.of("name", name)).at("/trust/id").asString();
        registrar.done(
            "describeSchool",
            Map.of("schoolId", pair.school().id(), "name", pair.school().name(), "trustId", trust)
        );
        registrar.done("appointTrustLead", Map.of("personId", lead.id(), "trustId", trust, "startedOn", since));
        var partner = registrar
            .done("registerDeliveryPartner", "deliveryPartner { id }", Map.of("name", name))
            .at("/deliveryPartner/id")
            .asString();
        registrar.done(
            "startPartnership",
            Map.of(
                "schoolId",
                pair.school().id(),
                "deliveryPartnerId",
                partner,
                "leadProvider",
                "x",
                "startedOn",
                since
            )
        );
        registrar.done(
            "appointPartnerAdministrator",
            Map.of("personId", partnerAdministrator.id(), "deliveryPartnerId", partner, "startedOn", since)
        );
        var all = new LinkedHashMap<String, TestClient>();
        all.put("tutor", staffroom.tutorOf(pair.school()).client());
        all.put("visiting tutor", visiting.client());
        all.put("tutor of another school", staffroom.tutorOf(staffroom.school()).client());
        all.put("other mentor of the school", staffroom.mentorAt(pair.school()).client());
        all.put("other ECT of the mentor", staffroom.ectOf(pair.mentor(), pair.school()).client());
        all.put("headteacher", head.client());
        all.put("trust lead", lead.client());
        all.put("partner administrator", partnerAdministrator.client());
        all.put("administrator", administrator.client());
        return all;
    }

    /** All answers, over HTTP, a WebSocket and a stream of events. */
    private String everythingSeenBy(TestClient client, Asked asked) throws IOException, InterruptedException {
        var all = new StringBuilder();
        asked
            .typeById()
            .forEach((id, type) ->
                fields(type, asked).forEach(fields ->
                    all.append(answer(client, "{ node(id: \"%s\") { ... on %s { %s } } }".formatted(id, type, fields)))
                )
            );
        fields("Viewer", asked).forEach(fields -> all.append(answer(client, "{ viewer { %s } }".formatted(fields))));
        for (var field : source.schema().getQueryType().getFieldDefinitions()) {
            if (!Set.of("viewer", "node").contains(field.getName())) {
                all.append(answer(client, "{ %s }".formatted(selected(field, asked, 1))));
            }
        }
        all.append(answer(client, "{ node(id: \"%s\") { __typename id } }".formatted(asked.meetingId())));
        var direct =
            "{ viewer { pastoralMeetings(ectId: \"%s\") { notes { plan notes actions { text } } } } }".formatted(
                asked.ectId()
            );
        try (var socket = client.follow(direct, Map.of())) {
            all.append(socket.next());
        }
        try (var stream = client.stream(direct)) {
            all.append(stream.next());
        }
        return all.append(events(client, asked.cycleId())).toString();
    }

    /** All of a type, a few at a time: one request may not ask for as much as that. */
    private List<String> fields(String type, Asked asked) {
        var all = ((GraphQLObjectType) source.schema().getType(type))
            .getFieldDefinitions()
            .stream()
            .map(field -> selected(field, asked, 0))
            .toList();
        return IntStream.iterate(0, first -> first < all.size(), first -> first + AT_ONCE)
            .mapToObj(first -> String.join(" ", all.subList(first, Math.min(first + AT_ONCE, all.size()))))
            .toList();
    }

    private static String answer(TestClient client, String document) {
        var answer = client.send("POST", "/graphql", Map.of("query", document));
        assertThat(answer.body()).as(document).doesNotContain("\"errors\"");
        return answer.body();
    }

    private static String events(TestClient client, String cycleId) {
        var all = new StringBuilder();
        var events = "subscription { cycleEvents(cycleId: \"%s\") { __typename sequence } }".formatted(cycleId);
        var presence = "subscription { presence(cycleId: \"%s\") { person { name } } }".formatted(cycleId);
        try (var one = client.follow(events, Map.of()); var other = client.follow(presence, Map.of())) {
            all.append(one.next()).append(other.next());
            one.leftAfter(Duration.ofMillis(50)).forEach(all::append);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return all.toString();
    }

    private static String changed(TestClient client, Asked asked) {
        var today = Staffroom.today().toString();
        var inputs = Map.<String, Map<String, Object>>of(
            "planPastoralMeeting",
            Map.of("ectId", asked.ectId(), "on", today),
            "writePastoralNotes",
            Map.of("meetingId", asked.meetingId(), "basedOn", 1, "notes", PastoralPair.notes("x")),
            "movePastoralMeeting",
            Map.of("meetingId", asked.meetingId(), "on", today),
            "holdPastoralMeeting",
            Map.of("meetingId", asked.meetingId(), "on", today)
        );
        var all = new StringBuilder();
        inputs.forEach((mutation, input) -> all.append(PastoralPair.change(client, mutation, input)));
        all.append(new Clerk(client).send("dropPastoralMeeting", "droppedId", Map.of("meetingId", asked.meetingId())));
        return all.toString();
    }

    /** A field with all that is below it; people, schools and cycles below it are asked for by themselves. */
    private String selected(GraphQLFieldDefinition field, Asked asked, int depth) {
        var arguments = field
            .getArguments()
            .stream()
            .filter(argument -> GraphQLNonNull.class.isInstance(argument.getType()) && !argument.hasSetDefaultValue())
            .map(argument -> argument.getName() + ": " + value(argument.getName(), asked))
            .collect(joining(", "));
        var name = arguments.isEmpty() ? field.getName() : "%s(%s)".formatted(field.getName(), arguments);
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer type)) {
            return name;
        }
        return name + " { " + below(type, asked, depth + 1) + " }";
    }

    private String below(GraphQLFieldsContainer type, Asked asked, int depth) {
        if (type.getName().equals("Person") && depth > 0) {
            return "id name email";
        }
        var isOwn = Set.of("School", "CoachingCycle", "Step", "StepBank").contains(type.getName());
        return (
            "__typename " +
            type
                .getFieldDefinitions()
                .stream()
                .filter(
                    field ->
                        !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer) ||
                        (depth < DEPTH && !isOwn)
                )
                .map(field -> selected(field, asked, depth))
                .collect(joining(" "))
        );
    }

    private static String value(String argument, Asked asked) {
        return switch (argument) {
            case "id" -> quoted(asked.cycleId());
            case "schoolId" -> quoted(asked.schoolId());
            case "toId", "ectId", "personId" -> quoted(asked.ectId());
            case "stepId" -> quoted("step_wait-three-seconds");
            case "email" -> quoted("nobody@example.org");
            case "text", "query" -> quoted(SECRET);
            case "from" -> quoted("2025-09-01");
            case "to" -> quoted("2025-12-31");
            case "step" -> "{ title: \"Wait\" }";
            case "format" -> "CSV";
            default -> throw new AssertionError("Say what to ask for with " + argument);
        };
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
