package org.coachbench.spreadsheet;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as they stand in a cell. A spreadsheet takes some texts for formulas, and people leave blanks around theirs
 * that nobody means; an apostrophe outside of the text says that it is meant as it is.
 */
public final class CsvCell {

    private static final char GUARD = '\'';
    private static final String BEGINS_FORMULA = "=+-@";

    private CsvCell() {}

    public static String of(String text) {
        var typed = withPlainBreaks(text);
        var before = needsGuardBefore(typed) ? "'" : "";
        var after = needsGuardAfter(typed) ? "'" : "";
        return before + typed + after;
    }

    static String text(String cell) {
        var typed = strip(withPlainBreaks(cell));
        if (typed.isEmpty()) {
            return "";
        }
        var start = typed.charAt(0) == GUARD && needsGuardBefore(typed) ? 1 : 0;
        var end = typed.charAt(typed.length() - 1) == GUARD && needsGuardAfter(typed) ? 1 : 0;
        return typed.substring(start, typed.length() - end);
    }

    /** Several in a cell: one a line. */
    public static String ofItems(List<String> items) {
        var cell = items
            .stream()
            .map(item -> of(withPlainBreaks(item).replace('\n', ' ')))
            .collect(joining("\n"));
        // Without any line break the semicolons of a single item would divide it.
        return items.size() == 1 && cell.indexOf(';') >= 0 ? cell + "\n" : cell;
    }

    static List<String> items(String cell) {
        var typed = withPlainBreaks(cell);
        var separator = typed.indexOf('\n') >= 0 ? "\n" : ";";
        return Arrays.stream(typed.split(separator, -1))
            .map(CsvCell::text)
            .filter(item -> !item.isEmpty())
            .toList();
    }

    static boolean isBlank(String cell) {
        return cell.chars().allMatch(CsvCell::isBlank);
    }

    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Also where apostrophes of its own come first, so that a guard is told from them. */
    private static boolean needsGuardBefore(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == GUARD) {
            first++;
        }
        return first == text.length() || isBlank(text.charAt(first)) || BEGINS_FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean needsGuardAfter(String text) {
        int last = text.length() - 1;
        while (last >= 0 && text.charAt(last) == GUARD) {
            last--;
        }
        return last >= 0 && isBlank(text.charAt(last));
    }

    /** Copies from web pages and text processors bring spaces that do not break, which nobody tells from others. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String withPlainBreaks(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
