package org.coachbench.stepbank.exchange;

import static org.coachbench.stepbank.exchange.CaseTree.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.people.SchoolDay;
import org.coachbench.spreadsheet.FileProblem;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes modules and steps of a CASE package: what we wrote ourselves by its item types; of a framework from elsewhere,
 * items above others become modules and the lowest ones steps.
 */
final class CaseReader {

    private static final int LONGEST_TITLE = 99;
    private static final int LONGEST_MODULE_TITLE = 120;
    private static final int LONGEST_TAG = 60;
    private static final int MOST_TAGS = 8;
    private static final int MOST_BEFORE = 4;
    private static final int LONGEST_WHY = 1000;
    private static final int DEEPEST = 100;

    private final ObjectNode file;
    private final boolean withEnded;
    private final CaseTree tree;

    CaseReader(ObjectNode file) {
        this(file, false);
    }

    /** With those items too that are no longer in force. */
    static CaseReader withEnded(ObjectNode file) {
        return new CaseReader(file, true);
    }

    private CaseReader(ObjectNode file, boolean withEnded) {
        this.file = file;
        this.withEnded = withEnded;
        this.tree = CaseRules.problems(file).isEmpty() ? new CaseTree(file) : new CaseTree(file.objectNode());
    }

    ReadFile read(String json) {
        var problems = CaseRules.problems(file);
        if (!problems.isEmpty()) {
            return new ReadFile(null, problems);
        }
        var circle = tree.inCircle();
        if (circle.isPresent()) {
            return refused(
                circle.get(),
                "This item is above itself. Look at the isChildOf associations that begin at it."
            );
        }
        var deep = tree.tooDeep(DEEPEST);
        if (deep.isPresent()) {
            return refused(deep.get(), "This item has more than %d others above it. Make it fewer.".formatted(DEEPEST));
        }
        var document = file.path("CFDocument");
        var modules = new LinkedHashMap<String, ExchangedModule>();
        var steps = new ArrayList<ExchangedStep>();
        var top = Stream.concat(tree.children(text(document, "identifier")).stream(), tree.roots().stream())
            .distinct()
            .toList();
        top.forEach(identifier -> collect(identifier, null, modules, steps));
        var licence = text(document.path("licenseURI"), "title");
        return new ReadFile(
            new ExchangedBank(
                text(document, "title"),
                licence.isBlank() ? null : licence,
                List.copyOf(modules.values()),
                steps,
                // What we wrote ourselves holds nothing that we do not understand.
                text(document, "creator").equals(CaseWriter.CREATOR) ? null : json
            ),
            List.of()
        );
    }

    private ReadFile refused(String identifier, String message) {
        var position = List.copyOf(tree.identifiers()).indexOf(identifier);
        return new ReadFile(null, List.of(new FileProblem(null, null, "/CFItems/" + position, message)));
    }

    /** By key, the identifiers of the items that were read as steps. */
    Map<String, String> stepItems() {
        var found = new LinkedHashMap<String, String>();
        tree.identifiers().forEach(identifier -> {
            var item = item(identifier);
            if (!isPart(item) && !isModule(identifier) && !isOver(item)) {
                found.put(key(item), identifier);
            }
        });
        return found;
    }

    CaseTree tree() {
        return tree;
    }

    private void collect(
        String identifier,
        @Nullable ExchangedModule module,
        Map<String, ExchangedModule> modules,
        List<ExchangedStep> steps
    ) {
        var item = item(identifier);
        if (isPart(item) || isOver(item)) {
            return;
        }
        if (isModule(identifier)) {
            var own = module(item);
            modules.put(own.id(), own);
            tree.children(identifier).forEach(child -> collect(child, own, modules, steps));
            return;
        }
        var place = module == null ? documentsModule() : module;
        modules.putIfAbsent(place.id(), place);
        steps.add(new ExchangedStep(key(item), place.id(), content(item)));
    }

    private boolean isModule(String identifier) {
        return (
            part(item(identifier))
                .filter(part -> part == CasePart.MODULE)
                .isPresent() ||
            tree
                .children(identifier)
                .stream()
                .map(this::item)
                .anyMatch(child -> !isPart(child))
        );
    }

    /** Other people's item types may be called as ours are: only what we marked is a part of a step. */
    private static boolean isPart(JsonNode item) {
        return (
            text(item, "humanCodingScheme").equals(CaseWriter.PART) && part(item).filter(CasePart::isInStep).isPresent()
        );
    }

    /** No longer in force. */
    private boolean isOver(JsonNode item) {
        return !withEnded && hasEnded(item);
    }

    static boolean hasEnded(JsonNode item) {
        var end = text(item, "statusEndDate");
        return end.length() >= 10 && end.substring(0, 10).compareTo(SchoolDay.today().toString()) <= 0;
    }

    private static Optional<CasePart> part(JsonNode item) {
        return CasePart.of(text(item, "CFItemType"));
    }

    private ExchangedModule documentsModule() {
        var document = file.path("CFDocument");
        return new ExchangedModule(
            text(document, "identifier"),
            shortened(text(document, "title"), LONGEST_MODULE_TITLE),
            null
        );
    }

    private static ExchangedModule module(JsonNode item) {
        var code = text(item, "humanCodingScheme");
        var identifier = text(item, "identifier");
        var ours = CaseIds.module(code).equals(identifier);
        var title = text(item, "abbreviatedStatement");
        return new ExchangedModule(
            ours ? code : identifier,
            shortened(title.isBlank() ? text(item, "fullStatement") : title, LONGEST_MODULE_TITLE),
            strand(keywords(item))
        );
    }

    private static @Nullable Strand strand(List<String> keywords) {
        return Arrays.stream(Strand.values())
            .filter(strand -> keywords.stream().anyMatch(word -> word.equalsIgnoreCase(words(strand))))
            .findFirst()
            .orElse(null);
    }

    private static String key(JsonNode item) {
        var code = text(item, "humanCodingScheme");
        var identifier = text(item, "identifier");
        return CaseIds.step(code).equals(identifier) ? code : identifier;
    }

    private StepContent content(JsonNode item) {
        var identifier = text(item, "identifier");
        var full = text(item, "fullStatement");
        var brief = text(item, "abbreviatedStatement");
        var fits = full.length() <= LONGEST_TITLE;
        var title = fits
            ? full
            : !brief.isBlank() && brief.length() <= LONGEST_TITLE
              ? brief
              : shortened(full, LONGEST_TITLE);
        var why = texts(identifier, CasePart.WHY)
            .findFirst()
            .orElse(shortened(fits ? text(item, "notes") : full, LONGEST_WHY));
        return new StepContent(
            title,
            why,
            texts(identifier, CasePart.CUE).findFirst().orElse(""),
            texts(identifier, CasePart.CRITERION).toList(),
            parts(identifier, CasePart.MODEL).map(CaseReader::model).toList(),
            parts(identifier, CasePart.PRACTICE).map(this::practice).toList(),
            texts(identifier, CasePart.PITFALL).toList(),
            keywords(item)
                .stream()
                .map(word -> shortened(word, LONGEST_TAG))
                .limit(MOST_TAGS)
                .toList(),
            texts(identifier, CasePart.PHRASING).toList(),
            tree.preceding(identifier).stream().map(this::keyOf).distinct().limit(MOST_BEFORE).toList()
        );
    }

    private String keyOf(String identifier) {
        return tree.item(identifier).map(CaseReader::key).orElse(identifier);
    }

    private static StepModel model(ObjectNode item) {
        return new StepModel(
            named(SchoolPhase.values(), item.path("educationLevel").path(0).asString(""), SchoolPhase.PRIMARY),
            named(Subject.values(), keywords(item).isEmpty() ? "" : keywords(item).getFirst(), Subject.ANY),
            text(item, "abbreviatedStatement"),
            text(item, "fullStatement")
        );
    }

    private PracticeTask practice(ObjectNode item) {
        var identifier = text(item, "identifier");
        return new PracticeTask(
            text(item, "fullStatement"),
            texts(identifier, CasePart.COACH).findFirst().orElse(""),
            item.path("listEnumeration").asInt(5),
            texts(identifier, CasePart.HARDER).findFirst().orElse(null),
            texts(identifier, CasePart.EASIER).findFirst().orElse(null)
        );
    }

    private Stream<ObjectNode> parts(String parent, CasePart part) {
        return tree
            .children(parent)
            .stream()
            .map(this::item)
            .filter(child -> isPart(child) && part(child).filter(part::equals).isPresent());
    }

    private Stream<String> texts(String parent, CasePart part) {
        return parts(parent, part).map(child -> text(child, "fullStatement"));
    }

    private ObjectNode item(String identifier) {
        return tree.item(identifier).orElseThrow();
    }

    private static List<String> keywords(JsonNode item) {
        return item.path("conceptKeywords").valueStream().map(JsonNode::asString).toList();
    }

    private static <E extends Enum<E>> E named(E[] values, String words, E otherwise) {
        return Arrays.stream(values)
            .filter(value -> words(value).equalsIgnoreCase(words))
            .findFirst()
            .orElse(otherwise);
    }

    static String words(Enum<?> value) {
        var name = value.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Cut at a word, with an ellipsis. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var space = text.lastIndexOf(' ', longest - 1);
        var end = space > 0 ? space : longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
