package org.coachbench.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Adds people and schools, and says what people are to each other over dates. */
@Service
public class Registration {

    private static final int TRIES = 100;

    private final People people;
    private final Schools schools;
    private final PersonAccess access;
    private final InputRules rules;

    Registration(People people, Schools schools, PersonAccess access, InputRules rules) {
        this.people = people;
        this.schools = schools;
        this.access = access;
        this.rules = rules;
    }

    public record RegisterSchool(
        @Pattern(regexp = "\\d{6}", message = "A URN is six digits, like 123456.") String urn,
        @NotBlank(message = "Enter the school's name.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String name,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record RegisterPerson(
        @NotBlank(message = "Enter the name.") @Size(max = 70, message = "Shorten this to 70 characters.") String name,
        String email,
        @Nullable String trn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record PlaceAtSchool(
        String personId,
        String schoolId,
        SchoolRole role,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AppointTutor(
        String personId,
        String schoolId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record StartMentorship(
        String mentorId,
        String ectId,
        String schoolId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record EndMentorship(
        String mentorshipId,
        LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public School registerSchool(Viewer viewer, RegisterSchool input) {
        rules.check(input);
        requireAdministrator(viewer);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var school = School.register(input.urn(), input.name());
        school.applied().add(key);
        try {
            return schools.save(school);
        } catch (DuplicateKeyException e) {
            return schools
                .findByUrn(input.urn())
                .filter(first -> first.applied().contains(key))
                .orElseThrow(() -> Problem.invalid("A school with this URN is registered already.", "urn"));
        }
    }

    public Person registerPerson(Viewer viewer, RegisterPerson input) {
        requireAdministrator(viewer);
        return register(viewer.personId(), input);
    }

    /** For the service itself, which adds its first administrator. */
    public Person register(String by, RegisterPerson input) {
        rules.check(input);
        var email = Email.of(input.email());
        var trn = input.trn() == null || input.trn().isBlank() ? null : Trn.of(input.trn());
        var registeredBy = AppliedMutations.key(by, input, input.clientMutationId());
        var person = Person.register(input.name(), email, trn, registeredBy);
        try {
            return people.save(person);
        } catch (DuplicateKeyException e) {
            if (registeredBy != null) {
                var first = people.findByRegisteredBy(registeredBy);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            if (people.findByEmail(email.address()).isPresent()) {
                throw Problem.invalid("Somebody is registered with this address already.", "email");
            }
            throw Problem.invalid("Somebody is registered with this teacher reference number already.", "trn");
        }
    }

    public Person placeAtSchool(Viewer viewer, PlaceAtSchool input) {
        rules.check(input);
        requireSchool(viewer, input.schoolId());
        var period = interval(input.startedOn(), input.finishedOn());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changePerson(input.personId(), "personId", key, person ->
            person.placeAtSchool(input.schoolId(), input.role(), period)
        );
    }

    public School appointTutor(Viewer viewer, AppointTutor input) {
        rules.check(input);
        requireAdministrator(viewer);
        var period = interval(input.startedOn(), input.finishedOn());
        if (people.findById(input.personId()).isEmpty()) {
            throw Problem.notFound("person", "personId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return retrying(() -> {
            var school = schools.findById(input.schoolId()).orElseThrow(() -> Problem.notFound("school", "schoolId"));
            if (school.applied().contains(key)) {
                return school;
            }
            school.appointTutor(input.personId(), period);
            school.applied().add(key);
            return schools.save(school);
        });
    }

    public Mentorship startMentorship(Viewer viewer, StartMentorship input) {
        rules.check(input);
        requireSchool(viewer, input.schoolId());
        var period = interval(input.startedOn(), input.finishedOn());
        var mentor = people.findById(input.mentorId()).orElseThrow(() -> Problem.notFound("person", "mentorId"));
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var ect = changePerson(input.ectId(), "ectId", key, person ->
            person.startMentorship(mentor, input.schoolId(), period)
        );
        return ect
            .mentors()
            .stream()
            .filter(m -> m.mentorId().equals(input.mentorId()) && m.period().startedOn().equals(input.startedOn()))
            .findFirst()
            .map(mentoring -> Mentorship.of(ect, mentoring))
            .orElseThrow(() -> Problem.invalid("This mentorship was replaced since.", "startedOn"));
    }

    public Mentorship endMentorship(Viewer viewer, EndMentorship input) {
        rules.check(input);
        var ect = people
            .findByMentorship(input.mentorshipId())
            .orElseThrow(() -> Problem.notFound("mentorship", "mentorshipId"));
        var schoolId = ect.mentorship(input.mentorshipId()).orElseThrow().schoolId();
        if (!access.mayRunSchool(viewer, schoolId)) {
            throw Problem.notFound("mentorship", "mentorshipId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var changed = changePerson(ect.id(), "mentorshipId", key, person ->
            person.endMentorship(input.mentorshipId(), input.finishedOn())
        );
        return Mentorship.of(changed, changed.mentorship(input.mentorshipId()).orElseThrow());
    }

    private Person changePerson(String id, String path, @Nullable String key, Consumer<Person> change) {
        return retrying(() -> {
            var person = people.findById(id).orElseThrow(() -> Problem.notFound("person", path));
            if (person.applied().contains(key)) {
                return person;
            }
            change.accept(person);
            person.applied().add(key);
            return people.save(person);
        });
    }

    /** Reads and decides anew when somebody else wrote in between, so that rules hold whoever comes first. */
    private static <T> T retrying(Supplier<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void requireAdministrator(Viewer viewer) {
        if (!access.mayRegister(viewer)) {
            throw Problem.notFound("thing for you to do");
        }
    }

    private void requireSchool(Viewer viewer, String schoolId) {
        if (!access.mayRunSchool(viewer, schoolId) || !schools.existsById(schoolId)) {
            throw Problem.notFound("school", "schoolId");
        }
    }

    private static Interval interval(LocalDate startedOn, @Nullable LocalDate finishedOn) {
        if (finishedOn != null && finishedOn.isBefore(startedOn)) {
            throw Problem.invalid("Enter the first day or a later one.", "finishedOn");
        }
        return new Interval(startedOn, finishedOn);
    }
}
