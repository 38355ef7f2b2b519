package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.stepbank.BankAccess.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Where a step comes from, what became of it, and what the viewer may do about it. */
@Controller
class StepLifeController {

    private final Steps steps;
    private final Banks banks;
    private final ShippedBanks shipped;
    private final BankSteps bankSteps;
    private final StepProposals proposals;
    private final BankAccess access;
    private final People people;

    StepLifeController(
        Steps steps,
        Banks banks,
        ShippedBanks shipped,
        BankSteps bankSteps,
        StepProposals proposals,
        BankAccess access,
        People people
    ) {
        this.steps = steps;
        this.banks = banks;
        this.shipped = shipped;
        this.bankSteps = bankSteps;
        this.proposals = proposals;
        this.access = access;
        this.people = people;
    }

    /** What the viewer may do with a step. */
    enum StepAction {
        EDIT,
        PUBLISH,
        RETIRE,
        ADAPT,
        PROPOSE,
    }

    @BatchMapping(typeName = "Step")
    Map<Step, Step> adaptedFrom(List<Step> asked, Principal principal) {
        var origins = stored(asked);
        var ids = origins.values().stream().map(BankStep::adaptedFrom).filter(Objects::nonNull).toList();
        var result = new HashMap<Step, Step>();
        if (!ids.isEmpty()) {
            var read = steps.readable(access.standing(Viewer.of(principal)), ids);
            asked.forEach(step -> {
                var origin = origins.get(step.id());
                if (origin != null && origin.adaptedFrom() != null && read.containsKey(origin.adaptedFrom())) {
                    result.put(step, read.get(origin.adaptedFrom()));
                }
            });
        }
        return result;
    }

    @BatchMapping(typeName = "Step")
    Map<Step, StepContent> draft(List<Step> asked, Principal principal) {
        var result = new HashMap<Step, StepContent>();
        var found = writable(asked, principal);
        asked.forEach(step -> {
            var stored = found.get(step.id());
            if (stored != null && stored.unpublished() != null) {
                result.put(step, stored.unpublished());
            }
        });
        return result;
    }

    @BatchMapping(typeName = "Step")
    Map<Step, List<StepVersion>> versions(List<Step> asked) {
        var found = stored(asked);
        return asked
            .stream()
            .collect(
                toMap(identity(), step ->
                    found.containsKey(step.id()) ? StepVersion.of(found.get(step.id()).publications()) : List.of()
                )
            );
    }

    @BatchMapping(typeName = "Step")
    Map<Step, StepProposal> proposal(List<Step> asked, Principal principal) {
        var ids = writable(asked, principal).keySet();
        var result = new HashMap<Step, StepProposal>();
        if (!ids.isEmpty()) {
            var byStep = proposals.findByStepIdInOrderByIdAsc(ids).stream().collect(groupingBy(StepProposal::stepId));
            asked.forEach(step -> {
                if (byStep.containsKey(step.id())) {
                    result.put(step, byStep.get(step.id()).getLast());
                }
            });
        }
        return result;
    }

    @BatchMapping(typeName = "Step", field = "can")
    Map<Step, List<StepAction>> stepActions(List<Step> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        var theirBanks = banks.byIds(asked.stream().map(Step::bankId).toList());
        var mayAdapt = banks
            .readable(standing)
            .stream()
            .anyMatch(bank -> standing.allows(BankAct.WRITE, bank));
        var stored = stored(asked);
        return asked
            .stream()
            .collect(
                toMap(identity(), step ->
                    actions(
                        step,
                        requireNonNull(theirBanks.get(step.bankId())),
                        stored.get(step.id()),
                        standing,
                        mayAdapt
                    )
                )
            );
    }

    private static List<StepAction> actions(
        Step step,
        StepBank bank,
        @Nullable BankStep stored,
        Standing standing,
        boolean mayAdapt
    ) {
        var actions = new ArrayList<StepAction>();
        var published = step.status() == Step.StepStatus.PUBLISHED;
        if (stored != null && standing.allows(BankAct.WRITE, bank)) {
            actions.add(StepAction.EDIT);
        }
        if (stored != null && standing.allows(BankAct.CURATE, bank)) {
            if (!published || stored.unpublished() != null) {
                actions.add(StepAction.PUBLISH);
            }
            if (step.status() != Step.StepStatus.RETIRED) {
                actions.add(StepAction.RETIRE);
            }
        }
        if (mayAdapt) {
            actions.add(StepAction.ADAPT);
        }
        if (published && bank.schoolId() != null && standing.allows(BankAct.WRITE, bank)) {
            actions.add(StepAction.PROPOSE);
        }
        return actions;
    }

    @BatchMapping(typeName = "StepVersion")
    Map<StepVersion, Person> by(List<StepVersion> asked) {
        var found = people
            .findAllById(asked.stream().map(StepVersion::publisherId).distinct().toList())
            .stream()
            .collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), version -> found.get(version.publisherId())));
    }

    /** Those of the steps in whose banks the viewer writes. */
    private Map<String, BankStep> writable(List<Step> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        var theirBanks = banks.byIds(asked.stream().map(Step::bankId).toList());
        return stored(
            asked
                .stream()
                .filter(step -> standing.allows(BankAct.WRITE, requireNonNull(theirBanks.get(step.bankId()))))
                .toList()
        );
    }

    private Map<String, BankStep> stored(List<Step> asked) {
        var ids = asked
            .stream()
            .map(Step::id)
            .filter(id -> shipped.find(id).isEmpty())
            .toList();
        return ids.isEmpty() ? Map.of() : bankSteps.findAllById(ids).stream().collect(toMap(BankStep::id, identity()));
    }
}
