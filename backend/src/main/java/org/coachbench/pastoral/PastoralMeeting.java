package org.coachbench.pastoral;

import java.time.LocalDate;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.pastoral.NoteSeals.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A pastoral meeting of a mentor and an ECT: when it is or was stands open, what it is about is sealed. */
@Document("pastoral_meetings")
@CompoundIndex(name = "ect_mentor", def = "{ectId: 1, mentorId: 1}")
class PastoralMeeting {

    static final String ID_PREFIX = "pastoral_";

    @Id
    private final String id;

    @Version
    private @Nullable Integer version;

    @Indexed
    private final String mentorId;

    private final String ectId;
    private LocalDate day;
    private boolean tookPlace;
    private @Nullable Sealed sealed;

    /** The mutation that planned it, so that a repeat plans no second one. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String plannedBy;

    private AppliedMutations applied = new AppliedMutations();

    PastoralMeeting(String id, String mentorId, String ectId, LocalDate day, @Nullable String plannedBy) {
        this.id = id;
        this.mentorId = mentorId;
        this.ectId = ectId;
        this.day = day;
        this.plannedBy = plannedBy;
    }

    static PastoralMeeting plan(String mentorId, String ectId, LocalDate day, @Nullable String plannedBy) {
        return new PastoralMeeting(ID_PREFIX + new ObjectId().toHexString(), mentorId, ectId, day, plannedBy);
    }

    void move(LocalDate newDay) {
        day = newDay;
    }

    void tookPlaceOn(LocalDate on) {
        day = on;
        tookPlace = true;
    }

    void seal(Sealed notes) {
        sealed = notes;
    }

    public String id() {
        return id;
    }

    /** Grows with every change. */
    public int version() {
        return version == null ? 0 : version;
    }

    String mentorId() {
        return mentorId;
    }

    String ectId() {
        return ectId;
    }

    LocalDate day() {
        return day;
    }

    public boolean tookPlace() {
        return tookPlace;
    }

    @Nullable
    Sealed sealed() {
        return sealed;
    }

    AppliedMutations applied() {
        return applied;
    }
}
