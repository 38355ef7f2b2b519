package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.coachbench.access.AccessPolicy.EventAct;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlanAccess.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books places, records who attended, and sees to what was missed. */
@Service
public class AttendanceMutations {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final TrainingEvents events;
    private final Attendances attendances;
    private final ProgrammePlanFile file;
    private final ProgrammePlanAccess access;
    private final People people;
    private final InputRules rules;
    private final Clock clock;

    AttendanceMutations(
        TrainingEvents events,
        Attendances attendances,
        ProgrammePlanFile file,
        ProgrammePlanAccess access,
        People people,
        InputRules rules,
        Clock clock
    ) {
        this.events = events;
        this.attendances = attendances;
        this.file = file;
        this.access = access;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    public record BookPlace(String trainingEventId, String personId, @Nullable @MutationId String clientMutationId) {}

    public record CancelBooking(
        String trainingEventId,
        String personId,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record RecordAttendance(
        String trainingEventId,
        @Size(max = 500, message = "Record 500 people at a time at most.") List<String> attended,
        @Size(max = 500, message = "Record 500 people at a time at most.") List<String> missed,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AssignCatchUp(
        String personId,
        String entryId,
        @NotBlank(message = "Say what to work through, or give a link to it.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String content,
        @Nullable LocalDate dueOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record CompleteCatchUp(String personId, String entryId, @Nullable @MutationId String clientMutationId) {}

    /** Somebody, and the entry of the programme at which their attendance changed. */
    public record Changed(Person person, String entryId) {}

    public Changed book(Viewer viewer, BookPlace input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var event = event(standing, input.trainingEventId());
        var person = person(standing, ProgrammeAct.ARRANGE_EVENTS, input.personId());
        if (event.isCancelled()) {
            throw Problem.invalid("This date was cancelled. Book another one.", "trainingEventId");
        }
        if (event.date().isBefore(standing.today())) {
            throw Problem.invalid("This date is over. Book another one.", "trainingEventId");
        }
        requireAudience(event, person, "personId");
        return change(viewer, person, event.entryId(), input, input.clientMutationId(), attendance ->
            attendance.book(event.id(), viewer.personId(), clock.instant())
        );
    }

    public Changed cancelBooking(Viewer viewer, CancelBooking input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var event = event(standing, input.trainingEventId());
        var person = person(standing, ProgrammeAct.ARRANGE_EVENTS, input.personId());
        if (event.date().isBefore(standing.today())) {
            throw Problem.invalid("This date is over: the place cannot be given back any more.", "trainingEventId");
        }
        return change(viewer, person, event.entryId(), input, input.clientMutationId(), attendance ->
            attendance.cancel(event.id(), viewer.personId(), clock.instant())
        );
    }

    /** Again with other people, or the other way round: the last record of a person counts. */
    public TrainingEvent record(Viewer viewer, RecordAttendance input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var event = event(standing, input.trainingEventId());
        if (!standing.recordsAttendance()) {
            throw Problem.notFound("event whose attendance you record", "trainingEventId");
        }
        var attended = new LinkedHashSet<>(input.attended());
        var missed = new LinkedHashSet<>(input.missed());
        var everybody = new LinkedHashSet<>(attended);
        everybody.addAll(missed);
        var known = people.findAllById(everybody).stream().collect(toMap(Person::id, identity()));
        requireAll(standing, event, attended, known, "attended");
        requireAll(standing, event, missed, known, "missed");
        if (event.date().isAfter(standing.today())) {
            throw Problem.invalid(
                "It takes place on %s. Record who came then.".formatted(event.date().format(DAY)),
                "trainingEventId"
            );
        }
        if (event.isCancelled()) {
            throw Problem.invalid("This date was cancelled: nobody attended it.", "trainingEventId");
        }
        for (var personId : missed) {
            if (attended.contains(personId)) {
                throw Problem.invalid("Somebody is both among those who attended and those who missed it.", "missed");
            }
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var now = clock.instant();
        attendances.change(everybody, event.entryId(), key, attendance -> {
            if (attended.contains(attendance.personId())) {
                attendance.attend(event.id(), viewer.personId(), now);
            } else {
                attendance.miss(event.id(), viewer.personId(), now);
            }
        });
        return event;
    }

    public Changed assignCatchUp(Viewer viewer, AssignCatchUp input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var person = person(standing, ProgrammeAct.RECORD_ATTENDANCE, input.personId());
        if (file.event(input.entryId()).isEmpty() && !events.existsById(input.entryId())) {
            throw Problem.notFound("event", "entryId");
        }
        return change(viewer, person, input.entryId(), input, input.clientMutationId(), attendance ->
            attendance.assignCatchUp(input.content(), input.dueOn(), viewer.personId(), standing.today())
        );
    }

    public Changed completeCatchUp(Viewer viewer, CompleteCatchUp input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var person = person(standing, ProgrammeAct.ARRANGE_EVENTS, input.personId());
        return change(viewer, person, input.entryId(), input, input.clientMutationId(), attendance ->
            attendance.completeCatchUp(standing.today())
        );
    }

    private Changed change(
        Viewer viewer,
        Person person,
        String entryId,
        Object input,
        @Nullable String clientMutationId,
        Consumer<Attendance> change
    ) {
        var key = AppliedMutations.key(viewer.personId(), input, clientMutationId);
        attendances.change(Set.of(person.id()), entryId, key, change);
        return new Changed(person, entryId);
    }

    private TrainingEvent event(Standing standing, String id) {
        return events
            .findById(id)
            .filter(found -> standing.allows(EventAct.READ, found.schoolId()))
            .orElseThrow(() -> Problem.notFound("event", "trainingEventId"));
    }

    private Person person(Standing standing, ProgrammeAct act, String id) {
        return people
            .findById(id)
            .filter(found -> standing.allows(act, found))
            .orElseThrow(() -> Problem.notFound("person", "personId"));
    }

    private static void requireAll(
        Standing standing,
        TrainingEvent event,
        Set<String> ids,
        Map<String, Person> known,
        String path
    ) {
        for (var id : ids) {
            var person = known.get(id);
            if (person == null || !standing.allows(ProgrammeAct.RECORD_ATTENDANCE, person)) {
                throw Problem.notFound("person", path);
            }
            requireAudience(event, person, path);
        }
    }

    private static void requireAudience(TrainingEvent event, Person person, String path) {
        if (!event.isFor(person)) {
            throw Problem.invalid(
                "%s is not %s on %s at a school to which this is offered. Choose another date or person.".formatted(
                    person.name(),
                    event.audience() == SchoolRole.ECT ? "an ECT" : "a mentor",
                    event.date().format(DAY)
                ),
                path
            );
        }
    }
}
