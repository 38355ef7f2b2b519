package org.coachbench.stepbank;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Set;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepIndex.Wanted;
import org.coachbench.stepbank.StepOffer.OfferedStep;

/**
 * The steps for teachers as they ship, in an index of their own: how much a word weighs there depends on all steps that are
 * in it, and other tests write more.
 */
public final class ShippedOffer {

    private final ShippedBanks banks = new ShippedBanks();
    private final StepIndex index = new StepIndex();

    public ShippedOffer() {
        for (var bank : banks.banks()) {
            index.put(of(bank), bank.audience(), 0);
        }
    }

    public List<OfferedStep> steps() {
        var bank = banks.bank(Audience.TEACHERS);
        var titles = bank.modules().stream().collect(toMap(StepBank.Module::id, StepBank.Module::title));
        return of(bank)
            .stream()
            .map(step -> new OfferedStep(step, titles.getOrDefault(step.moduleId(), "")))
            .toList();
    }

    public List<String> nearest(String words, int most) {
        var bankId = banks.bank(Audience.TEACHERS).id();
        return index.nearest(
            new Wanted(
                words,
                null,
                null,
                List.of(bankId),
                Audience.TEACHERS,
                null,
                null,
                false,
                StepStatus.PUBLISHED,
                null,
                Set.of()
            ),
            most
        );
    }

    private List<Step> of(StepBank bank) {
        return banks
            .steps()
            .stream()
            .filter(step -> step.bankId().equals(bank.id()))
            .toList();
    }
}
