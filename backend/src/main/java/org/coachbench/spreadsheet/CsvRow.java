package org.coachbench.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a spreadsheet with the line on which it starts. Whoever reads a cell says what fits there, and the row notes
 * the problem when it does not.
 *
 * @param headings what the columns of the file are called in it
 */
public record CsvRow(int line, Map<String, String> headings, Map<String, String> cells, CsvProblems problems) {
    public boolean hasColumn(String column) {
        return headings.containsKey(column);
    }

    public boolean isEmpty(String column) {
        return CsvCell.isBlank(cell(column));
    }

    public String text(String column) {
        return CsvCell.text(cell(column));
    }

    public String text(String column, int longest) {
        var text = text(column);
        if (text.length() > longest) {
            refuse(column, "This has %,d characters. Shorten it to %,d.".formatted(text.length(), longest));
        }
        return text;
    }

    public String requiredText(String column, int longest, String whenEmpty) {
        var text = text(column, longest);
        if (text.isEmpty()) {
            refuse(column, whenEmpty);
        }
        return text;
    }

    @Nullable
    public String optionalText(String column, int longest) {
        return isEmpty(column) ? null : text(column, longest);
    }

    public List<String> texts(List<String> columns, int longest) {
        return columns
            .stream()
            .map(column -> text(column, longest))
            .filter(text -> !text.isEmpty())
            .toList();
    }

    public List<String> items(String column, int most) {
        var items = CsvCell.items(cell(column));
        if (items.size() > most) {
            refuse(column, "There are %,d in this cell. Keep at most %d of them.".formatted(items.size(), most));
        }
        return items.stream().limit(most).toList();
    }

    public List<String> items(String column, int most, int longest) {
        var items = items(column, most);
        for (var item : items) {
            if (item.length() > longest) {
                var message =
                    "has %,d characters. Shorten it to %,d, or put each of several on a line of its own.".formatted(
                        item.length(),
                        longest
                    );
                refuse(column, CsvWords.quoted(item) + " " + message);
            }
        }
        return items;
    }

    public void refuse(String column, String message) {
        problems.add(line, headings.getOrDefault(column, column), message);
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
