package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.TestClient;
import org.coachbench.coaching.NoteKind;
import org.coachbench.coaching.Typist;
import tools.jackson.databind.JsonNode;

/** What a pair's devices saw and what the store has, held against what was acknowledged to the two. */
record Outcome(PairAtWork pair, TestClient reader) {
    private static final String CYCLE = """
    query ($id: ID!) { coachingCycle(id: $id) {
      lastSequence observation { evidence { text } praise { text } }
      rounds { rehearsed feedback { text } } notes { kind text }
    } }""";

    void verify() {
        var cycle = reader.data(CYCLE, Map.of("id", pair.cycleId())).get("coachingCycle");
        var last = cycle.get("lastSequence").asInt();
        assertThat(last).as("events of %s", pair.cycleId()).isEqualTo(pair.planned());
        var inOrder = IntStream.rangeClosed(1, last).boxed().toList();
        assertThat(pair.followers()).hasSize(3);
        var first = pair.followers().getFirst().events();
        for (var follower : pair.followers()) {
            assertThat(follower.events())
                .extracting(event -> event.get("sequence").asInt())
                .isEqualTo(inOrder);
            assertThat(follower.events()).isEqualTo(first);
            assertThat(follower.endings()).allMatch(ending -> ending.equals("TOO_SLOW"));
            assertThat(rebuilt(follower.events())).isEqualTo(notes(cycle));
        }
        nothingAcknowledgedIsMissing(cycle, first);
        bothWritersHaveTheTextsOfTheStore(cycle);
    }

    private void nothingAcknowledgedIsMissing(JsonNode cycle, List<JsonNode> events) {
        var said = Stream.concat(pair.mentor().said().stream(), pair.ect().said().stream()).toList();
        assertThat(texts(events)).containsExactlyInAnyOrderElementsOf(said);
        var stored = new ArrayList<String>();
        cycle.at("/observation/evidence").forEach(note -> stored.add(note.get("text").asString()));
        cycle.at("/observation/praise").forEach(praise -> stored.add(praise.get("text").asString()));
        cycle.get("rounds").forEach(round -> stored.add(round.get("rehearsed").asString()));
        cycle.get("rounds").forEach(round -> stored.add(round.at("/feedback/text").asString()));
        assertThat(stored).containsExactlyInAnyOrderElementsOf(pair.mentor().said());
        var words = notes(cycle)
            .values()
            .stream()
            .flatMap(text -> Arrays.stream(text.split(" ")))
            .filter(word -> !word.isEmpty())
            .toList();
        var typed = Stream.concat(pair.mentor().typed().stream(), pair.ect().typed().stream()).toList();
        assertThat(words).containsExactlyInAnyOrderElementsOf(typed);
    }

    private void bothWritersHaveTheTextsOfTheStore(JsonNode cycle) {
        for (var writer : List.of(pair.mentor(), pair.ect())) {
            writer.readOn();
            notes(cycle).forEach((kind, text) -> assertThat(writer.note(kind).text()).isEqualTo(text));
        }
    }

    private static List<String> texts(List<JsonNode> events) {
        return events
            .stream()
            .flatMap(event ->
                Stream.of("/note/text", "/praise/text", "/text", "/round/rehearsed", "/round/feedback/text")
                    .map(event::at)
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
            )
            .toList();
    }

    private static Map<NoteKind, String> notes(JsonNode cycle) {
        var texts = new HashMap<NoteKind, String>();
        cycle
            .get("notes")
            .forEach(note -> texts.put(NoteKind.valueOf(note.get("kind").asString()), note.get("text").asString()));
        return texts;
    }

    private static Map<NoteKind, String> rebuilt(List<JsonNode> events) {
        var notes = new HashMap<NoteKind, Typist>();
        for (var kind : NoteKind.values()) {
            notes.put(kind, Typist.offline());
        }
        for (var event : events) {
            if (event.get("__typename").asString().equals("NoteEdited")) {
                notes.get(NoteKind.valueOf(event.get("kind").asString())).merge(event.get("changes").asString());
            }
        }
        var texts = new HashMap<NoteKind, String>();
        notes.forEach((kind, typist) -> texts.put(kind, typist.text()));
        return texts;
    }
}
