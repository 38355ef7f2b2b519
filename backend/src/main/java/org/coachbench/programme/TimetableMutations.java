package org.coachbench.programme;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Timetable.Given;
import org.coachbench.programme.Timetable.Planned;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Tutors say what time is planned, people what they were given. */
@Service
public class TimetableMutations {

    private static final int TRIES = 100;
    private static final double MOST_LESSONS = 40;

    private final MongoOperations store;
    private final TimetableRecords records;
    private final ProgrammePlanAccess access;
    private final People people;
    private final InputRules rules;

    TimetableMutations(
        MongoOperations store,
        TimetableRecords records,
        ProgrammePlanAccess access,
        People people,
        InputRules rules
    ) {
        this.store = store;
        this.records = records;
        this.access = access;
        this.people = people;
        this.rules = rules;
    }

    public record PlanTimetable(
        String personId,
        SchoolRole role,
        LocalDate from,
        @DecimalMin(value = "0", message = "Enter 0 or more.")
        @DecimalMax(value = "100", message = "Enter 100 or less.")
        double amount,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record ConfirmTimetable(
        String personId,
        SchoolRole role,
        LocalDate halfTerm,
        TimeGiven given,
        @Nullable @Size(max = 300, message = "Shorten this to 300 characters.") String note,
        @Nullable @MutationId String clientMutationId
    ) {}

    public Person plan(Viewer viewer, PlanTimetable input) {
        rules.check(input);
        var person = person(viewer, ProgrammeAct.PLAN_TIME, input.personId());
        requireRole(person, input.role());
        if (input.role() == SchoolRole.MENTOR && input.amount() > MOST_LESSONS) {
            throw Problem.invalid("Enter lessons a week, 40 or less.", "amount");
        }
        var change = new Planned(input.role(), input.from(), input.amount(), viewer.personId());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(person, key, timetable -> timetable.plan(change));
    }

    public Person confirm(Viewer viewer, ConfirmTimetable input) {
        rules.check(input);
        var person = person(viewer, ProgrammeAct.TELL_OF_STUDY, input.personId());
        requireRole(person, input.role());
        var halfTerm = records
            .of(List.of(person))
            .getOrDefault(person.id(), List.of())
            .stream()
            .filter(record -> record.role() == input.role())
            .flatMap(record -> record.halfTerms().stream())
            .map(one -> one.halfTerm().firstDay())
            .filter(day -> day.equals(input.halfTerm()))
            .findFirst()
            .orElseThrow(() ->
                Problem.invalid("Choose a half-term in which time was due to you and that has begun.", "halfTerm")
            );
        var note = input.note() == null || input.note().isBlank() ? null : input.note().strip();
        var answer = new Given(input.role(), halfTerm, input.given(), note);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(person, key, timetable -> timetable.confirm(answer));
    }

    private Person person(Viewer viewer, ProgrammeAct act, String id) {
        var standing = access.standing(viewer);
        return people
            .findById(id)
            .filter(found -> standing.allows(act, found))
            .orElseThrow(() -> Problem.notFound("person", "personId"));
    }

    private static void requireRole(Person person, SchoolRole role) {
        if (
            person
                .atSchool()
                .stream()
                .noneMatch(at -> at.role() == role)
        ) {
            throw Problem.invalid(role == SchoolRole.ECT ? "They are not an ECT." : "They are not a mentor.", "role");
        }
    }

    private Person change(Person person, @Nullable String key, Consumer<Timetable> change) {
        for (int tries = 1; ; tries++) {
            var stored = store.findById(person.id(), Timetable.class);
            var timetable = stored == null ? new Timetable(person.id()) : stored;
            if (timetable.applied().contains(key)) {
                return person;
            }
            change.accept(timetable);
            timetable.applied().add(key);
            try {
                store.save(timetable);
                return person;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
