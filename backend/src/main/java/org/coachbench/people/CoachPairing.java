package org.coachbench.people;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A coach supports a mentor: from a day on, and until one when somebody ended it. */
@Document("coach_pairings")
public class CoachPairing {

    static final String ID_PREFIX = "pairing_";

    /** Why a mentor has a coach. */
    public enum CoachingReason {
        EVERYONE,
        NEEDS_SUPPORT,
        NEEDS_STRETCH,
        VOLUNTEERED,
    }

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read and counted by Spring Data
    private @Nullable Integer version;

    @Indexed
    private final String mentorId;

    @Indexed
    private final String coachId;

    private final CoachingReason reason;
    private Interval period;

    /** When it was made, or an end was set last, and by whom; missing in those that were made before this was kept. */
    @Indexed(sparse = true)
    private @Nullable Instant changedAt;

    private @Nullable String changedBy;

    /** The mentor while nobody ended it: the unique index lets a mentor have one such pairing. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index
    private @Nullable String openFor;

    CoachPairing(String id, String mentorId, String coachId, CoachingReason reason, Interval period) {
        this.id = id;
        this.mentorId = mentorId;
        this.coachId = coachId;
        this.reason = reason;
        this.period = period;
    }

    static CoachPairing start(String mentorId, String coachId, CoachingReason reason, LocalDate startedOn) {
        var id = ID_PREFIX + new ObjectId().toHexString();
        var pairing = new CoachPairing(id, mentorId, coachId, reason, new Interval(startedOn, null));
        pairing.openFor = mentorId;
        return pairing;
    }

    void changedBy(String personId, Instant now) {
        changedBy = personId;
        changedAt = now;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    String changedBy() {
        return changedBy;
    }

    void end(LocalDate lastDay) {
        period = period.until(lastDay);
        openFor = null;
    }

    boolean isEnded() {
        return openFor == null;
    }

    public boolean runsOn(LocalDate day) {
        return period.contains(day);
    }

    public String id() {
        return id;
    }

    public String mentorId() {
        return mentorId;
    }

    public String coachId() {
        return coachId;
    }

    public CoachingReason reason() {
        return reason;
    }

    public LocalDate startedOn() {
        return period.startedOn();
    }

    public @Nullable LocalDate finishedOn() {
        return period.finishedOn();
    }

    Interval period() {
        return period;
    }
}
