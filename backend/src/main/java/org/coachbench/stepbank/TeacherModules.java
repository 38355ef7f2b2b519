package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.coachbench.stepbank.StepBank.Audience;
import org.springframework.stereotype.Component;

/** The self-study modules of ECTs as the shipped bank names them, in the order of the programme. */
@Component
public class TeacherModules {

    private final ShippedBanks shipped;

    TeacherModules(ShippedBanks shipped) {
        this.shipped = shipped;
    }

    /**
     * A module.
     *
     * @param theme the number of its theme, 1 to 6
     */
    public record TeacherModule(String id, String title, Strand strand, int theme) {}

    public List<TeacherModule> all() {
        return shipped
            .bank(Audience.TEACHERS)
            .modules()
            .stream()
            .map(module ->
                new TeacherModule(
                    module.id(),
                    module.title(),
                    requireNonNull(module.strand()),
                    requireNonNull(module.theme())
                )
            )
            .toList();
    }
}
