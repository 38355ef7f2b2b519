package org.coachbench.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.coachbench.access.AccessPolicy.EventAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.coachbench.programme.TrainingEvent.What;
import org.coachbench.programme.TrainingEvent.When;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Schedules and cancels dates of events. */
@Service
public class TrainingEventMutations {

    private static final int TRIES = 100;
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String TIME_MESSAGE = "Enter a time like 09:30.";

    private final TrainingEvents events;
    private final ProgrammePlanFile file;
    private final ProgrammePlanAccess access;
    private final Schools schools;
    private final InputRules rules;

    TrainingEventMutations(
        TrainingEvents events,
        ProgrammePlanFile file,
        ProgrammePlanAccess access,
        Schools schools,
        InputRules rules
    ) {
        this.events = events;
        this.file = file;
        this.access = access;
        this.schools = schools;
        this.rules = rules;
    }

    public record OwnEvent(
        @NotBlank(message = "Enter a title.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String title,
        SchoolRole audience,
        TrainingEventKind kind,
        TrainingEventFormat format
    ) {}

    public record ScheduleTrainingEvent(
        @Nullable String entryId,
        @Nullable @Valid OwnEvent own,
        @Nullable String schoolId,
        LocalDate date,
        @Pattern(regexp = TIME, message = TIME_MESSAGE) String startsAt,
        @Pattern(regexp = TIME, message = TIME_MESSAGE) String endsAt,
        @NotBlank(message = "Enter the place, or the link to join.")
        @Size(max = 300, message = "Shorten this to 300 characters.")
        String place,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record CancelTrainingEvent(
        String trainingEventId,
        @NotBlank(message = "Say why, for those who had a place.")
        @Size(max = 300, message = "Shorten this to 300 characters.")
        String reason,
        @Nullable @MutationId String clientMutationId
    ) {}

    public TrainingEvent schedule(Viewer viewer, ScheduleTrainingEvent input) {
        rules.check(input);
        var schoolId = input.schoolId();
        var mayRun = access.standing(viewer).allows(EventAct.RUN, schoolId);
        if (!mayRun || (schoolId != null && !schools.existsById(schoolId))) {
            throw Problem.notFound("school whose events you run", "schoolId");
        }
        if (input.endsAt().compareTo(input.startsAt()) <= 0) {
            throw Problem.invalid("Enter a time after the start.", "endsAt");
        }
        var when = new When(input.date(), input.startsAt(), input.endsAt(), input.place().strip());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        try {
            return events.save(TrainingEvent.schedule(input.entryId(), what(input), when, schoolId, key));
        } catch (DuplicateKeyException e) {
            if (key == null) {
                throw e;
            }
            return events.findByScheduledBy(key).orElseThrow(() -> e);
        }
    }

    private What what(ScheduleTrainingEvent input) {
        var own = input.own();
        var entryId = input.entryId();
        if ((own == null) == (entryId == null)) {
            throw Problem.invalid("Choose an event of the programme, or describe another one.", "entryId");
        }
        if (own != null) {
            return new What(own.title().strip(), own.audience(), own.kind(), own.format(), null);
        }
        return file
            .event(entryId == null ? "" : entryId)
            .orElseThrow(() -> Problem.invalid("The programme has no such event. Choose another one.", "entryId"));
    }

    public TrainingEvent cancel(Viewer viewer, CancelTrainingEvent input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        for (int tries = 1; ; tries++) {
            var event = events
                .findById(input.trainingEventId())
                .filter(found -> standing.allows(EventAct.RUN, found.schoolId()))
                .orElseThrow(() -> Problem.notFound("event that you run", "trainingEventId"));
            if (event.applied().contains(key)) {
                return event;
            }
            event.cancel(input.reason());
            event.applied().add(key);
            try {
                return events.save(event);
            } catch (OptimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
