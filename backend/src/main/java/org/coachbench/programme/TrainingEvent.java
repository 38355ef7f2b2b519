package org.coachbench.programme;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A date on which an event of the programme, or another one, can be attended. Alternate dates are further documents. */
@Document("training_events")
public class TrainingEvent {

    static final String ID_PREFIX = "training-event_";
    static final Comparator<TrainingEvent> BY_DATE = comparing(TrainingEvent::date).thenComparing(TrainingEvent::id);

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    /** The event of the programme; the id of this one itself when it is no part of the programme. */
    @Indexed
    private final String entryId;

    private final boolean inProgramme;
    private final What what;
    private final When when;

    /** Null when it is offered to all schools. */
    private final @Nullable String schoolId;

    /** Who scheduled it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String scheduledBy;

    private @Nullable String cancelledBecause;
    private AppliedMutations applied = new AppliedMutations();

    record What(
        String title,
        SchoolRole audience,
        TrainingEventKind kind,
        TrainingEventFormat format,
        @Nullable Integer minutes
    ) {}

    /** Times are those of England, such as 09:30; the place may be a link. */
    record When(@Indexed LocalDate date, String startsAt, String endsAt, String place) {}

    TrainingEvent(
        String id,
        String entryId,
        boolean inProgramme,
        What what,
        When when,
        @Nullable String schoolId,
        @Nullable String scheduledBy
    ) {
        this.id = id;
        this.entryId = entryId;
        this.inProgramme = inProgramme;
        this.what = what;
        this.when = when;
        this.schoolId = schoolId;
        this.scheduledBy = scheduledBy;
    }

    static TrainingEvent schedule(
        @Nullable String entryId,
        What what,
        When when,
        @Nullable String schoolId,
        @Nullable String scheduledBy
    ) {
        var id = ID_PREFIX + new ObjectId().toHexString();
        return new TrainingEvent(
            id,
            entryId == null ? id : entryId,
            entryId != null,
            what,
            when,
            schoolId,
            scheduledBy
        );
    }

    void cancel(String reason) {
        cancelledBecause = reason.strip();
    }

    boolean isCancelled() {
        return cancelledBecause != null;
    }

    boolean isInProgramme() {
        return inProgramme;
    }

    /** Whether it is for what somebody is on its day, at a school to which it is offered. */
    boolean isFor(Person person) {
        return person
            .placesOn(date())
            .stream()
            .anyMatch(at -> at.role() == audience() && (schoolId == null || schoolId.equals(at.schoolId())));
    }

    public String id() {
        return id;
    }

    String entryId() {
        return entryId;
    }

    public String title() {
        return what.title();
    }

    public SchoolRole audience() {
        return what.audience();
    }

    public TrainingEventKind kind() {
        return what.kind();
    }

    public TrainingEventFormat format() {
        return what.format();
    }

    public @Nullable Integer minutes() {
        return what.minutes();
    }

    public LocalDate date() {
        return when.date();
    }

    public String startsAt() {
        return when.startsAt();
    }

    public String endsAt() {
        return when.endsAt();
    }

    public String place() {
        return when.place();
    }

    @Nullable
    String schoolId() {
        return schoolId;
    }

    @Nullable
    String cancelledBecause() {
        return cancelledBecause;
    }

    AppliedMutations applied() {
        return applied;
    }
}
