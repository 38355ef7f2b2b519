package org.coachbench.coaching;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Cycles stay with the people who were in them: who has any cannot become somebody else. */
@Component
class MergingPeople {

    private final CoachingCycles cycles;

    MergingPeople(CoachingCycles cycles) {
        this.cycles = cycles;
    }

    @EventListener
    void refuseWhoHasCycles(PeopleMerging merging) {
        if (!hasCycles(merging.doubleId())) {
            return;
        }
        throw Problem.invalid(
            hasCycles(merging.keptId())
                ? "Both records have coaching cycles, which stay with the record in which they were written. Keep both records."
                : "The double has coaching cycles. Keep that record, and merge this one into it.",
            "doubleId"
        );
    }

    private boolean hasCycles(String personId) {
        return cycles.existsByMentorId(personId) || cycles.existsByEctId(personId);
    }
}
