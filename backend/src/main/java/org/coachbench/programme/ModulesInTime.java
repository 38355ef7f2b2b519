package org.coachbench.programme;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlan.PlannedItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which module has its time for an ECT; two store commands. */
@Component
public class ModulesInTime {

    private final ProgrammePlans plans;

    ModulesInTime(ProgrammePlans plans) {
        this.plans = plans;
    }

    /**
     * Ids of modules.
     *
     * @param now null where no module has its time: in a break, at the opening of a year, before and after the programme
     * @param toCome those whose time has not begun; empty for who is not on the programme today
     */
    public record InTime(@Nullable String now, Set<String> toCome) {
        static final InTime NONE = new InTime(null, Set.of());
    }

    public InTime of(Person ect) {
        return plans
            .of(List.of(ect))
            .getOrDefault(ect.id(), List.of())
            .stream()
            .filter(plan -> plan.role() == SchoolRole.ECT)
            .findFirst()
            .map(ModulesInTime::today)
            .orElse(InTime.NONE);
    }

    private static InTime today(ProgrammePlan plan) {
        var today = SchoolDay.today();
        if (!plan.runsOn(today)) {
            return InTime.NONE;
        }
        var now = plan
            .itemOn(today)
            .filter(ModulesInTime::isModule)
            .map(planned -> planned.item().id());
        var toCome = plan
            .items()
            .stream()
            .filter(planned -> isModule(planned) && !planned.hasBegunBy(today))
            .map(planned -> planned.item().id())
            .collect(toSet());
        return new InTime(now.orElse(null), toCome);
    }

    private static boolean isModule(PlannedItem planned) {
        return planned.item().kind() == SelfStudyKind.MODULE;
    }
}
