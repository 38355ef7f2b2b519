package org.coachbench.stepbank.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.coachbench.spreadsheet.CsvCell;
import org.coachbench.spreadsheet.CsvProblems;
import org.coachbench.spreadsheet.CsvTable;
import org.coachbench.spreadsheet.CsvWords;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.exchange.CsvColumns.ModelColumns;
import org.coachbench.stepbank.exchange.CsvColumns.PracticeColumns;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;

/** A bank as a spreadsheet a school would make: a heading row, and one step a row. */
public final class CsvFile {

    private CsvFile() {}

    public static String write(ExchangedBank bank) {
        var modules = new CsvModules(bank.modules());
        var rows = bank
            .steps()
            .stream()
            .map(step -> cells(step, modules))
            .toList();
        var columns = CsvColumns.ALL.stream()
            .filter(column -> !CsvColumns.isNumbered(column) || rows.stream().anyMatch(row -> row.containsKey(column)))
            .toList();
        var file = new StringBuilder();
        try (var printer = new CSVPrinter(file, CSVFormat.DEFAULT)) {
            printer.printRecord(columns);
            for (var row : rows) {
                printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing but memory was written to", e);
        }
        return file.toString();
    }

    /** Reads a spreadsheet into the modules that are there; the bank names those of them that its steps are in. */
    public static ReadFile read(String text, String bankTitle, List<ExchangedModule> modules) {
        var problems = new CsvProblems();
        var rows = CsvTable.read(text, CsvColumns.LAYOUT, problems);
        var steps = new CsvSteps(new CsvModules(modules)).read(rows);
        if (problems.any()) {
            return new ReadFile(null, problems.byLine());
        }
        var used = new HashSet<String>();
        steps.forEach(step -> used.add(step.moduleId()));
        var usedModules = modules
            .stream()
            .filter(module -> used.contains(module.id()))
            .toList();
        return new ReadFile(new ExchangedBank(bankTitle, null, usedModules, steps, null), List.of());
    }

    private static Map<String, String> cells(ExchangedStep step, CsvModules modules) {
        var cells = new HashMap<String, String>();
        var content = step.content();
        write(cells, CsvColumns.KEY, step.key() == null ? "" : step.key());
        write(cells, CsvColumns.MODULE, modules.nameOf(step.moduleId()));
        write(cells, CsvColumns.TITLE, content.title());
        write(cells, CsvColumns.WHY, content.why());
        write(cells, CsvColumns.CUE, content.cue());
        writeAll(cells, CsvColumns.CRITERIA, content.criteria());
        writeAll(cells, CsvColumns.PITFALLS, content.pitfalls());
        for (int i = 0; i < content.models().size(); i++) {
            write(cells, CsvColumns.MODELS.get(i), content.models().get(i));
        }
        for (int i = 0; i < content.practice().size(); i++) {
            write(cells, CsvColumns.PRACTICE.get(i), content.practice().get(i));
        }
        cells.put(CsvColumns.TAGS, CsvCell.ofItems(content.tags()));
        cells.put(CsvColumns.PHRASINGS, CsvCell.ofItems(content.phrasings()));
        cells.put(CsvColumns.BUILDS_ON, CsvCell.ofItems(content.buildsOn()));
        return cells;
    }

    private static void write(Map<String, String> cells, ModelColumns columns, StepModel model) {
        write(cells, columns.phase(), CsvWords.plain(model.phase()));
        write(cells, columns.subject(), CsvWords.plain(model.subject()));
        write(cells, columns.lesson(), model.lesson());
        write(cells, columns.text(), model.text());
    }

    private static void write(Map<String, String> cells, PracticeColumns columns, PracticeTask practice) {
        write(cells, columns.task(), practice.task());
        write(cells, columns.coach(), practice.coach());
        write(cells, columns.minutes(), Integer.toString(practice.minutes()));
        // An empty cell means that there is none, so an empty text is written as a guarded one.
        if (practice.harder() != null) {
            cells.put(columns.harder(), CsvCell.of(practice.harder()));
        }
        if (practice.easier() != null) {
            cells.put(columns.easier(), CsvCell.of(practice.easier()));
        }
    }

    private static void writeAll(Map<String, String> cells, List<String> columns, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            write(cells, columns.get(i), texts.get(i));
        }
    }

    private static void write(Map<String, String> cells, String column, String text) {
        if (!text.isEmpty()) {
            cells.put(column, CsvCell.of(text));
        }
    }
}
