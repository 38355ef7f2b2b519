package org.coachbench.programme;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;

/** What a person is to study on their own in a role, and what of it they completed. */
public record SelfStudyRecord(String personId, SchoolRole role, List<Item> items) {
    /**
     * Something to study, with its time.
     *
     * @param theme the number of its theme, 1 for the first
     * @param halfTerm in which it begins; null while its time is not known
     * @param from its first day; null as the half-term
     * @param dueBy its last day; null as the half-term
     * @param completedOn null when it is not completed
     */
    public record Item(
        String id,
        String title,
        SelfStudyKind kind,
        int theme,
        String themeTitle,
        @Nullable HalfTerm halfTerm,
        @Nullable LocalDate from,
        @Nullable LocalDate dueBy,
        @Nullable LocalDate completedOn
    ) {
        public boolean isExpectedBefore(LocalDate day) {
            return dueBy != null && dueBy.isBefore(day);
        }

        public boolean isCompleted() {
            return completedOn != null;
        }
    }

    /** How many should be complete before a day. */
    public int expectedBefore(LocalDate day) {
        return (int) items
            .stream()
            .filter(item -> item.isExpectedBefore(day))
            .count();
    }

    public int completed() {
        return (int) items.stream().filter(Item::isCompleted).count();
    }

    /** How many should be complete before a day and are not. */
    public int behindOn(LocalDate day) {
        return (int) behind(day).count();
    }

    /** The day after the first of these was due; null when there is none. */
    public @Nullable LocalDate behindSince(LocalDate day) {
        return behind(day)
            .map(item -> requireNonNull(item.dueBy()).plusDays(1))
            .min(LocalDate::compareTo)
            .orElse(null);
    }

    private Stream<Item> behind(LocalDate day) {
        return items.stream().filter(item -> item.isExpectedBefore(day) && !item.isCompleted());
    }
}
