package org.coachbench.stepbank.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.spreadsheet.CsvLayout;

/** The columns of a spreadsheet of steps, in the order in which they are written. */
final class CsvColumns {

    static final String KEY = "key";
    static final String MODULE = "module";
    static final String TITLE = "title";
    static final String WHY = "why";
    static final String CUE = "cue";
    static final List<String> CRITERIA = numbered("criterion", 5).toList();
    static final List<String> PITFALLS = numbered("pitfall", 5).toList();
    static final List<ModelColumns> MODELS = numbered("model", 6).map(ModelColumns::of).toList();
    static final List<PracticeColumns> PRACTICE = numbered("practice", 4).map(PracticeColumns::of).toList();
    static final String TAGS = "tags";
    static final String PHRASINGS = "phrasings";
    static final String BUILDS_ON = "builds on";

    static final List<String> ALL = Stream.of(
        Stream.of(KEY, MODULE, TITLE, WHY, CUE),
        CRITERIA.stream(),
        PITFALLS.stream(),
        MODELS.stream().flatMap(model -> model.all().stream()),
        PRACTICE.stream().flatMap(practice -> practice.all().stream()),
        Stream.of(TAGS, PHRASINGS, BUILDS_ON)
    )
        .flatMap(columns -> columns)
        .toList();

    static final CsvLayout LAYOUT = new CsvLayout(
        ALL,
        Map.of(),
        TITLE,
        "There is no column “title”. Enter the headings in the first row, among them “module” and “title”, " +
            "and save the spreadsheet as CSV in UTF-8.",
        Map.of(MODULE, "There is no column “module”. Add it, and enter the title or id of each step's module.")
    );

    private CsvColumns() {}

    record ModelColumns(String name, String phase, String subject, String lesson, String text) {
        static ModelColumns of(String name) {
            return new ModelColumns(name, name + " phase", name + " subject", name + " lesson", name + " text");
        }

        List<String> all() {
            return List.of(phase, subject, lesson, text);
        }
    }

    record PracticeColumns(String name, String task, String coach, String minutes, String harder, String easier) {
        static PracticeColumns of(String name) {
            return new PracticeColumns(
                name,
                name + " task",
                name + " coach",
                name + " minutes",
                name + " harder",
                name + " easier"
            );
        }

        List<String> all() {
            return List.of(task, coach, minutes, harder, easier);
        }
    }

    static boolean isNumbered(String column) {
        return column.chars().anyMatch(Character::isDigit);
    }

    private static Stream<String> numbered(String name, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(number -> name + " " + number);
    }
}
