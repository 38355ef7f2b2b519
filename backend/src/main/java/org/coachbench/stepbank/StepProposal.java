package org.coachbench.stepbank;

import java.time.Instant;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.stepbank.StepBank.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A school's step, offered to the bank that schools share, as it was when it was offered. */
@Document("step_proposals")
@CompoundIndex(name = "open_by_audience", def = "{audience: 1, status: 1, _id: 1}")
class StepProposal {

    static final String ID_PREFIX = "proposal_";

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    @Indexed
    private final String stepId;

    private final String schoolId;
    private final Audience audience;
    private final String moduleId;
    private final StepContent content;
    private final String proposedBy;
    private final Instant at;
    private final String message;
    private ProposalStatus status = ProposalStatus.OPEN;
    private @Nullable String reply;

    @SuppressWarnings("UnusedVariable") // kept for the record
    private @Nullable String answeredBy;

    private @Nullable Instant answeredAt;

    /** The step while an answer is awaited: the unique index lets it be offered once at a time. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index
    private @Nullable String openFor;

    private AppliedMutations applied = new AppliedMutations();

    enum ProposalStatus {
        OPEN,
        ACCEPTED,
        DECLINED,
    }

    StepProposal(
        String id,
        String stepId,
        String schoolId,
        Audience audience,
        String moduleId,
        StepContent content,
        String proposedBy,
        Instant at,
        String message
    ) {
        this.id = id;
        this.stepId = stepId;
        this.schoolId = schoolId;
        this.audience = audience;
        this.moduleId = moduleId;
        this.content = content;
        this.proposedBy = proposedBy;
        this.at = at;
        this.message = message;
        this.openFor = stepId;
    }

    static StepProposal of(Step step, StepBank bank, String schoolId, String by, String message, Instant now) {
        return new StepProposal(
            ID_PREFIX + new ObjectId().toHexString(),
            step.id(),
            schoolId,
            bank.audience(),
            step.moduleId(),
            step.content(),
            by,
            now,
            message.strip()
        );
    }

    void answer(boolean accept, @Nullable String words, String by, Instant now) {
        if (status != ProposalStatus.OPEN) {
            throw Problem.invalid("This proposal is answered already.", "proposalId");
        }
        status = accept ? ProposalStatus.ACCEPTED : ProposalStatus.DECLINED;
        reply = words == null || words.isBlank() ? null : words.strip();
        answeredBy = by;
        answeredAt = now;
        openFor = null;
    }

    AppliedMutations applied() {
        return applied;
    }

    String id() {
        return id;
    }

    String stepId() {
        return stepId;
    }

    String schoolId() {
        return schoolId;
    }

    Audience audience() {
        return audience;
    }

    String moduleId() {
        return moduleId;
    }

    StepContent content() {
        return content;
    }

    String proposer() {
        return proposedBy;
    }

    Instant at() {
        return at;
    }

    String message() {
        return message;
    }

    ProposalStatus status() {
        return status;
    }

    @Nullable
    String reply() {
        return reply;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
