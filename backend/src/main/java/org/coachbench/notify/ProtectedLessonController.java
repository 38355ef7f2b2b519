package org.coachbench.notify;

import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.notify.ProtectedLessons.SetProtectedLessons;
import org.coachbench.notify.SessionSlots.SessionSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What schedule.graphqls says of protected lessons. */
@Controller
class ProtectedLessonController {

    private final ScheduledSessions sessions;
    private final ProtectedLessons lessons;
    private final SessionSlots slots;
    private final Clock clock;

    ProtectedLessonController(ScheduledSessions sessions, ProtectedLessons lessons, SessionSlots slots, Clock clock) {
        this.sessions = sessions;
        this.lessons = lessons;
        this.slots = slots;
        this.clock = clock;
    }

    record ProtectedLessonsPayload(@Nullable CoachingCycle cycle, List<Problem> problems) {}

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, List<ProtectedLesson>> protectedLessons(List<CoachingCycle> cycles, Principal principal) {
        return lessons.of(sessions.arrangedBy(Viewer.of(principal), cycles));
    }

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, List<SessionSlot>> sessionSlots(List<CoachingCycle> cycles, Principal principal) {
        var arranged = sessions.arrangedBy(Viewer.of(principal), cycles);
        var found = new HashMap<CoachingCycle, List<SessionSlot>>();
        arranged.forEach(cycle -> found.put(cycle, List.of()));
        found.putAll(slots.of(lessons.of(arranged), clock.instant()));
        return found;
    }

    @MutationMapping
    ProtectedLessonsPayload setProtectedLessons(
        @Argument SetProtectedLessons input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return orProblems(
            () -> new ProtectedLessonsPayload(lessons.set(viewer, input), List.of()),
            problems -> new ProtectedLessonsPayload(null, problems)
        );
    }
}
