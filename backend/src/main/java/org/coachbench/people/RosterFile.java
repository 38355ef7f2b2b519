package org.coachbench.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.coachbench.api.ProblemException;
import org.coachbench.spreadsheet.CsvLayout;
import org.coachbench.spreadsheet.CsvProblems;
import org.coachbench.spreadsheet.CsvRow;
import org.coachbench.spreadsheet.CsvTable;
import org.coachbench.spreadsheet.CsvWords;
import org.jspecify.annotations.Nullable;

/** The people of a school as a spreadsheet: one row a person and role. */
final class RosterFile {

    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String TRN = "trn";
    static final String ROLE = "role";
    static final String URN = "school urn";
    static final String SCHOOL = "school name";
    static final String STARTED = "started on";
    static final String FINISHED = "finished on";
    static final String PATTERN = "working pattern";
    static final String MENTOR = "mentor email";
    static final String MENTORSHIP_STARTED = "mentorship started on";

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    private static final CsvLayout LAYOUT = new CsvLayout(
        List.of(NAME, EMAIL, TRN, ROLE, URN, SCHOOL, STARTED, FINISHED, PATTERN, MENTOR, MENTORSHIP_STARTED),
        Map.of(
            "email address",
            EMAIL,
            "teacher reference number",
            TRN,
            "urn",
            URN,
            "school",
            SCHOOL,
            "start date",
            STARTED,
            "end date",
            FINISHED,
            "mentor email address",
            MENTOR
        ),
        EMAIL,
        "There is no column “email”. Enter the headings in the first row, among them “name”, “email”, “role” and " +
            "“started on”, and save the spreadsheet as CSV in UTF-8.",
        Map.of(
            NAME,
            "There is no column “name”. Add it, and enter everybody's name.",
            ROLE,
            "There is no column “role”. Add it, and enter ECT, Mentor or Tutor.",
            STARTED,
            "There is no column “started on”. Add it, and enter everybody's first day at the school."
        )
    );

    private final CsvProblems problems;
    private final List<RosterRow> rows = new ArrayList<>();
    private int length;
    private final Set<String> unreadable = new HashSet<>();

    private RosterFile(CsvProblems problems) {
        this.problems = problems;
    }

    /** Notes what is wrong with single cells; the rows that remain are right as far as they alone can be. */
    static RosterFile read(String text, CsvProblems problems) {
        var file = new RosterFile(problems);
        for (var row : CsvTable.read(text, LAYOUT, problems)) {
            file.length++;
            file.add(row);
        }
        if (file.length == 0 && !problems.any()) {
            problems.add(1, null, "There are no people below the headings. Enter one in each row.");
        }
        return file;
    }

    int length() {
        return length;
    }

    List<RosterRow> rows() {
        return rows;
    }

    /** Addresses in rows that have other mistakes: nobody is told that these people are missing. */
    boolean isUnreadable(Email email) {
        return unreadable.contains(email.address());
    }

    private void add(CsvRow row) {
        var before = problems.count();
        var name = name(row);
        var email = read(row, EMAIL, () -> Email.of(row.text(EMAIL)));
        var trn = read(row, TRN, () -> Optional.ofNullable(Trn.ofNullable(row.text(TRN)))).flatMap(one -> one);
        var role = role(row);
        var urn = urn(row);
        var school = row.text(SCHOOL, 120);
        var started = day(row, STARTED);
        if (row.hasColumn(STARTED) && row.isEmpty(STARTED)) {
            row.refuse(STARTED, "Enter their first day at the school, like 14/09/2026.");
        }
        var finished = day(row, FINISHED);
        if (started.isPresent() && finished.isPresent() && finished.get().isBefore(started.get())) {
            row.refuse(FINISHED, "This is before their first day. Enter that day or a later one.");
        }
        var pattern = pattern(row);
        var mentor = row.isEmpty(MENTOR)
            ? Optional.<Email>empty()
            : read(row, MENTOR, () -> Email.of(row.text(MENTOR)));
        var mentorship = day(row, MENTORSHIP_STARTED);
        refuseMentorOfOthers(row, role);
        if (problems.count() == before && email.isPresent() && role.isPresent() && started.isPresent()) {
            rows.add(
                new RosterRow(
                    row,
                    name,
                    email.get(),
                    trn.orElse(null),
                    role.get(),
                    urn,
                    school,
                    new Interval(started.get(), finished.orElse(null)),
                    pattern,
                    mentor.orElse(null),
                    mentorship.orElse(null)
                )
            );
        } else {
            email.ifPresent(address -> unreadable.add(address.address()));
        }
    }

    private static void refuseMentorOfOthers(CsvRow row, Optional<RosterRole> role) {
        if (role.isPresent() && role.get() != RosterRole.ECT && !row.isEmpty(MENTOR)) {
            row.refuse(MENTOR, "Only an ECT has a mentor. Empty this cell, or correct the role.");
        }
        if (row.isEmpty(MENTOR) && !row.isEmpty(MENTORSHIP_STARTED)) {
            row.refuse(MENTOR, "Enter the mentor's email address, or empty the day on which the mentorship started.");
        }
    }

    /** A column that is not there was told once, at the headings. */
    private static String name(CsvRow row) {
        return row.hasColumn(NAME) ? BLANKS.matcher(row.requiredText(NAME, 70, "Enter the name.")).replaceAll(" ") : "";
    }

    private static Optional<RosterRole> role(CsvRow row) {
        if (!row.hasColumn(ROLE)) {
            return Optional.empty();
        }
        var typed = row.text(ROLE);
        var found = RosterRole.find(typed);
        if (found.isEmpty()) {
            row.refuse(
                ROLE,
                typed.isEmpty()
                    ? "Enter ECT, Mentor or Tutor."
                    : "%s is not a role. Enter ECT, Mentor or Tutor.".formatted(CsvWords.quoted(typed))
            );
        }
        return found;
    }

    private static @Nullable String urn(CsvRow row) {
        var typed = row.text(URN);
        if (typed.isEmpty()) {
            return null;
        }
        if (!SIX_DIGITS.matcher(typed).matches()) {
            row.refuse(URN, "%s is not a URN. Enter six digits, like 123456.".formatted(CsvWords.quoted(typed)));
        }
        return typed;
    }

    private static @Nullable WorkingPattern pattern(CsvRow row) {
        var typed = row.text(PATTERN);
        if (typed.isEmpty()) {
            return null;
        }
        var found = CsvWords.find(WorkingPattern.values(), typed);
        if (found.isEmpty()) {
            row.refuse(
                PATTERN,
                "%s is not a working pattern. Enter full time or part time, or leave it empty.".formatted(
                    CsvWords.quoted(typed)
                )
            );
        }
        return found.orElse(null);
    }

    /** As written in Britain, or as ISO has it; nothing for an empty cell. */
    private static Optional<LocalDate> day(CsvRow row, String column) {
        var typed = row.text(column);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var british = BRITISH.matcher(typed);
        var iso = ISO.matcher(typed);
        if (british.matches()) {
            return day(row, column, typed, british.group(3), british.group(2), british.group(1));
        }
        if (iso.matches()) {
            return day(row, column, typed, iso.group(1), iso.group(2), iso.group(3));
        }
        row.refuse(column, "%s is not a date. Enter it like 14/09/2026.".formatted(CsvWords.quoted(typed)));
        return Optional.empty();
    }

    private static Optional<LocalDate> day(
        CsvRow row,
        String column,
        String typed,
        String year,
        String month,
        String day
    ) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() < LATEST_YEAR) {
                return Optional.of(date);
            }
            row.refuse(
                column,
                "%s is not a year of ours. Enter a day from %d on.".formatted(CsvWords.quoted(year), EARLIEST_YEAR)
            );
        } catch (DateTimeException _) {
            row.refuse(
                column,
                "There is no day %s. Enter the day first, then the month, like 14/09/2026.".formatted(
                    CsvWords.quoted(typed)
                )
            );
        }
        return Optional.empty();
    }

    private static <T> Optional<T> read(CsvRow row, String column, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProblemException e) {
            row.refuse(column, e.problems().getFirst().message());
            return Optional.empty();
        }
    }
}
