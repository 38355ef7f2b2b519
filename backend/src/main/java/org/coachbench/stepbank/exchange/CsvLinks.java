package org.coachbench.stepbank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.coachbench.spreadsheet.CsvCell;
import org.coachbench.spreadsheet.CsvRow;
import org.coachbench.spreadsheet.CsvWords;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;

/** What the steps of a file are to each other: no two are the same, and what one builds on is there. */
final class CsvLinks {

    private static final String STEP_ID = "step_";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** A step and where it stands. */
    record StepRow(CsvRow row, ExchangedStep step) {}

    private record Titled(String moduleId, String title) {}

    private final Map<String, StepRow> byKey = new HashMap<>();
    private final Map<Titled, StepRow> byModuleAndTitle = new HashMap<>();
    private final Map<String, List<StepRow>> byTitle = new HashMap<>();

    private CsvLinks() {}

    /** The steps with keys in place of the titles of steps that have one. */
    static List<ExchangedStep> resolve(List<StepRow> rows) {
        var links = new CsvLinks();
        rows.forEach(links::add);
        return rows.stream().map(links::resolve).toList();
    }

    private void add(StepRow added) {
        var step = added.step();
        if (step.key() != null) {
            var first = byKey.putIfAbsent(step.key(), added);
            if (first != null) {
                var message = "Line %d has this key. Enter another one, or leave it empty.".formatted(
                    first.row().line()
                );
                added.row().refuse(CsvColumns.KEY, message);
            }
        }
        var title = comparable(step.content().title());
        if (title.isEmpty()) {
            return;
        }
        byTitle.computeIfAbsent(title, none -> new ArrayList<>()).add(added);
        if (!step.moduleId().isEmpty()) {
            var first = byModuleAndTitle.putIfAbsent(new Titled(step.moduleId(), title), added);
            if (first != null) {
                var message = "Line %d has this title in the same module. Change one of them, or remove one.".formatted(
                    first.row().line()
                );
                added.row().refuse(CsvColumns.TITLE, message);
            }
        }
    }

    private ExchangedStep resolve(StepRow read) {
        var step = read.step();
        var steps = step
            .content()
            .buildsOn()
            .stream()
            .map(name -> resolve(read, name))
            .toList();
        return new ExchangedStep(step.key(), step.moduleId(), step.content().withBuildsOn(steps));
    }

    private String resolve(StepRow read, String name) {
        if (byKey.containsKey(name)) {
            return name;
        }
        var titled = titled(read, comparable(name));
        if (titled.size() == 1) {
            var found = titled.getFirst().step();
            return found.key() == null ? found.content().title() : found.key();
        }
        if (titled.size() > 1) {
            var message = "Several steps are called %s. Enter the key of one of them.".formatted(CsvWords.quoted(name));
            read.row().refuse(CsvColumns.BUILDS_ON, message);
        } else if (!name.startsWith(STEP_ID)) {
            var message =
                "No step here is called %s. Enter the key or title of a step in this file, or a step_ id.".formatted(
                    CsvWords.quoted(name)
                );
            read.row().refuse(CsvColumns.BUILDS_ON, message);
        }
        return name;
    }

    /** Of steps called the same, the one in the module of the step that builds on it is meant. */
    private List<StepRow> titled(StepRow read, String title) {
        var nearby = byModuleAndTitle.get(new Titled(read.step().moduleId(), title));
        return nearby != null ? List.of(nearby) : byTitle.getOrDefault(title, List.of());
    }

    private static String comparable(String title) {
        return BLANKS.matcher(CsvCell.strip(title)).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
