package org.coachbench.stepbank.exchange;

import static java.util.stream.Collectors.toMap;
import static org.coachbench.stepbank.exchange.CaseTree.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a bank as a CASE package, anew or over the package from which it was imported. */
final class CaseWriter {

    /** Marks the items that belong to a step. */
    static final String PART = "coachbench";
    static final String CREATOR = "Coachbench";

    private final ObjectNode file;
    private final ArrayNode items;
    private final ArrayNode associations;
    private final ExchangedBank bank;
    private final String changed;
    /** Steps as they stand in the file already, by key; empty when it is written anew. */
    private final Map<String, StepContent> before;
    private final Map<String, String> identifiers = new HashMap<>();

    private CaseWriter(ObjectNode file, ExchangedBank bank, Instant changed, Map<String, StepContent> before) {
        this.file = file;
        this.bank = bank;
        this.changed = changed.toString();
        this.before = before;
        items = array("CFItems");
        associations = array("CFAssociations");
    }

    static CaseWriter anew(ExchangedBank bank, Instant changed) {
        var file = JsonNodeFactory.instance.objectNode();
        var writer = new CaseWriter(file, bank, changed, Map.of());
        // The document stands first.
        file.removeAll();
        file.set("CFDocument", writer.document());
        file.set("CFItems", writer.items);
        file.set("CFAssociations", writer.associations);
        return writer;
    }

    static CaseWriter over(ObjectNode original, ExchangedBank bank, Instant changed) {
        var reader = CaseReader.withEnded(original);
        var read = Objects.requireNonNull(reader.read("").bank(), "An imported file was readable once");
        var before = read
            .steps()
            .stream()
            .collect(toMap(step -> Objects.requireNonNull(step.key()), ExchangedStep::content));
        var writer = new CaseWriter(original, bank, changed, before);
        writer.identifiers.putAll(reader.stepItems());
        return writer;
    }

    ObjectNode write() {
        bank.steps().forEach(step -> identifiers.computeIfAbsent(key(step), CaseIds::step));
        var there = items
            .valueStream()
            .map(item -> text(item, "identifier"))
            .toList();
        var known = new HashSet<>(there);
        var place = 0;
        for (var module : bank.modules()) {
            place++;
            var stepsOfModule = bank
                .steps()
                .stream()
                .filter(step -> step.moduleId().equals(module.id()))
                .toList();
            var identifier = CaseIds.module(module.id());
            var isNew = stepsOfModule.stream().anyMatch(step -> !before.containsKey(key(step)));
            if ((before.isEmpty() || isNew) && known.add(identifier) && !identifier.equals(documentIdentifier())) {
                addModule(identifier, module, place);
            }
            var sequence = 0;
            for (var step : stepsOfModule) {
                sequence++;
                var former = before.get(key(step));
                if (former == null) {
                    addStep(step, identifier, sequence);
                } else if (!former.equals(step.content())) {
                    changeStep(step, former);
                }
            }
        }
        endStepsNoLongerThere();
        return file;
    }

    private ObjectNode document() {
        var identifier = CaseIds.derived("bank:" + bank.title());
        var document = node(identifier);
        document.put("creator", CREATOR).put("title", bank.title()).put("adoptionStatus", "Adopted");
        if (bank.licence() != null) {
            document.set("licenseURI", link(bank.licence(), CaseIds.derived("licence:" + bank.licence())));
        }
        return document;
    }

    private String documentIdentifier() {
        return text(file.path("CFDocument"), "identifier");
    }

    private void addModule(String identifier, ExchangedModule module, int place) {
        var item = item(identifier, CasePart.MODULE, module.title());
        if (!identifier.equals(module.id())) {
            item.put("humanCodingScheme", module.id());
        }
        if (module.strand() != null) {
            item.putArray("conceptKeywords").add(CaseReader.words(module.strand()));
        }
        associate("isChildOf", identifier, documentIdentifier(), place);
    }

    private void addStep(ExchangedStep step, String module, int sequence) {
        var identifier = identifier(step);
        var content = step.content();
        var item = item(identifier, CasePart.STEP, content.title());
        if (!identifier.equals(step.key())) {
            item.put("humanCodingScheme", step.key());
        }
        tags(item, content);
        associate("isChildOf", identifier, module, sequence);
        addParts(identifier, content);
        addPreceding(identifier, content);
    }

    private void changeStep(ExchangedStep step, StepContent former) {
        var identifier = identifier(step);
        var content = step.content();
        var item = (ObjectNode) items
            .valueStream()
            .filter(one -> text(one, "identifier").equals(identifier))
            .findFirst()
            .orElseThrow();
        if (!content.title().equals(former.title())) {
            item.put("fullStatement", content.title());
            item.remove("abbreviatedStatement");
        }
        if (!content.tags().equals(former.tags())) {
            tags(item, content);
        }
        // The reason is an item of its own from now on, or is gone.
        item.remove("notes");
        if (content.why().isEmpty()) {
            item.put("fullStatement", content.title());
            item.remove("abbreviatedStatement");
        }
        item.put("lastChangeDateTime", changed);
        removeParts(identifier);
        addParts(identifier, content);
        if (!content.buildsOn().equals(former.buildsOn())) {
            removeAssociations("precedes", "destinationNodeURI", Set.of(identifier));
            addPreceding(identifier, content);
        }
    }

    private void endStepsNoLongerThere() {
        var kept = new HashSet<String>();
        bank.steps().forEach(step -> kept.add(key(step)));
        var gone = new HashSet<String>();
        before.keySet().forEach(key -> {
            if (!kept.contains(key)) {
                gone.add(Objects.requireNonNull(identifiers.get(key)));
            }
        });
        var today = Instant.parse(changed).atOffset(ZoneOffset.UTC).toLocalDate().toString();
        items
            .valueStream()
            .filter(item -> gone.contains(text(item, "identifier")) && !CaseReader.hasEnded(item))
            .forEach(item -> ((ObjectNode) item).put("statusEndDate", today).put("lastChangeDateTime", changed));
    }

    private static void tags(ObjectNode item, StepContent content) {
        if (content.tags().isEmpty()) {
            item.remove("conceptKeywords");
        } else {
            var keywords = item.putArray("conceptKeywords");
            content.tags().forEach(keywords::add);
        }
    }

    private void addParts(String step, StepContent content) {
        var parts = new Parts(step);
        parts.addIfWritten(CasePart.WHY, content.why());
        parts.addIfWritten(CasePart.CUE, content.cue());
        content.criteria().forEach(text -> parts.add(CasePart.CRITERION, text));
        content.models().forEach(model -> {
            var item = parts.add(CasePart.MODEL, model.text());
            item.put("abbreviatedStatement", model.lesson());
            item.putArray("educationLevel").add(CaseReader.words(model.phase()));
            item.putArray("conceptKeywords").add(CaseReader.words(model.subject()));
        });
        content.practice().forEach(task -> {
            var item = parts.add(CasePart.PRACTICE, task.task());
            item.put("listEnumeration", String.valueOf(task.minutes()));
            var ofTask = new Parts(text(item, "identifier"));
            ofTask.addIfWritten(CasePart.COACH, task.coach());
            ofTask.addIfWritten(CasePart.HARDER, task.harder());
            ofTask.addIfWritten(CasePart.EASIER, task.easier());
        });
        content.pitfalls().forEach(text -> parts.add(CasePart.PITFALL, text));
        content.phrasings().forEach(text -> parts.add(CasePart.PHRASING, text));
    }

    private void addPreceding(String step, StepContent content) {
        var sequence = 0;
        for (var key : content.buildsOn()) {
            sequence++;
            associate("precedes", identifiers.getOrDefault(key, key), step, sequence);
        }
    }

    private void removeParts(String step) {
        var gone = new HashSet<String>();
        var tree = new CaseTree(file);
        collectParts(step, tree, gone);
        items.removeIf(item -> gone.contains(text(item, "identifier")));
        removeAssociations("isChildOf", "originNodeURI", gone);
    }

    private static void collectParts(String parent, CaseTree tree, Set<String> found) {
        for (var child : tree.children(parent)) {
            var item = tree.item(child).orElseThrow();
            if (text(item, "humanCodingScheme").equals(PART)) {
                found.add(child);
                collectParts(child, tree, found);
            }
        }
    }

    private void removeAssociations(String type, String end, Set<String> identifiersThere) {
        associations.removeIf(
            link ->
                text(link, "associationType").equals(type) &&
                identifiersThere.contains(text(link.path(end), "identifier"))
        );
    }

    /** Children of an item, in the order in which they are added. */
    private final class Parts {

        private final String parent;
        private int count;

        Parts(String parent) {
            this.parent = parent;
        }

        void addIfWritten(CasePart part, @Nullable String text) {
            if (text != null && !text.isEmpty()) {
                add(part, text);
            }
        }

        ObjectNode add(CasePart part, String text) {
            count++;
            var identifier = CaseIds.derived(parent + ":" + count);
            var item = item(identifier, part, text).put("humanCodingScheme", PART);
            associate("isChildOf", identifier, parent, count);
            return item;
        }
    }

    private ObjectNode item(String identifier, CasePart part, String statement) {
        var item = node(identifier);
        item.put("fullStatement", statement).put("CFItemType", part.itemType());
        items.add(item);
        return item;
    }

    private void associate(String type, String origin, String destination, int sequence) {
        var association = node(CaseIds.derived(String.join(":", List.of(type, origin, destination))));
        association.put("associationType", type).put("sequenceNumber", sequence);
        association.set("originNodeURI", link(origin, origin));
        association.set("destinationNodeURI", link(destination, destination));
        associations.add(association);
    }

    private ObjectNode node(String identifier) {
        return file
            .objectNode()
            .put("identifier", identifier)
            .put("uri", CaseIds.uri(identifier))
            .put("lastChangeDateTime", changed);
    }

    private ObjectNode link(String title, String identifier) {
        return file.objectNode().put("title", title).put("identifier", identifier).put("uri", CaseIds.uri(identifier));
    }

    private ArrayNode array(String name) {
        return file.get(name) instanceof ArrayNode there ? there : file.putArray(name);
    }

    private String identifier(ExchangedStep step) {
        return Objects.requireNonNull(identifiers.get(key(step)));
    }

    private static String key(ExchangedStep step) {
        return Objects.requireNonNull(step.key(), "Steps of a bank have keys");
    }
}
