package org.coachbench.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Content to work through in place of an event.
 *
 * @param dueOn null where no day was agreed
 * @param completedOn null before they have worked through it
 */
public record CatchUp(
    String content,
    @Nullable LocalDate dueOn,
    String assignedBy,
    LocalDate assignedOn,
    @Nullable LocalDate completedOn
) {
    boolean isLate(LocalDate today) {
        return completedOn == null && dueOn != null && dueOn.isBefore(today);
    }
}
