package org.coachbench.stepbank.exchange;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The items of a CASE file, as parents and children. */
final class CaseTree {

    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<String>> preceding = new HashMap<>();

    private record Link(String origin, String destination, int sequence) {}

    CaseTree(JsonNode file) {
        file.path("CFItems")
            .valueStream()
            .forEach(item -> items.put(text(item, "identifier"), (ObjectNode) item));
        for (var link : links(file, "isChildOf")) {
            // Of several parents the first one counts.
            if (items.containsKey(link.origin()) && parents.putIfAbsent(link.origin(), link.destination()) == null) {
                children.computeIfAbsent(link.destination(), none -> new ArrayList<>()).add(link.origin());
            }
        }
        for (var link : links(file, "precedes")) {
            preceding.computeIfAbsent(link.destination(), none -> new ArrayList<>()).add(link.origin());
        }
    }

    private static List<Link> links(JsonNode file, String type) {
        return file
            .path("CFAssociations")
            .valueStream()
            .filter(link -> text(link, "associationType").equals(type))
            .map(link ->
                new Link(
                    text(link.path("originNodeURI"), "identifier"),
                    text(link.path("destinationNodeURI"), "identifier"),
                    link.path("sequenceNumber").asInt(Integer.MAX_VALUE)
                )
            )
            .sorted(comparingInt(Link::sequence))
            .toList();
    }

    Set<String> identifiers() {
        return items.keySet();
    }

    Optional<ObjectNode> item(String identifier) {
        return Optional.ofNullable(items.get(identifier));
    }

    /** Items without a parent in the file, as children of the document, stand first in the file's order. */
    List<String> roots() {
        return items
            .keySet()
            .stream()
            .filter(id -> !items.containsKey(parents.getOrDefault(id, "")))
            .toList();
    }

    List<String> children(String identifier) {
        return List.copyOf(children.getOrDefault(identifier, List.of()));
    }

    List<String> preceding(String identifier) {
        return List.copyOf(preceding.getOrDefault(identifier, List.of()));
    }

    Optional<String> parent(String identifier) {
        return Optional.ofNullable(parents.get(identifier)).filter(items::containsKey);
    }

    /** The first item found to be further down than any framework goes. */
    Optional<String> tooDeep(int deepest) {
        for (var start : items.keySet()) {
            var levels = 0;
            for (var at = Optional.of(start); at.isPresent(); at = parent(at.get())) {
                levels++;
                if (levels > deepest) {
                    return Optional.of(start);
                }
            }
        }
        return Optional.empty();
    }

    /** The first item found to be above itself. */
    Optional<String> inCircle() {
        var cleared = new HashSet<String>();
        for (var start : items.keySet()) {
            var way = new HashSet<String>();
            for (var at = Optional.of(start); at.isPresent() && !cleared.contains(at.get()); at = parent(at.get())) {
                if (!way.add(at.get())) {
                    return at;
                }
            }
            cleared.addAll(way);
        }
        return Optional.empty();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
