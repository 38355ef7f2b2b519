package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.stepbank.Step.StepStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A step of a school's bank or the shared one: what is published, what is being written, and what was published. */
@Document("bank_steps")
@CompoundIndex(name = "key_in_bank", def = "{bankId: 1, key: 1}", unique = true)
class BankStep {

    private static final int MOST_VERSIONS = 50;

    @Id
    private final String id;

    @Version
    private @Nullable Integer version;

    private final String bankId;

    /** Tells it within its bank for ever, in files too. */
    private final String key;

    private String moduleId;
    private StepStatus status = StepStatus.DRAFT;
    private @Nullable StepContent published;
    private @Nullable StepContent draft;
    private List<Publication> publications = new ArrayList<>();
    private final @Nullable String adaptedFrom;

    /** Every process looks for what changed since it looked last. */
    @Indexed
    private Instant changedAt;

    /** Who wrote it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String writtenBy;

    private AppliedMutations applied = new AppliedMutations();

    /** What was published when, by whom. */
    record Publication(int number, StepContent content, String by, Instant at) {}

    BankStep(
        String id,
        String bankId,
        String key,
        String moduleId,
        @Nullable String adaptedFrom,
        @Nullable String writtenBy,
        Instant changedAt
    ) {
        this.id = id;
        this.bankId = bankId;
        this.key = key;
        this.moduleId = moduleId;
        this.adaptedFrom = adaptedFrom;
        this.writtenBy = writtenBy;
        this.changedAt = changedAt;
    }

    static BankStep write(
        String bankId,
        @Nullable String key,
        String moduleId,
        StepContent content,
        @Nullable String adaptedFrom,
        @Nullable String writtenBy,
        Instant now
    ) {
        var id = Step.ID_PREFIX + new ObjectId().toHexString();
        var ownKey = key == null ? UUID.randomUUID().toString() : key;
        var step = new BankStep(id, bankId, ownKey, moduleId, adaptedFrom, writtenBy, now);
        step.draft = content;
        return step;
    }

    void edit(String newModuleId, StepContent content, Instant now) {
        moduleId = newModuleId;
        draft = content.equals(published) ? null : content;
        if (status == StepStatus.RETIRED) {
            status = StepStatus.DRAFT;
        }
        changedAt = now;
    }

    void publish(String by, Instant now) {
        if (draft == null && status == StepStatus.PUBLISHED) {
            throw Problem.invalid("There is no change to publish.", "stepId");
        }
        var content = latest();
        var number = publications.isEmpty() ? 1 : publications.getLast().number() + 1;
        publications.add(new Publication(number, content, by, now));
        if (publications.size() > MOST_VERSIONS) {
            publications.removeFirst();
        }
        published = content;
        draft = null;
        status = StepStatus.PUBLISHED;
        changedAt = now;
    }

    void retire(Instant now) {
        if (status == StepStatus.RETIRED) {
            throw Problem.invalid("This step is retired already.", "stepId");
        }
        status = StepStatus.RETIRED;
        changedAt = now;
    }

    /** As its writers see it. */
    StepContent latest() {
        return draft == null ? requireNonNull(published) : draft;
    }

    /** As everybody reads it: what is published, or the draft of a step that never was. */
    Step step(@Nullable Strand strand) {
        var read = published == null ? latest() : published;
        return new Step(id, key, bankId, moduleId, strand, status, version(), read);
    }

    /** What was written since the last publication. */
    @Nullable
    StepContent unpublished() {
        return published == null ? null : draft;
    }

    List<Publication> publications() {
        return List.copyOf(publications);
    }

    boolean hasDraft() {
        return draft != null;
    }

    boolean isStored() {
        return version != null;
    }

    StepStatus status() {
        return status;
    }

    int version() {
        return version == null ? 0 : version;
    }

    String id() {
        return id;
    }

    String key() {
        return key;
    }

    String bankId() {
        return bankId;
    }

    String moduleId() {
        return moduleId;
    }

    @Nullable
    String adaptedFrom() {
        return adaptedFrom;
    }

    Instant changedAt() {
        return changedAt;
    }

    AppliedMutations applied() {
        return applied;
    }
}
