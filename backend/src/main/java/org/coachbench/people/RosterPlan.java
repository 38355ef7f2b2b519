package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.coachbench.api.ProblemException;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.Person.Mentoring;
import org.coachbench.spreadsheet.CsvRow;
import org.coachbench.spreadsheet.CsvWords;
import org.jspecify.annotations.Nullable;

/**
 * What a roster would make of the people and schools that are there. Its rows are applied to the documents in memory, by
 * the rules that hold for everybody, so that a plan without a problem can be written as it is.
 */
final class RosterPlan {

    /** What the person who imports may do. */
    record Rights(Predicate<String> runsSchool, Predicate<Person> corrects, boolean administers) {}

    /** What is there of what the file speaks of. */
    record Known(List<Person> people, List<School> schools, @Nullable String ownSchoolId) {}

    enum ImportEffect {
        ADDED,
        CHANGED,
        UNCHANGED,
    }

    record ImportedPerson(
        int line,
        String name,
        RosterRole role,
        String school,
        ImportEffect effect,
        List<String> what
    ) {}

    record NewTutor(String schoolId, Appointment appointment) {}

    /** A row, who it is, and what it does. */
    private final class Entry {

        private final RosterRow row;
        private final Person person;
        private final School school;
        private final boolean isNew;
        private final List<String> what = new ArrayList<>();

        Entry(RosterRow row, Person person, School school, boolean isNew) {
            this.row = row;
            this.person = person;
            this.school = school;
            this.isNew = isNew;
        }

        void changes(String whatChanges) {
            what.add(whatChanges);
            changed.add(person);
        }

        ImportedPerson imported() {
            var effect = isNew ? ImportEffect.ADDED : what.isEmpty() ? ImportEffect.UNCHANGED : ImportEffect.CHANGED;
            return new ImportedPerson(row.row().line(), person.name(), row.role(), school.name(), effect, what);
        }
    }

    private final RosterFile file;
    private final Rights rights;
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, Person> byTrn = new HashMap<>();
    private final Map<String, School> byUrn = new HashMap<>();
    private final Map<String, List<Appointment>> tutors = new HashMap<>();
    private final @Nullable School ownSchool;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, RosterRow> firstRows = new HashMap<>();
    private final Set<Person> changed = new LinkedHashSet<>();
    private final Set<Person> accountHolders = new LinkedHashSet<>();
    private final Map<String, School> newSchools = new LinkedHashMap<>();
    private final List<NewTutor> newTutors = new ArrayList<>();

    private RosterPlan(RosterFile file, Known known, Rights rights) {
        this.file = file;
        this.rights = rights;
        for (var person : known.people()) {
            byEmail.put(person.emailAddress(), person);
            var trn = person.teacherReferenceNumber();
            if (trn != null) {
                byTrn.put(trn, person);
            }
        }
        School own = null;
        for (var school : known.schools()) {
            byUrn.put(school.urn(), school);
            if (school.id().equals(known.ownSchoolId())) {
                own = school;
            }
        }
        ownSchool = own;
    }

    static RosterPlan of(RosterFile file, Known known, Rights rights) {
        var plan = new RosterPlan(file, known, rights);
        for (var row : file.rows()) {
            plan.schoolOf(row).ifPresent(school -> plan.place(row, school));
        }
        // Mentors may stand below their ECTs, so pairs come when everybody is there.
        plan.entries.forEach(plan::pair);
        return plan;
    }

    List<ImportedPerson> imported() {
        return entries.stream().map(Entry::imported).toList();
    }

    List<School> newSchools() {
        return List.copyOf(newSchools.values());
    }

    List<NewTutor> newTutors() {
        return newTutors;
    }

    List<Person> changedPeople() {
        return List.copyOf(changed);
    }

    /** Those in the file who may be given an account now, should they have none. */
    List<Person> accountHolders() {
        return List.copyOf(accountHolders);
    }

    private Optional<School> schoolOf(RosterRow row) {
        var school = row.urn() == null ? ownSchool : byUrn.get(row.urn());
        if (school != null && rights.runsSchool().test(school.id())) {
            return Optional.of(school);
        }
        if (row.urn() == null) {
            row.row().refuse(RosterFile.URN, "Enter the URN of the school, six digits.");
        } else if (!rights.administers()) {
            row.row().refuse(
                RosterFile.URN,
                "You are not an induction tutor of a school with this URN today. Check it, or leave it empty for your own school."
            );
        } else if (row.schoolName().isEmpty()) {
            row.row().refuse(
                RosterFile.URN,
                "No school with this URN is registered. Check it, or enter the school's name under “school name” to register it."
            );
        } else {
            var added = School.register(row.urn(), row.schoolName());
            byUrn.put(row.urn(), added);
            newSchools.put(added.id(), added);
            return Optional.of(added);
        }
        return Optional.empty();
    }

    private void place(RosterRow row, School school) {
        personOf(row).ifPresent(person -> {
            var first = firstRows.putIfAbsent(person.id(), row);
            var entry = new Entry(row, person, school, first == null && !person.isStored());
            if (first != null && !isTheSame(row, first)) {
                return;
            }
            entries.add(entry);
            // Before they are placed: to place a stranger here makes them nobody whose account is the tutor's to give.
            if (entry.isNew || rights.corrects().test(person)) {
                accountHolders.add(person);
            }
            if (entry.isNew) {
                entry.changes("Registered");
            } else if (first == null && !correct(entry)) {
                return;
            }
            if (row.role() == RosterRole.TUTOR) {
                appoint(entry);
            } else {
                placeAtSchool(entry, row.role() == RosterRole.ECT ? SchoolRole.ECT : SchoolRole.MENTOR);
            }
        });
    }

    /** Who a row is about: somebody there already, by number or else by address, or somebody new. */
    private Optional<Person> personOf(RosterRow row) {
        var withTrn = row.trn() == null ? null : byTrn.get(row.trn().digits());
        var withEmail = byEmail.get(row.email().address());
        if (withTrn != null && withEmail != null && !withTrn.equals(withEmail)) {
            row.row().refuse(
                RosterFile.TRN,
                "This number and this address are registered for two people. Correct one of them; if they are one person, an administrator can merge them."
            );
            return Optional.empty();
        }
        if (withEmail != null) {
            return Optional.of(withEmail);
        }
        if (withTrn != null) {
            return Optional.of(withTrn);
        }
        var person = Person.register(row.name(), row.email(), row.trn(), null);
        byEmail.put(row.email().address(), person);
        if (row.trn() != null) {
            byTrn.put(row.trn().digits(), person);
        }
        return Optional.of(person);
    }

    /** Two rows about one person say the same of them. */
    private static boolean isTheSame(RosterRow row, RosterRow first) {
        var line = first.row().line();
        if (!row.email().equals(first.email())) {
            row.row().refuse(
                RosterFile.EMAIL,
                "Line %d has this number with another address. Use one.".formatted(line)
            );
            return false;
        }
        if (!row.name().equals(first.name())) {
            row.row().refuse(
                RosterFile.NAME,
                "Line %d calls them %s. Use one name.".formatted(line, CsvWords.quoted(first.name()))
            );
            return false;
        }
        if (row.trn() != null && !row.trn().equals(first.trn())) {
            row.row().refuse(RosterFile.TRN, "Line %d has another number for them, or none. Use one.".formatted(line));
            return false;
        }
        return true;
    }

    /** What the file has otherwise than it is registered is taken for a correction; false where it may not be one. */
    private boolean correct(Entry entry) {
        var row = entry.row;
        var person = entry.person;
        var trn = row.trn() == null ? person.teacherReferenceNumber() : row.trn().digits();
        boolean sameName = person.name().equals(row.name());
        boolean sameEmail = person.emailAddress().equals(row.email().address());
        boolean sameTrn = Objects.equals(trn, person.teacherReferenceNumber());
        if (sameName && sameEmail && sameTrn) {
            return true;
        }
        if (!rights.corrects().test(person)) {
            row.row().refuse(
                sameEmail ? (sameName ? RosterFile.TRN : RosterFile.NAME) : RosterFile.TRN,
                sameEmail
                    ? "They are registered otherwise, at another school. Enter name and number as they are there, or leave the number out."
                    : "This number is registered with another address, at another school. Check both."
            );
            return false;
        }
        if (!sameTrn && person.teacherReferenceNumber() != null) {
            row.row().refuse(
                RosterFile.TRN,
                "They are registered with the number %s. Enter that one, or correct it under People first.".formatted(
                    person.teacherReferenceNumber()
                )
            );
            return false;
        }
        if (!sameEmail && !sameName) {
            row.row().refuse(
                RosterFile.TRN,
                "This number is that of %s, %s. Check it, or correct both name and address under People.".formatted(
                    person.name(),
                    person.emailAddress()
                )
            );
            return false;
        }
        if (!sameName) {
            entry.changes("Name: %s becomes %s".formatted(person.name(), row.name()));
        }
        if (!sameEmail) {
            entry.changes("Email: %s becomes %s".formatted(person.emailAddress(), row.email().address()));
            byEmail.put(row.email().address(), person);
        }
        if (!sameTrn) {
            entry.changes("Teacher reference number: " + trn);
        }
        person.correct(row.name(), row.email(), Trn.ofNullable(trn));
        return true;
    }

    private void appoint(Entry entry) {
        var row = entry.row;
        if (!rights.administers()) {
            row.row().refuse(
                RosterFile.ROLE,
                "Only an administrator appoints tutors. Ask for it, and remove this row."
            );
            return;
        }
        var there = tutors.computeIfAbsent(entry.school.id(), _ -> entry.school.tutors());
        var appointment = new Appointment(entry.person.id(), row.period());
        if (there.stream().anyMatch(appointment::isAlready)) {
            return;
        }
        try {
            tutors.put(entry.school.id(), School.withTutor(appointment, there));
            newTutors.add(new NewTutor(entry.school.id(), appointment));
            entry.what.add("Induction tutor " + row.period().text());
        } catch (ProblemException e) {
            refuse(row.row(), RosterFile.STARTED, e);
        }
    }

    private void placeAtSchool(Entry entry, SchoolRole role) {
        var row = entry.row;
        var period = row.period();
        var pattern = Registration.pattern(role, row.workingPattern());
        var there = entry.person
            .atSchool()
            .stream()
            .filter(at -> at.isAs(entry.school.id(), role) && at.period().startedOn().equals(period.startedOn()))
            .findFirst();
        if (there.isEmpty()) {
            try {
                entry.person.placeAtSchool(new AtSchool(entry.school.id(), role, period, pattern));
                entry.changes("%s %s".formatted(role == SchoolRole.ECT ? "ECT" : "Mentor", period.text()));
            } catch (ProblemException e) {
                refuse(row.row(), RosterFile.STARTED, e);
            }
            return;
        }
        if (period.finishedOn() != null && !period.equals(there.get().period())) {
            row.row().refuse(
                RosterFile.FINISHED,
                "They are there %s. Enter that, or leave this empty and say under People when they leave.".formatted(
                    there.get().period().text()
                )
            );
        } else if (pattern != null && pattern != there.get().workingPattern()) {
            entry.person.changeWorkingPattern(there.get(), pattern);
            entry.changes("Works " + CsvWords.plain(pattern).toLowerCase(Locale.ROOT));
        }
    }

    private void pair(Entry entry) {
        var email = entry.row.mentorEmail();
        if (email == null) {
            return;
        }
        var mentor = byEmail.get(email.address());
        if (mentor == null) {
            if (!file.isUnreadable(email)) {
                entry.row
                    .row()
                    .refuse(
                        RosterFile.MENTOR,
                        "Nobody with this address is registered or in this file. Correct it, or add a row for the mentor."
                    );
            }
            return;
        }
        entry.person
            .atSchool()
            .stream()
            .filter(at -> at.isAs(entry.school.id(), SchoolRole.ECT))
            .filter(at -> at.period().startedOn().equals(entry.row.period().startedOn()))
            .findFirst()
            .ifPresent(at -> pair(entry, at, mentor));
    }

    private void pair(Entry entry, AtSchool at, Person mentor) {
        var row = entry.row.row();
        var given = entry.row.mentorshipStartedOn();
        var schoolId = entry.school.id();
        var theirs = entry.person
            .mentors()
            .stream()
            .filter(mentorship -> mentorship.isWithin(at))
            .toList();
        var same = theirs
            .stream()
            .filter(mentorship -> mentorship.mentorId().equals(mentor.id()))
            .filter(mentorship -> given == null || mentorship.period().startedOn().equals(given))
            .findFirst();
        if (same.isPresent()) {
            return;
        }
        var mentorAt = mentor
            .atSchool()
            .stream()
            .filter(place -> place.isAs(schoolId, SchoolRole.MENTOR))
            .filter(place -> given == null ? place.period().overlaps(at.period()) : place.period().contains(given))
            .findFirst();
        if (mentorAt.isEmpty()) {
            row.refuse(
                RosterFile.MENTOR,
                mentor.id().equals(entry.person.id())
                    ? "Nobody mentors themself. Enter another address."
                    : "%s is not a mentor at this school then. Add a row for that, or correct the day.".formatted(
                          mentor.emailAddress()
                      )
            );
            return;
        }
        if (given == null && !theirs.isEmpty()) {
            row.refuse(
                RosterFile.MENTORSHIP_STARTED,
                "They have another mentor %s. Enter the day on which %s begins.".formatted(
                    theirs.getLast().period().text(),
                    mentor.name()
                )
            );
            return;
        }
        var start = given == null ? later(at.period(), mentorAt.get().period()) : given;
        var end = earlierEnd(at.period(), mentorAt.get().period());
        if (end != null && end.isBefore(start)) {
            row.refuse(RosterFile.MENTORSHIP_STARTED, "One of the two has left by then. Enter an earlier day.");
            return;
        }
        try {
            Mentoring started = entry.person.startMentorship(mentor, schoolId, new Interval(start, end));
            entry.changes("Mentor: %s %s".formatted(mentor.name(), started.period().text()));
        } catch (ProblemException e) {
            refuse(row, RosterFile.MENTORSHIP_STARTED, e);
        }
    }

    private static LocalDate later(Interval one, Interval other) {
        return one.startedOn().isAfter(other.startedOn()) ? one.startedOn() : other.startedOn();
    }

    private static @Nullable LocalDate earlierEnd(Interval one, Interval other) {
        if (one.finishedOn() == null || other.finishedOn() == null) {
            return one.finishedOn() == null ? other.finishedOn() : one.finishedOn();
        }
        return one.finishedOn().isBefore(other.finishedOn()) ? one.finishedOn() : other.finishedOn();
    }

    /** What a rule has against it, at the cell that it is about. */
    private static void refuse(CsvRow row, String startColumn, ProblemException refused) {
        var problem = refused.problems().getFirst();
        var column = switch (problem.path().getLast()) {
            case "startedOn" -> startColumn;
            case "finishedOn" -> RosterFile.FINISHED;
            case "mentorId" -> RosterFile.MENTOR;
            default -> RosterFile.ROLE;
        };
        row.refuse(column, problem.message());
    }
}
