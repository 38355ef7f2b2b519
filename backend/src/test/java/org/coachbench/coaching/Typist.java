package org.coachbench.coaching;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.ObjectId;
import tools.jackson.databind.JsonNode;

/** Somebody who types in a note, with a copy of it on their own device. */
public final class Typist {

    private final Document device;
    private final ObjectId text;

    private Typist(String document) {
        device = Document.load(Base64.getDecoder().decode(document));
        text = ((AmValue.Text) device.get(ObjectId.ROOT, "text").orElseThrow()).getId();
    }

    /** Begins from what the service has. */
    public static Typist opening(String document) {
        return new Typist(document);
    }

    /** Begins without having seen the service. */
    public static Typist offline() {
        return new Typist(MergingText.EMPTY);
    }

    /** Types at a place; the changes as the API takes them. */
    public String type(int at, String typed) {
        var before = device.getHeads();
        try (var transaction = device.startTransaction()) {
            transaction.spliceText(text, at, 0, typed);
            transaction.commit();
        }
        return Base64.getEncoder().encodeToString(device.encodeChangesSince(before));
    }

    public void merge(String changes) {
        device.applyEncodedChanges(Base64.getDecoder().decode(changes));
    }

    public String text() {
        return device.text(text).orElseThrow();
    }

    static Map<String, Object> edit(NoteKind kind, String changes) {
        return Map.of("kind", kind.name(), "changes", changes);
    }

    static List<String> changesIn(List<JsonNode> events) {
        var changes = new ArrayList<String>();
        for (var event : events) {
            changes.add(event.at("/cycleEvents/changes").asString());
        }
        return changes;
    }
}
