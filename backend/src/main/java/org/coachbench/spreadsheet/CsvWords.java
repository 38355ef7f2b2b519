package org.coachbench.spreadsheet;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names as people type them: in another case, with other blanks, in plain words, with slips. */
public final class CsvWords {

    private static final int QUOTED = 60;
    private static final int COMPARED = 120;

    private CsvWords() {}

    private record Likeness(String word, int changes, int apart) {}

    /** Only its letters and digits, in lower case. */
    public static String simplified(String name) {
        return name
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    public static String plain(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).replaceAll("_(?=\\d)", "-").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static <E extends Enum<E>> Optional<E> find(E[] constants, String typed) {
        var name = simplified(typed);
        return Arrays.stream(constants)
            .filter(constant -> simplified(constant.name()).equals(name))
            .findFirst();
    }

    /** “A”, “B” or “C”. */
    public static String anyOf(List<String> words) {
        var last = quoted(words.getLast());
        if (words.size() == 1) {
            return last;
        }
        return (
            words
                .stream()
                .limit(words.size() - 1)
                .map(CsvWords::quoted)
                .collect(joining(", ")) +
            " or " +
            last
        );
    }

    public static String quoted(String text) {
        var line = CsvCell.strip(text.substring(0, Math.min(text.length(), 4 * QUOTED))).replace('\n', ' ');
        return "“" + (line.length() <= QUOTED ? line : cut(line, QUOTED) + "…") + "”";
    }

    /** Those of the known names that take the fewest changes of a character, best first. */
    public static List<String> nearest(String typed, Collection<String> known, int most) {
        var name = shortened(typed);
        return known
            .stream()
            .map(word -> new Likeness(word, distance(name, shortened(word)), Math.abs(number(word) - number(name))))
            .sorted(comparingInt(Likeness::changes).thenComparingInt(Likeness::apart))
            .limit(most)
            .map(Likeness::word)
            .toList();
    }

    private static String shortened(String name) {
        return cut(name, COMPARED).toLowerCase(Locale.ROOT);
    }

    /** So that the sixth criterion is nearest to the fifth, and any criterion to the first. */
    private static int number(String name) {
        return name.chars().filter(Character::isDigit).map(Character::getNumericValue).findFirst().orElse(1);
    }

    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            var current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                int dropped = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(above[column - 1] + replaced, dropped);
            }
            above = current;
        }
        return above[other.length()];
    }

    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
