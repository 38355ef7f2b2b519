package org.coachbench.stepbank;

import java.util.Optional;
import org.coachbench.stepbank.StepBank.Audience;
import org.springframework.stereotype.Component;

/** The steps for teachers that ship with the service, which everybody may read and nobody changes. */
@Component
public class TeacherSteps {

    private final ShippedBanks shipped;

    TeacherSteps(ShippedBanks shipped) {
        this.shipped = shipped;
    }

    /** By what names it in the files: its id without {@code step_}. */
    public Optional<Step> named(String name) {
        return shipped
            .find(Step.ID_PREFIX + name)
            .filter(step -> step.bankId().equals(shipped.bank(Audience.TEACHERS).id()));
    }
}
