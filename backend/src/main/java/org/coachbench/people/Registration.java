package org.coachbench.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Adds people and schools, and says what people are to each other over dates. */
@Service
public class Registration {

    private final People people;
    private final Schools schools;
    private final PersonFinder finder;
    private final Changes changes;
    private final PersonAccess access;
    private final InputRules rules;
    private final ApplicationEventPublisher events;

    Registration(
        People people,
        Schools schools,
        PersonFinder finder,
        Changes changes,
        PersonAccess access,
        InputRules rules,
        ApplicationEventPublisher events
    ) {
        this.people = people;
        this.schools = schools;
        this.finder = finder;
        this.changes = changes;
        this.access = access;
        this.rules = rules;
        this.events = events;
    }

    public record RegisterSchool(
        @Pattern(regexp = "\\d{6}", message = "A URN is six digits, like 123456.") String urn,
        @NotBlank(message = "Enter the school's name.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String name,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** Where somebody is, from when on, and as what. */
    public record Place(
        String schoolId,
        SchoolRole role,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable WorkingPattern workingPattern
    ) {}

    public record RegisterPerson(
        @NotBlank(message = "Enter the name.") @Size(max = 70, message = "Shorten this to 70 characters.") String name,
        String email,
        @Nullable String trn,
        @Nullable Place at,
        @Nullable @MutationId String clientMutationId
    ) {
        public RegisterPerson(String name, String email, @Nullable String trn, @Nullable String clientMutationId) {
            this(name, email, trn, null, clientMutationId);
        }
    }

    public record PlaceAtSchool(
        @Nullable String personId,
        @Nullable String email,
        @Nullable String trn,
        String schoolId,
        SchoolRole role,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable WorkingPattern workingPattern,
        @Nullable @MutationId String clientMutationId
    ) {
        public PlaceAtSchool(
            String personId,
            String schoolId,
            SchoolRole role,
            LocalDate startedOn,
            @Nullable LocalDate finishedOn,
            @Nullable String clientMutationId
        ) {
            this(personId, null, null, schoolId, role, startedOn, finishedOn, null, clientMutationId);
        }
    }

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

    public record CancelMentorship(String mentorshipId, @Nullable @MutationId String clientMutationId) {}

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

    /** With a place at their own school for a tutor, with or without one for an administrator. */
    public Person registerPerson(Viewer viewer, RegisterPerson input) {
        if (input.at() == null) {
            requireAdministrator(viewer);
        } else {
            access.requireRun(viewer, input.at().schoolId(), "at", "schoolId");
        }
        return register(viewer.personId(), input);
    }

    /** For the service itself, which adds its first administrator. */
    public Person register(String by, RegisterPerson input) {
        rules.check(input);
        var email = Email.of(input.email());
        var trn = Trn.ofNullable(input.trn());
        var registeredBy = AppliedMutations.key(by, input, input.clientMutationId());
        var person = Person.register(input.name(), email, trn, registeredBy);
        var at = input.at();
        if (at != null) {
            var period = interval(at.startedOn(), at.finishedOn(), "at", "finishedOn");
            person.placeAtSchool(
                new AtSchool(at.schoolId(), at.role(), period, pattern(at.role(), at.workingPattern()))
            );
        }
        try {
            return people.save(person);
        } catch (DuplicateKeyException e) {
            if (registeredBy != null) {
                var first = people.findByRegisteredBy(registeredBy);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            throw finder.taken(email, null);
        }
    }

    public Person placeAtSchool(Viewer viewer, PlaceAtSchool input) {
        rules.check(input);
        requireSchool(viewer, input.schoolId());
        var period = interval(input.startedOn(), input.finishedOn(), "finishedOn");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var found = finder.find(input.personId(), input.email(), input.trn());
        return changes.person(found.id(), "personId", key, person ->
            person.placeAtSchool(
                new AtSchool(input.schoolId(), input.role(), period, pattern(input.role(), input.workingPattern()))
            )
        );
    }

    public School appointTutor(Viewer viewer, AppointTutor input) {
        rules.check(input);
        requireAdministrator(viewer);
        var period = interval(input.startedOn(), input.finishedOn(), "finishedOn");
        if (people.findById(input.personId()).isEmpty()) {
            throw Problem.notFound("person", "personId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.school(input.schoolId(), key, school ->
            school.appointTutor(new Appointment(input.personId(), period))
        );
    }

    public Mentorship startMentorship(Viewer viewer, StartMentorship input) {
        rules.check(input);
        requireSchool(viewer, input.schoolId());
        var period = interval(input.startedOn(), input.finishedOn(), "finishedOn");
        var mentor = people.findById(input.mentorId()).orElseThrow(() -> Problem.notFound("person", "mentorId"));
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var ect = changes.person(input.ectId(), "ectId", key, person ->
            person.startMentorship(mentor, input.schoolId(), period)
        );
        var started = ect
            .mentors()
            .stream()
            .filter(m -> m.mentorId().equals(input.mentorId()) && m.period().startedOn().equals(input.startedOn()))
            .findFirst()
            .map(mentoring -> Mentorship.of(ect, mentoring))
            .orElseThrow(() -> Problem.invalid("This mentorship was replaced since.", "startedOn"));
        refuseIfMentorLeftMeanwhile(started);
        return started;
    }

    /**
     * The mentor's time at the school stands in another document than the mentorship. Who changes one of the two looks at
     * the other one after that, so that of two changes at once at least one sees the other.
     */
    private void refuseIfMentorLeftMeanwhile(Mentorship started) {
        var period = new Interval(started.startedOn(), started.finishedOn());
        var mentor = people.findById(started.mentorId());
        if (mentor.filter(there -> there.isAt(started.schoolId(), SchoolRole.MENTOR, period)).isEmpty()) {
            changes.person(started.ectId(), "ectId", null, ect -> ect.neverMentored(started.id()));
            throw Problem.invalid("The mentor is not at this school for all of that time.", "mentorId");
        }
    }

    public Mentorship endMentorship(Viewer viewer, EndMentorship input) {
        rules.check(input);
        var ect = ectOf(viewer, input.mentorshipId());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var changed = changes.person(ect.id(), "mentorshipId", key, person ->
            person.endMentorship(input.mentorshipId(), input.finishedOn())
        );
        return Mentorship.of(changed, changed.mentorship(input.mentorshipId()).orElseThrow());
    }

    /** Takes back a mentorship that has not begun; done already, it is not there any more. */
    public Person cancelMentorship(Viewer viewer, CancelMentorship input) {
        rules.check(input);
        var ect = ectOf(viewer, input.mentorshipId());
        return changes.person(ect.id(), "mentorshipId", null, person ->
            person.cancelMentorship(input.mentorshipId(), SchoolDay.today())
        );
    }

    private Person ectOf(Viewer viewer, String mentorshipId) {
        return people
            .findByMentorship(mentorshipId)
            .filter(ect -> access.mayRunSchool(viewer, ect.mentorship(mentorshipId).orElseThrow().schoolId()))
            .orElseThrow(() -> Problem.notFound("mentorship", "mentorshipId"));
    }

    /** Somebody whose record the viewer may put right. */
    public Person correctable(Viewer viewer, String personId) {
        var tutored = access.tutoredSchools(viewer);
        var person = people
            .findById(personId)
            .filter(found -> access.allows(viewer, PersonAct.CORRECT, found, tutored))
            .filter(found -> viewer.administrator() || !holdsOfficeElsewhere(found, tutored))
            .orElseThrow(() -> Problem.notFound("person", "personId"));
        events.publishEvent(new PersonCorrecting(viewer, person.id()));
        return person;
    }

    /** A tutor or headteacher of another school stays out of reach also where they are a mentor here. */
    private boolean holdsOfficeElsewhere(Person person, Set<String> tutoredSchools) {
        var today = SchoolDay.today();
        return schools
            .everWithOfficeOf(person.id())
            .stream()
            .filter(school -> !tutoredSchools.contains(school.id()))
            .anyMatch(
                school ->
                    school.tutorsOn(today).contains(person.id()) || school.headteachersOn(today).contains(person.id())
            );
    }

    private void requireAdministrator(Viewer viewer) {
        if (!access.mayRegister(viewer)) {
            throw Problem.notFound("thing for you to do");
        }
    }

    private void requireSchool(Viewer viewer, String schoolId) {
        access.requireRun(viewer, schoolId, "schoolId");
    }

    static Interval interval(LocalDate startedOn, @Nullable LocalDate finishedOn, String... path) {
        if (finishedOn != null && finishedOn.isBefore(startedOn)) {
            throw Problem.invalid("Enter the first day or a later one.", path);
        }
        return new Interval(startedOn, finishedOn);
    }

    /** Nobody counts how much of a week a mentor works. */
    static @Nullable WorkingPattern pattern(SchoolRole role, @Nullable WorkingPattern pattern) {
        return role == SchoolRole.ECT ? pattern : null;
    }
}
