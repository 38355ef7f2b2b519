package org.coachbench.coaching;

import jakarta.validation.Valid;
import java.time.Instant;
import org.coachbench.api.MutationId;
import org.coachbench.coaching.CycleCommand.LessonInput;
import org.jspecify.annotations.Nullable;

/** What a mentor asks who begins a cycle. */
public record StartCycle(
    String ectId,
    @Valid LessonInput lesson,
    @Nullable Instant observedAt,
    @Nullable @MutationId String clientMutationId
) {}
