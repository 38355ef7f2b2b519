package org.coachbench.stepbank.exchange;

import java.time.Instant;
import java.util.List;
import org.coachbench.spreadsheet.FileProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bank as a 1EdTech CASE 1.0 package: a document, items, and associations between them. */
public final class CaseFile {

    /** Numbers come out as they went in. */
    private static final JsonMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build();

    private CaseFile() {}

    /**
     * The bank as JSON. An imported bank keeps all that was in its file, field by field, but for the steps that changed
     * since.
     */
    public static String write(ExchangedBank bank, Instant changed) {
        var original = bank.original();
        var writer =
            original == null
                ? CaseWriter.anew(bank, changed)
                : CaseWriter.over((ObjectNode) JSON.readTree(original), bank, changed);
        return JSON.writeValueAsString(writer.write());
    }

    /** Tells frameworks apart. */
    public static String documentIdentifier(String json) {
        return CaseTree.text(JSON.readTree(json).path("CFDocument"), "identifier");
    }

    public static ReadFile read(String json) {
        try {
            var root = JSON.readTree(json);
            return root instanceof ObjectNode file
                ? new CaseReader(file).read(json)
                : refused("This is no CASE file: it must be a JSON object with a CFDocument.");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return refused(
                at == null
                    ? "This is no JSON: check the end of the file."
                    : "This is no JSON: look at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr())
            );
        }
    }

    private static ReadFile refused(String message) {
        return new ReadFile(null, List.of(new FileProblem(null, null, "", message)));
    }
}
