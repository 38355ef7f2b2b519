package org.coachbench.stepbank;

import java.util.Collection;
import java.util.List;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepProposal.ProposalStatus;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All proposals. */
interface StepProposals extends MongoRepository<StepProposal, String> {
    List<StepProposal> findByAudienceAndStatusOrderByIdAsc(Audience audience, ProposalStatus status, Limit limit);

    List<StepProposal> findByStepIdInOrderByIdAsc(Collection<String> stepIds);
}
