package org.coachbench.stepbank;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.School;
import org.coachbench.people.Schools;
import org.coachbench.stepbank.BankAccess.BankAction;
import org.coachbench.stepbank.BankAccess.Standing;
import org.coachbench.stepbank.StepProposal.ProposalStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Banks and the proposals to them. */
@Controller
class BankController implements NodeSource {

    private static final int MOST_PROPOSALS = 100;

    private final Steps steps;
    private final Banks banks;
    private final StepProposals proposals;
    private final BankAccess access;
    private final People people;
    private final Schools schools;

    BankController(
        Steps steps,
        Banks banks,
        StepProposals proposals,
        BankAccess access,
        People people,
        Schools schools
    ) {
        this.steps = steps;
        this.banks = banks;
        this.proposals = proposals;
        this.access = access;
        this.people = people;
        this.schools = schools;
    }

    @QueryMapping
    List<StepBank> stepBanks(@AuthenticationPrincipal Viewer viewer) {
        return banks.readable(viewer);
    }

    @BatchMapping(typeName = "StepBank")
    Map<StepBank, School> school(List<StepBank> asked) {
        var found = schoolsById(asked.stream().map(StepBank::schoolId).filter(Objects::nonNull).toList());
        var result = new HashMap<StepBank, School>();
        asked.forEach(bank -> {
            if (bank.schoolId() != null) {
                result.put(bank, found.get(bank.schoolId()));
            }
        });
        return result;
    }

    @SchemaMapping
    int stepCount(StepBank bank) {
        return steps.published(bank.id());
    }

    @BatchMapping(typeName = "StepBank", field = "can")
    Map<StepBank, List<BankAction>> bankActions(List<StepBank> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        return asked.stream().collect(toMap(identity(), standing::actions));
    }

    /** Banks that take proposals are two, whatever the number of banks asked for. */
    @BatchMapping(typeName = "StepBank")
    Map<StepBank, List<StepProposal>> openProposals(List<StepBank> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        return asked
            .stream()
            .filter(bank -> standing.allows(BankAct.ANSWER_PROPOSALS, bank))
            .collect(
                toMap(identity(), bank ->
                    proposals.findByAudienceAndStatusOrderByIdAsc(
                        bank.audience(),
                        ProposalStatus.OPEN,
                        Limit.of(MOST_PROPOSALS)
                    )
                )
            );
    }

    @BatchMapping(typeName = "StepProposal", field = "school")
    Map<StepProposal, School> proposingSchool(List<StepProposal> asked) {
        var found = schoolsById(asked.stream().map(StepProposal::schoolId).toList());
        return asked.stream().collect(toMap(identity(), proposal -> found.get(proposal.schoolId())));
    }

    @BatchMapping(typeName = "StepProposal")
    Map<StepProposal, Person> proposedBy(List<StepProposal> asked) {
        var found = people
            .findAllById(asked.stream().map(StepProposal::proposer).distinct().toList())
            .stream()
            .collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), proposal -> found.get(proposal.proposer())));
    }

    private Map<String, School> schoolsById(Collection<String> ids) {
        return schools.findAllById(ids.stream().distinct().toList()).stream().collect(toMap(School::id, identity()));
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(StepBank.ID_PREFIX, StepBank.Module.ID_PREFIX, StepProposal.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        var standing = access.standing(viewer);
        if (id.startsWith(StepBank.ID_PREFIX)) {
            return banks.find(standing, id, BankAct.READ).orElse(null);
        }
        if (id.startsWith(StepProposal.ID_PREFIX)) {
            return proposals
                .findById(id)
                .filter(found -> mayRead(standing, found))
                .orElse(null);
        }
        return banks
            .readable(standing)
            .stream()
            .flatMap(bank -> bank.modules().stream())
            .filter(module -> module.id().equals(id))
            .findFirst()
            .orElse(null);
    }

    private boolean mayRead(Standing standing, StepProposal proposal) {
        return (
            standing.allows(BankAct.ANSWER_PROPOSALS, banks.shared(proposal.audience())) ||
            standing.allows(BankAct.WRITE, BankOwner.SCHOOL, proposal.schoolId())
        );
    }
}
