package org.coachbench.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.coaching.CoachingCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person's way through a scene. The cycle in it is a real one by its rules, and is kept here and nowhere else. */
@Document("rehearsals")
@CompoundIndex(name = "person_newest", def = "{personId: 1, _id: -1}")
class Rehearsal {

    private static final String ID_PREFIX = "rehearsal_";

    enum Mode {
        GUIDED,
        UNGUIDED,
    }

    /** A note in the cycle, and the line or work that it is about. */
    record Noted(String evidenceNoteId, @Nullable String lineId) {}

    record Choice(Stage stage, String optionId) {}

    @Id
    private final String id;

    @Version
    private @Nullable Integer version;

    private final String personId;
    private final String sceneId;
    private final Mode mode;
    private final Instant startedAt;
    private final CoachingCycle cycle;
    private Stage stage = Stage.LESSON;
    private List<Noted> noted = new ArrayList<>();
    private List<Choice> choices = new ArrayList<>();
    private @Nullable Instant finishedAt;

    /** The mutation that began it, so that a repeat begins no second one. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String startedBy;

    private AppliedMutations applied = new AppliedMutations();

    Rehearsal(
        String id,
        String personId,
        String sceneId,
        Mode mode,
        Instant startedAt,
        CoachingCycle cycle,
        @Nullable String startedBy
    ) {
        this.id = id;
        this.personId = personId;
        this.sceneId = sceneId;
        this.mode = mode;
        this.startedAt = startedAt;
        this.cycle = cycle;
        this.startedBy = startedBy;
    }

    static String newId() {
        return ID_PREFIX + new ObjectId().toHexString();
    }

    /** An id that is no person's, and no other rehearsal's. */
    static String ectId(String rehearsalId) {
        return "ect_of_" + rehearsalId;
    }

    void noted(String evidenceNoteId, @Nullable String lineId) {
        noted.add(new Noted(evidenceNoteId, lineId));
    }

    void tookBack(String evidenceNoteId) {
        noted.removeIf(note -> note.evidenceNoteId().equals(evidenceNoteId));
    }

    void chose(String optionId) {
        choices.add(new Choice(stage, optionId));
        goOn();
    }

    void goOn() {
        stage = stage.next();
    }

    void finish(Instant now) {
        finishedAt = now;
    }

    /** What was chosen there and later is open again. */
    void goBackTo(Stage earlier) {
        stage = earlier;
        choices.removeIf(choice -> !earlier.isAfter(choice.stage()));
    }

    Optional<String> chosen(Stage at) {
        return choices
            .stream()
            .filter(choice -> choice.stage() == at)
            .map(Choice::optionId)
            .findFirst();
    }

    /** The note on a line; the newest when there are several. */
    Optional<String> noteOn(@Nullable String lineId) {
        return noted
            .stream()
            .filter(note -> lineId != null && lineId.equals(note.lineId()))
            .map(Noted::evidenceNoteId)
            .reduce((_, newer) -> newer);
    }

    String id() {
        return id;
    }

    /** Grows with every change. */
    int version() {
        return version == null ? 0 : version;
    }

    String personId() {
        return personId;
    }

    String sceneId() {
        return sceneId;
    }

    Mode mode() {
        return mode;
    }

    Instant startedAt() {
        return startedAt;
    }

    CoachingCycle cycle() {
        return cycle;
    }

    Stage stage() {
        return stage;
    }

    List<Noted> noted() {
        return List.copyOf(noted);
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    AppliedMutations applied() {
        return applied;
    }
}
