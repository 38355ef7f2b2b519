package org.coachbench.coaching;

import org.coachbench.api.MutationId;
import org.jspecify.annotations.Nullable;

/** What a coach asks who begins a cycle with a mentor. */
public record StartCoachingForMentors(
    String mentorId,
    @Nullable String sessionId,
    @Nullable @MutationId String clientMutationId
) {}
