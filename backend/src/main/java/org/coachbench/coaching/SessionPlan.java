package org.coachbench.coaching;

import java.util.List;
import java.util.Optional;
import org.coachbench.api.Problem;

/** The agenda of a session: timed sections that fit the meeting, with two rounds of practice at least. */
public record SessionPlan(List<PlannedSection> sections, int budgetMinutes) {
    private static final int FEWEST_ROUNDS = 2;

    public record PlannedSection(String id, SectionKind kind, String title, int minutes, String notes) {}

    /** Refuses a plan that is longer than the meeting, or that leaves no time to rehearse twice. */
    public static SessionPlan of(List<PlannedSection> sections, CycleKind kind) {
        var plan = new SessionPlan(sections, kind.minutes());
        if (plan.totalMinutes() > plan.budgetMinutes) {
            throw Problem.invalid(
                "The sections take %d minutes, the meeting has %d. Shorten some.".formatted(
                    plan.totalMinutes(),
                    plan.budgetMinutes
                ),
                "sections"
            );
        }
        long rounds = sections
            .stream()
            .filter(section -> section.kind() == SectionKind.PRACTICE_AND_FEEDBACK)
            .count();
        if (rounds < FEWEST_ROUNDS) {
            throw Problem.invalid("Plan two rounds of practice and feedback at least.", "sections");
        }
        return plan;
    }

    public int totalMinutes() {
        return sections.stream().mapToInt(PlannedSection::minutes).sum();
    }

    Optional<PlannedSection> section(String sectionId) {
        return sections
            .stream()
            .filter(section -> section.id().equals(sectionId))
            .findFirst();
    }
}
