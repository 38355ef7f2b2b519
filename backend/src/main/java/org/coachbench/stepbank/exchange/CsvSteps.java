package org.coachbench.stepbank.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coachbench.spreadsheet.CsvRow;
import org.coachbench.spreadsheet.CsvWords;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.exchange.CsvColumns.ModelColumns;
import org.coachbench.stepbank.exchange.CsvColumns.PracticeColumns;
import org.coachbench.stepbank.exchange.CsvLinks.StepRow;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.jspecify.annotations.Nullable;

/** Makes steps of rows, within the limits that hold for every step. */
final class CsvSteps {

    private static final Pattern MINUTES = Pattern.compile("0?[1-9]|1\\d|20");

    private final CsvModules modules;

    CsvSteps(CsvModules modules) {
        this.modules = modules;
    }

    List<ExchangedStep> read(List<CsvRow> rows) {
        return CsvLinks.resolve(
            rows
                .stream()
                .takeWhile(row -> !row.problems().areMost())
                .map(row -> new StepRow(row, step(row)))
                .toList()
        );
    }

    private ExchangedStep step(CsvRow row) {
        return new ExchangedStep(key(row), moduleId(row), content(row));
    }

    private static @Nullable String key(CsvRow row) {
        var key = row.text(CsvColumns.KEY);
        if (key.indexOf('\n') >= 0) {
            row.refuse(CsvColumns.KEY, "This has several lines. Enter the key on one line.");
        }
        return key.isEmpty() ? null : key;
    }

    /** Empty when the row names no module. */
    private String moduleId(CsvRow row) {
        if (!row.hasColumn(CsvColumns.MODULE)) {
            return "";
        }
        var name = row.text(CsvColumns.MODULE);
        if (name.isEmpty()) {
            row.refuse(CsvColumns.MODULE, "Enter the title or id of the step's module.");
            return "";
        }
        var called = modules.called(name);
        if (called.size() == 1) {
            return called.getFirst().id();
        }
        if (called.isEmpty()) {
            var nearest = modules.nearestTitles(name);
            var remedy = nearest.isEmpty() ? "Open one first." : "Enter one, such as " + CsvWords.anyOf(nearest) + ".";
            row.refuse(CsvColumns.MODULE, "There is no module %s. %s".formatted(CsvWords.quoted(name), remedy));
        } else {
            var ids = called.stream().map(ExchangedModule::id).limit(5).toList();
            var message = "Several modules are called %s. Enter the id of one: %s.".formatted(
                CsvWords.quoted(name),
                CsvWords.anyOf(ids)
            );
            row.refuse(CsvColumns.MODULE, message);
        }
        return "";
    }

    private static StepContent content(CsvRow row) {
        return new StepContent(
            title(row),
            row.text(CsvColumns.WHY, 1_000),
            row.text(CsvColumns.CUE, 200),
            row.texts(CsvColumns.CRITERIA, 300),
            CsvColumns.MODELS.stream()
                .flatMap(columns -> model(row, columns).stream())
                .toList(),
            CsvColumns.PRACTICE.stream()
                .flatMap(columns -> practice(row, columns).stream())
                .toList(),
            row.texts(CsvColumns.PITFALLS, 300),
            row.items(CsvColumns.TAGS, 8, 60),
            row.items(CsvColumns.PHRASINGS, 8, 300),
            row.items(CsvColumns.BUILDS_ON, 4)
        );
    }

    private static String title(CsvRow row) {
        var title = row.requiredText(CsvColumns.TITLE, 99, "Enter a title of 5 to 99 characters.");
        if (!title.isEmpty() && title.length() < 5) {
            row.refuse(
                CsvColumns.TITLE,
                "%s is too short. Enter at least 5 characters.".formatted(CsvWords.quoted(title))
            );
        }
        return title;
    }

    private static Optional<StepModel> model(CsvRow row, ModelColumns columns) {
        if (columns.all().stream().allMatch(row::isEmpty)) {
            return Optional.empty();
        }
        var name = columns.name();
        var phase = word(row, columns.phase(), SchoolPhase.values(), "phase", name);
        var subject = word(row, columns.subject(), Subject.values(), "subject", name);
        var lesson = row.requiredText(columns.lesson(), 60, missing(name, "lesson"));
        var text = row.requiredText(columns.text(), 2_000, missing(name, "text"));
        return phase.flatMap(knownPhase ->
            subject.map(knownSubject -> new StepModel(knownPhase, knownSubject, lesson, text))
        );
    }

    private static Optional<PracticeTask> practice(CsvRow row, PracticeColumns columns) {
        if (columns.all().stream().allMatch(row::isEmpty)) {
            return Optional.empty();
        }
        var task = row.requiredText(columns.task(), 1_000, missing(columns.name(), "task"));
        var minutes = minutes(row, columns);
        return Optional.of(
            new PracticeTask(
                task,
                row.text(columns.coach(), 300),
                minutes,
                row.optionalText(columns.harder(), 300),
                row.optionalText(columns.easier(), 300)
            )
        );
    }

    private static int minutes(CsvRow row, PracticeColumns columns) {
        var typed = row.text(columns.minutes());
        if (MINUTES.matcher(typed).matches()) {
            return Integer.parseInt(typed);
        }
        row.refuse(
            columns.minutes(),
            typed.isEmpty()
                ? missing(columns.name(), "minutes")
                : "%s is not a number of minutes. Enter a whole number from 1 to 20.".formatted(CsvWords.quoted(typed))
        );
        return 0;
    }

    private static <E extends Enum<E>> Optional<E> word(
        CsvRow row,
        String column,
        E[] allowed,
        String what,
        String group
    ) {
        var typed = row.text(column);
        if (typed.isEmpty()) {
            row.refuse(column, missing(group, what));
            return Optional.empty();
        }
        var found = CsvWords.find(allowed, typed);
        if (found.isEmpty()) {
            var words = CsvWords.anyOf(Arrays.stream(allowed).map(CsvWords::plain).toList());
            row.refuse(column, "%s is not a %s. Enter %s.".formatted(CsvWords.quoted(typed), what, words));
        }
        return found;
    }

    private static String missing(String group, String part) {
        return "Enter the %s of %s, or empty the other cells of %s.".formatted(part, group, group);
    }
}
