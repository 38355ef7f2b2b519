package org.coachbench.stepbank.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coachbench.spreadsheet.FileProblem;
import tools.jackson.databind.JsonNode;

/** What must be right in a CASE file before anything of it is taken. */
final class CaseRules {

    private static final int MOST = 200;
    private static final Set<String> ASSOCIATION_TYPES = Set.of(
        "isChildOf",
        "isPeerOf",
        "isPartOf",
        "exactMatchOf",
        "precedes",
        "isRelatedTo",
        "replacedBy",
        "exemplar",
        "hasSkillLevel"
    );

    private final List<FileProblem> problems = new ArrayList<>();

    private CaseRules() {}

    static List<FileProblem> problems(JsonNode file) {
        var rules = new CaseRules();
        rules.document(file.path("CFDocument"));
        rules.items(file.path("CFItems"));
        rules.associations(file.path("CFAssociations"));
        return rules.problems.stream().limit(MOST).toList();
    }

    private void document(JsonNode document) {
        if (!document.isObject()) {
            problem("/CFDocument", "Add the CFDocument, an object with identifier, uri, creator and title.");
            return;
        }
        identifier(document, "/CFDocument");
        required(document, "/CFDocument", "title");
    }

    private void items(JsonNode items) {
        if (!isListOrMissing(items, "/CFItems")) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var path = "/CFItems/" + i;
            if (!item.isObject()) {
                problem(path, "This must be an object.");
                continue;
            }
            if (identifier(item, path) && !seen.add(CaseTree.text(item, "identifier"))) {
                problem(path + "/identifier", "Another item has this identifier. Give each item its own.");
            }
            required(item, path, "fullStatement");
            for (var field : List.of("CFItemType", "abbreviatedStatement", "humanCodingScheme", "notes")) {
                text(item, path, field);
            }
            var keywords = item.path("conceptKeywords");
            if (!keywords.isMissingNode() && !keywords.isNull() && !isListOfTexts(keywords)) {
                problem(path + "/conceptKeywords", "This must be a list of texts.");
            }
        }
    }

    private void associations(JsonNode associations) {
        if (!isListOrMissing(associations, "/CFAssociations")) {
            return;
        }
        for (int i = 0; i < associations.size(); i++) {
            var association = associations.get(i);
            var path = "/CFAssociations/" + i;
            if (!association.isObject()) {
                problem(path, "This must be an object.");
                continue;
            }
            identifier(association, path);
            if (!ASSOCIATION_TYPES.contains(CaseTree.text(association, "associationType"))) {
                problem(
                    path + "/associationType",
                    "Use one of " + String.join(", ", ASSOCIATION_TYPES.stream().sorted().toList()) + "."
                );
            }
            for (var end : List.of("originNodeURI", "destinationNodeURI")) {
                if (CaseTree.text(association.path(end), "identifier").isBlank()) {
                    problem(path + "/" + end, "Add an object with the identifier of what it points to.");
                }
            }
        }
    }

    private boolean identifier(JsonNode node, String path) {
        var right = CaseIds.UUID_SHAPE.matcher(CaseTree.text(node, "identifier")).matches();
        if (!right) {
            problem(path + "/identifier", "Add an identifier, a UUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301.");
        }
        return right;
    }

    private void required(JsonNode node, String path, String field) {
        if (!node.path(field).isString() || node.path(field).asString().isBlank()) {
            problem(path + "/" + field, "Add a text here.");
        }
    }

    private void text(JsonNode node, String path, String field) {
        var value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            problem(path + "/" + field, "This must be a text, or leave it out.");
        }
    }

    private boolean isListOrMissing(JsonNode node, String path) {
        if (node.isMissingNode() || node.isArray()) {
            return true;
        }
        problem(path, "This must be a list.");
        return false;
    }

    private static boolean isListOfTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private void problem(String path, String message) {
        problems.add(new FileProblem(null, null, path, message));
    }
}
