package org.coachbench.stepbank;

import static org.coachbench.api.Problem.notFound;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepProposal.ProposalStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Offers schools' steps to the bank they share, and answers the offers. */
@Service
class Sharing {

    private static final Logger log = LoggerFactory.getLogger(Sharing.class);

    private final Banks banks;
    private final BankSteps bankSteps;
    private final Steps steps;
    private final StepProposals proposals;
    private final BankAccess access;
    private final InputRules rules;

    Sharing(
        Banks banks,
        BankSteps bankSteps,
        Steps steps,
        StepProposals proposals,
        BankAccess access,
        InputRules rules
    ) {
        this.banks = banks;
        this.bankSteps = bankSteps;
        this.steps = steps;
        this.proposals = proposals;
        this.access = access;
        this.rules = rules;
    }

    record ProposeStep(
        String stepId,
        int version,
        @Size(max = 1000, message = "Shorten this to 1,000 characters.") String message,
        @Nullable @MutationId String clientMutationId
    ) {}

    record AnswerProposal(
        String proposalId,
        boolean accept,
        @Nullable @Size(max = 1000, message = "Shorten this to 1,000 characters.") String reply,
        @Nullable @MutationId String clientMutationId
    ) {}

    BankStep propose(Viewer viewer, ProposeStep input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var step = bankSteps
            .findById(input.stepId())
            .filter(found -> banks.find(standing, found.bankId(), BankAct.WRITE).isPresent())
            .orElseThrow(() -> notFound("step that you may propose", "stepId"));
        var bank = banks.find(step.bankId()).orElseThrow();
        var schoolId = bank.schoolId();
        if (schoolId == null) {
            throw Problem.invalid("This step is shared by the schools already.", "stepId");
        }
        if (step.status() != StepStatus.PUBLISHED) {
            throw Problem.invalid("Publish the step first.", "stepId");
        }
        if (step.version() != input.version()) {
            throw Curation.conflict(step);
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var proposed = steps.readable(standing, step.id()).orElseThrow();
        var proposal = StepProposal.of(proposed, bank, schoolId, viewer.personId(), input.message(), now());
        proposal.applied().add(key);
        try {
            proposals.save(proposal);
        } catch (DuplicateKeyException e) {
            var repeated = proposals
                .findByStepIdInOrderByIdAsc(List.of(step.id()))
                .stream()
                .anyMatch(first -> first.applied().contains(key));
            if (!repeated) {
                throw Problem.invalid("This step is proposed already; the answer is still to come.", "stepId");
            }
        }
        return step;
    }

    StepProposal answer(Viewer viewer, AnswerProposal input) {
        rules.check(input);
        var proposal = proposals
            .findById(input.proposalId())
            .filter(found -> access.standing(viewer).allows(BankAct.ANSWER_PROPOSALS, banks.shared(found.audience())))
            .orElseThrow(() -> notFound("proposal that you may answer", "proposalId"));
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (!proposal.applied().contains(key)) {
            proposal.answer(input.accept(), input.reply(), viewer.personId(), now());
            proposal.applied().add(key);
            try {
                proposals.save(proposal);
            } catch (OptimisticLockingFailureException e) {
                throw Problem.invalid("Somebody else answered this proposal just now.", "proposalId");
            }
        }
        if (proposal.status() == ProposalStatus.ACCEPTED) {
            share(proposal, viewer, now());
        }
        return proposal;
    }

    /** Once, by the proposal's own key: a repeat finishes what a killed process left. */
    private void share(StepProposal proposal, Viewer viewer, Instant now) {
        var bank = banks.shared(proposal.audience());
        var shared = BankStep.write(
            bank.id(),
            proposal.id(),
            bank
                .modules()
                .stream()
                .anyMatch(module -> module.id().equals(proposal.moduleId()))
                ? proposal.moduleId()
                : bank.modules().getFirst().id(),
            proposal.content(),
            proposal.stepId(),
            null,
            now
        );
        shared.publish(viewer.personId(), now);
        try {
            steps.changed(List.of(bankSteps.save(shared)));
        } catch (DuplicateKeyException e) {
            log.debug("{} is shared already", proposal.id());
        }
    }

    /** The stores keep milliseconds. */
    private Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
