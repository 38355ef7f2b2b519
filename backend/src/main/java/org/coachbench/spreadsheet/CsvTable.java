package org.coachbench.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a spreadsheet, whatever program saved it and however its columns are ordered. */
public final class CsvTable {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFD&&[^\\n\\t]]");

    /** What is read in place of a character of another encoding. */
    private static final int LOST = 0xFFFD;

    /** A row as it stands in the file. */
    private record Line(int number, CSVRecord cells) {}

    private final CsvLayout layout;
    private final char delimiter;
    private final CsvProblems problems;

    private CsvTable(CsvLayout layout, char delimiter, CsvProblems problems) {
        this.layout = layout;
        this.delimiter = delimiter;
        this.problems = problems;
    }

    public static List<CsvRow> read(String text, CsvLayout layout, CsvProblems problems) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new CsvTable(layout, delimiter(content), problems).rows(content);
    }

    /** Headings hold none of these themselves, so the most frequent one divides them. */
    private static char delimiter(String content) {
        var firstLine = content
            .lines()
            .filter(line -> !CsvCell.isBlank(line))
            .findFirst()
            .orElse("");
        var unquoted = QUOTED.matcher(firstLine).replaceAll("");
        char found = ',';
        for (char candidate : new char[] { ';', '\t' }) {
            if (count(unquoted, candidate) > count(unquoted, found)) {
                found = candidate;
            }
        }
        return found;
    }

    private static long count(String text, char wanted) {
        return text
            .chars()
            .filter(character -> character == wanted)
            .count();
    }

    private List<CsvRow> rows(String content) {
        var lines = new ArrayList<Line>();
        if (!readLines(content, lines)) {
            return List.of();
        }
        if (lines.isEmpty() || !CsvHeading.isOne(lines.getFirst().cells(), layout)) {
            var line = lines.isEmpty() ? 1 : lines.getFirst().number();
            problems.add(line, layout.known(), layout.whenNoHeading());
            return List.of();
        }
        var heading = CsvHeading.read(lines.getFirst().number(), lines.getFirst().cells(), layout, problems);
        return lines
            .stream()
            .skip(1)
            .takeWhile(_ -> !problems.areMost())
            .flatMap(line -> row(line, heading).stream())
            .toList();
    }

    /** False when quotation marks leave open where cells end. */
    private boolean readLines(String content, List<Line> lines) {
        var format = CSVFormat.DEFAULT.builder()
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
        int start = 1;
        try (var parser = CSVParser.builder().setReader(new StringReader(content)).setFormat(format).get()) {
            for (var cells : parser) {
                if (!cells.stream().allMatch(CsvCell::isBlank)) {
                    lines.add(new Line(start, cells));
                }
                start = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
            return true;
        } catch (IOException | UncheckedIOException _) {
            var message =
                "A quotation mark in this row opens a text and none closes it, so no row from here on can be read. " +
                "Add or remove one; inside such a text, write two quotation marks for each one.";
            problems.add(start, null, message);
            return false;
        }
    }

    /** Empty when its cells do not stand under their headings, which makes nonsense of all of them. */
    private Optional<CsvRow> row(Line line, CsvHeading heading) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < line.cells().size(); i++) {
            var cell = line.cells().get(i);
            if (CsvCell.isBlank(cell)) {
                continue;
            }
            if (!heading.reaches(i)) {
                problems.add(line.number(), null, tooManyCells(cell));
                return Optional.empty();
            }
            heading.columnOf(i).ifPresent(column -> cells.put(column, cell));
        }
        var row = new CsvRow(line.number(), heading.names(), cells, problems);
        cells.forEach((column, cell) -> refuseUnreadable(row, column, cell));
        return Optional.of(row);
    }

    private String tooManyCells(String cell) {
        var sign = delimiter == ',' ? "comma" : delimiter == ';' ? "semicolon" : "tab";
        return (
            CsvWords.quoted(cell) +
            " stands right of the last column. Put each text that contains a " +
            sign +
            " into quotation marks, or empty what has no heading."
        );
    }

    private static void refuseUnreadable(CsvRow row, String column, String cell) {
        var found = UNREADABLE.matcher(CsvCell.text(cell));
        if (found.find()) {
            int character = found.group().codePointAt(0);
            row.refuse(
                column,
                character == LOST
                    ? "A character here was lost. Save the spreadsheet as CSV in UTF-8, or enter the text again."
                    : "There is a character that nobody sees (U+%04X). Enter the text again without it.".formatted(
                          character
                      )
            );
        }
    }
}
