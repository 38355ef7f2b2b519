package org.coachbench.coaching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.coachbench.api.MutationId;
import org.coachbench.coaching.CycleCommand.LessonInput;
import org.jspecify.annotations.Nullable;

/** What a mentor asks who begins a cycle. */
public record StartCycle(
    @Nullable @Pattern(regexp = Ids.CYCLE, message = "Use cycle_ and 24 hexadecimal digits.") String cycleId,
    String ectId,
    @Valid LessonInput lesson,
    @Nullable Instant observedAt,
    @Nullable @MutationId String clientMutationId
) {}
