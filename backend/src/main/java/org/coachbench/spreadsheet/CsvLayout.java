package org.coachbench.spreadsheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which columns a kind of spreadsheet has, and by which of them its heading row is known. */
public final class CsvLayout {

    private final List<String> columns;
    private final Map<String, String> bySimplifiedName = new HashMap<>();
    private final String known;
    private final String whenNoHeading;
    private final Map<String, String> whenMissing;

    /**
     * @param otherNames what people also call a column
     * @param known the column that every heading row has
     * @param whenNoHeading what to do about a file without it
     * @param whenMissing what to do about a file without one of the other columns that it must have
     */
    public CsvLayout(
        List<String> columns,
        Map<String, String> otherNames,
        String known,
        String whenNoHeading,
        Map<String, String> whenMissing
    ) {
        this.columns = columns;
        this.known = known;
        this.whenNoHeading = whenNoHeading;
        this.whenMissing = new TreeMap<>(whenMissing);
        columns.forEach(column -> bySimplifiedName.put(CsvWords.simplified(column), column));
        otherNames.forEach((name, column) -> bySimplifiedName.put(CsvWords.simplified(name), column));
    }

    List<String> columns() {
        return columns;
    }

    Optional<String> find(String heading) {
        return Optional.ofNullable(bySimplifiedName.get(CsvWords.simplified(heading)));
    }

    String known() {
        return known;
    }

    String whenNoHeading() {
        return whenNoHeading;
    }

    Map<String, String> whenMissing() {
        return whenMissing;
    }
}
