package org.coachbench.stepbank;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.Viewer;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepIndex.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All steps for teachers among which somebody may choose, and which of them speak of what was seen. */
@Component
public class StepOffer {

    private final ShippedBanks shipped;
    private final Banks banks;
    private final BankSteps bankSteps;
    private final BankAccess access;
    private final Steps steps;

    StepOffer(ShippedBanks shipped, Banks banks, BankSteps bankSteps, BankAccess access, Steps steps) {
        this.shipped = shipped;
        this.banks = banks;
        this.bankSteps = bankSteps;
        this.access = access;
        this.steps = steps;
    }

    /**
     * A step with the title of its module.
     *
     * @param moduleTitle empty when it is in no module of its bank
     */
    public record OfferedStep(Step step, String moduleTitle) {}

    /**
     * Published steps in the order of their banks, the shipped one first; within a bank by module, oldest first. Four
     * store commands for any number of banks and steps.
     */
    public List<OfferedStep> to(Viewer viewer) {
        var readable = banks
            .readable(access.standing(viewer))
            .stream()
            .filter(bank -> bank.audience() == Audience.TEACHERS)
            .toList();
        var stored = bankSteps
            .findByBankIdIn(readable.stream().map(StepBank::id).toList())
            .stream()
            .filter(step -> step.status() == StepStatus.PUBLISHED)
            .collect(groupingBy(BankStep::bankId));
        return readable
            .stream()
            .flatMap(bank -> ofBank(bank, stored.getOrDefault(bank.id(), List.of())))
            .toList();
    }

    private Stream<OfferedStep> ofBank(StepBank bank, List<BankStep> stored) {
        var titles = bank.modules().stream().collect(toMap(StepBank.Module::id, StepBank.Module::title));
        var places = new HashMap<String, Integer>();
        bank.modules().forEach(module -> places.put(module.id(), places.size()));
        var ownOnes = stored
            .stream()
            .map(step -> Steps.step(step, bank))
            .sorted(
                comparing((Step step) -> places.getOrDefault(step.moduleId(), places.size())).thenComparing(Step::id)
            );
        var shippedOnes = shipped
            .steps()
            .stream()
            .filter(step -> step.bankId().equals(bank.id()));
        return Stream.concat(shippedOnes, ownOnes).map(step ->
            new OfferedStep(step, titles.getOrDefault(step.moduleId(), ""))
        );
    }

    /** A step that may be read and is not offered: for mentors, a draft, or retired. */
    public Optional<Step> readable(Viewer viewer, String stepId) {
        return steps.readable(access.standing(viewer), stepId);
    }

    /** Ids of those steps that speak most of what somebody wrote, best first; none where the words say nothing. */
    public List<String> nearest(Collection<OfferedStep> among, String words, int most) {
        var bankIds = among
            .stream()
            .map(one -> one.step().bankId())
            .distinct()
            .toList();
        var wanted = new Wanted(
            words,
            null,
            null,
            bankIds,
            Audience.TEACHERS,
            null,
            null,
            false,
            StepStatus.PUBLISHED,
            null,
            Set.of()
        );
        return steps.nearest(wanted, most);
    }

    /**
     * A step of which the viewer reads how often it is chosen.
     *
     * @param schoolId whose bank it is in; null for a bank of no school
     */
    public record CountedStep(Step step, @Nullable String schoolId) {}

    /** Those of some steps of which the viewer reads how often they are chosen; three store commands. */
    public List<CountedStep> counted(Viewer viewer, Collection<Step> asked) {
        var standing = access.standing(viewer);
        var theirBanks = banks.byIds(asked.stream().map(Step::bankId).toList());
        var counted = new ArrayList<CountedStep>();
        for (var step : asked) {
            var bank = theirBanks.get(step.bankId());
            if (bank != null && standing.allows(BankAct.READ_CHOICES, bank)) {
                counted.add(new CountedStep(step, bank.schoolId()));
            }
        }
        return counted;
    }
}
