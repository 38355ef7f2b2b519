package org.coachbench.coaching;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.jspecify.annotations.Nullable;

/** The meeting itself: when it began and which section began when. Screens draw their timer from it. */
public record Session(Instant startedAt, @Nullable Instant endedAt, List<SectionRun> sections) {
    public record SectionRun(String sectionId, Instant startedAt, @Nullable Instant endedAt, int plannedMinutes) {
        static SectionRun of(PlannedSection section, Instant at) {
            return new SectionRun(section.id(), at, null, section.minutes());
        }
    }

    static Session startedWith(PlannedSection first, Instant at) {
        return new Session(at, null, List.of(SectionRun.of(first, at)));
    }

    Session movedTo(PlannedSection next, Instant at) {
        return new Session(
            startedAt,
            null,
            Stream.concat(stopped(at).stream(), Stream.of(SectionRun.of(next, at))).toList()
        );
    }

    Session ended(Instant at) {
        return new Session(startedAt, at, stopped(at));
    }

    /** The running section; null when the session ended. */
    public @Nullable SectionRun current() {
        return endedAt == null ? sections.getLast() : null;
    }

    private List<SectionRun> stopped(Instant at) {
        return IntStream.range(0, sections.size())
            .mapToObj(i -> {
                var run = sections.get(i);
                return i < sections.size() - 1
                    ? run
                    : new SectionRun(run.sectionId(), run.startedAt(), at, run.plannedMinutes());
            })
            .toList();
    }
}
