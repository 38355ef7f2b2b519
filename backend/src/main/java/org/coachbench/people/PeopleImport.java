package org.coachbench.people;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.RosterPlan.ImportedPerson;
import org.coachbench.people.RosterPlan.Known;
import org.coachbench.people.RosterPlan.Rights;
import org.coachbench.spreadsheet.CsvProblems;
import org.coachbench.spreadsheet.FileProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Registers schools with their people from a file. */
@Service
public class PeopleImport {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_ROWS = 2000;
    private static final int MOST_PROBLEMS = 200;

    private final People people;
    private final Schools schools;
    private final Changes changes;
    private final PersonAccess access;
    private final InputRules rules;

    PeopleImport(People people, Schools schools, Changes changes, PersonAccess access, InputRules rules) {
        this.people = people;
        this.schools = schools;
        this.changes = changes;
        this.access = access;
        this.rules = rules;
    }

    public record ImportPeople(
        @Nullable String schoolId,
        @Size(max = LONGEST_FILE, message = "The file is too long: 1,000,000 characters at most.") String content,
        boolean dryRun,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** What an import does or did, and who in the file may be given an account; empty rows when the file has problems. */
    public record ImportReport(List<Row> rows, List<FileProblem> fileProblems, List<Person> accountHolders) {
        static ImportReport refused(List<FileProblem> problems) {
            return new ImportReport(List.of(), problems, List.of());
        }
    }

    /** What an import does with one row. */
    public record Row(int line, String name, String role, String school, String effect, List<String> what) {
        static Row of(ImportedPerson imported) {
            return new Row(
                imported.line(),
                imported.name(),
                imported.role().name(),
                imported.school(),
                imported.effect().name(),
                imported.what()
            );
        }
    }

    public ImportReport read(Viewer viewer, ImportPeople input) {
        rules.check(input);
        var tutored = access.tutoredSchools(viewer);
        if (input.schoolId() == null ? !mayImport(viewer, tutored) : !access.mayRunSchool(viewer, input.schoolId())) {
            throw Problem.notFound("school", "schoolId");
        }
        var problems = new CsvProblems();
        var file = RosterFile.read(input.content(), problems);
        if (file.length() > MOST_ROWS) {
            return ImportReport.refused(
                List.of(new FileProblem(null, null, null, "There are more than 2,000 rows. Split the file."))
            );
        }
        var rights = new Rights(
            schoolId -> access.mayRunSchool(viewer, schoolId, tutored),
            person -> access.allows(viewer, PersonAct.CORRECT, person, tutored),
            access.mayRegister(viewer)
        );
        var plan = RosterPlan.of(file, known(file, input.schoolId()), rights);
        if (problems.any()) {
            return ImportReport.refused(problems.byLine().stream().limit(MOST_PROBLEMS).toList());
        }
        if (!input.dryRun()) {
            write(plan);
        }
        return new ImportReport(
            plan.imported().stream().map(Row::of).toList(),
            List.of(),
            input.dryRun() ? List.of() : plan.accountHolders()
        );
    }

    private boolean mayImport(Viewer viewer, Set<String> tutored) {
        return access.mayRegister(viewer) || !tutored.isEmpty();
    }

    private Known known(RosterFile file, @Nullable String schoolId) {
        var emails = new HashSet<String>();
        var trns = new HashSet<String>();
        var urns = new HashSet<String>();
        for (var row : file.rows()) {
            emails.add(row.email().address());
            if (row.mentorEmail() != null) {
                emails.add(row.mentorEmail().address());
            }
            if (row.trn() != null) {
                trns.add(row.trn().digits());
            }
            if (row.urn() != null) {
                urns.add(row.urn());
            }
        }
        var found = new ArrayList<>(people.findByEmailIn(emails));
        var ids = new HashSet<String>();
        found.forEach(person -> ids.add(person.id()));
        people
            .findByTrnIn(trns)
            .stream()
            .filter(person -> ids.add(person.id()))
            .forEach(found::add);
        var there = new ArrayList<>(schools.findByUrnIn(urns));
        if (schoolId != null && there.stream().noneMatch(school -> school.id().equals(schoolId))) {
            schools.findById(schoolId).ifPresent(there::add);
        }
        return new Known(found, there, schoolId);
    }

    /**
     * Everything was checked before the first write. Schools go first, then people, mentors before the ECTs whose
     * mentorships lie within their time, then tutors: cut off in between, all that is there is sound, and the same file
     * again does the rest.
     */
    private void write(RosterPlan plan) {
        try {
            schools.saveAll(plan.newSchools());
            var fresh = new ArrayList<Person>();
            var changed = new ArrayList<Person>();
            for (var person : plan.changedPeople()) {
                (person.isStored() ? changed : fresh).add(person);
            }
            // New ones in one write each, first those who are nobody's ECT.
            people.saveAll(
                fresh
                    .stream()
                    .filter(person -> !isMentored(person))
                    .toList()
            );
            changed
                .stream()
                .filter(person -> !isMentored(person))
                .forEach(people::save);
            people.saveAll(fresh.stream().filter(PeopleImport::isMentored).toList());
            changed.stream().filter(PeopleImport::isMentored).forEach(people::save);
            for (var tutor : plan.newTutors()) {
                changes.school(tutor.schoolId(), null, school -> school.appointTutor(tutor.appointment()));
            }
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            throw Problem.invalid(
                "Somebody registered or changed some of these people at the same moment. Import the file again: what is done already is left as it is.",
                "content"
            );
        }
    }

    private static boolean isMentored(Person person) {
        return !person.mentors().isEmpty();
    }
}
