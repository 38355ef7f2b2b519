package org.coachbench.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The heading row of a spreadsheet: which column each cell of a row stands in, and what the file calls it. */
final class CsvHeading {

    private static final int LONGEST = 120;

    private final int line;
    private final CsvLayout layout;
    private final CsvProblems problems;
    private final Map<String, String> names = new HashMap<>();
    /** Empty where a column is none of ours. */
    private final List<String> columns = new ArrayList<>();
    private final Set<Integer> unnamed = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    private CsvHeading(int line, CsvLayout layout, CsvProblems problems) {
        this.line = line;
        this.layout = layout;
        this.problems = problems;
    }

    static boolean isOne(CSVRecord cells, CsvLayout layout) {
        return cells
            .stream()
            .anyMatch(cell -> !cell.isEmpty() && layout.find(cell).equals(Optional.of(layout.known())));
    }

    static CsvHeading read(int line, CSVRecord cells, CsvLayout layout, CsvProblems problems) {
        var heading = new CsvHeading(line, layout, problems);
        for (int i = 0; i < cells.size(); i++) {
            heading.add(i, CsvWords.cut(CsvCell.strip(cells.get(i)), LONGEST));
        }
        layout.whenMissing().forEach((column, message) -> {
            if (!heading.names.containsKey(column)) {
                problems.add(line, column, message);
            }
        });
        return heading;
    }

    /** What the columns are called in the file. */
    Map<String, String> names() {
        return names;
    }

    boolean reaches(int index) {
        return index < columns.size();
    }

    /** The column of a cell that holds something; empty when it has none, which is noted once. */
    Optional<String> columnOf(int index) {
        if (unnamed.remove(index)) {
            var message = "Column %d has no heading. Enter one, or empty the column.".formatted(index + 1);
            problems.add(line, "column " + (index + 1), message);
        }
        return Optional.of(columns.get(index)).filter(column -> !column.isEmpty());
    }

    private void add(int index, String typed) {
        var column = layout.find(typed).orElse("");
        if (typed.isEmpty()) {
            unnamed.add(index);
        } else if (column.isEmpty()) {
            refuseUnknown(typed);
        } else if (names.putIfAbsent(column, typed) != null) {
            column = "";
            var name = CsvWords.quoted(typed);
            problems.add(line, typed, "There are two columns " + name + ". Rename or remove one of them.");
        }
        columns.add(column);
    }

    private void refuseUnknown(String typed) {
        if (unknown.add(typed) && !problems.areMost()) {
            var name = CsvWords.quoted(typed);
            var nearest = CsvWords.quoted(CsvWords.nearest(typed, layout.columns(), 1).getFirst());
            problems.add(line, typed, "There is no column " + name + ". Rename it to " + nearest + ", or remove it.");
        }
    }
}
