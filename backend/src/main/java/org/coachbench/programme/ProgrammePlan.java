package org.coachbench.programme;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlanContent.EventEntry;
import org.coachbench.programme.ProgrammePlanContent.Theme;
import org.coachbench.programme.SchoolCalendar.SchoolWeek;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is to study and attend what. Themes take whole half-terms, each the same number: two of a programme of
 * two years, three of one of three. Within its theme a module has a fortnight of school weeks; where there are fewer
 * weeks, and in a programme that is spread in another way, modules share them evenly. Weeks that are not wholly on the
 * programme ask for nothing, so a break moves what follows it. What would follow a break without an end has no time yet.
 */
record ProgrammePlan(SchoolRole role, ProgrammeTime time, List<PlannedItem> items, List<PlannedEvent> events) {
    /**
     * From when to when something is due.
     *
     * @param halfTerm in which it begins
     */
    record Window(HalfTerm halfTerm, LocalDate from, LocalDate dueBy) {}

    /** @param window null while it is not known */
    record PlannedItem(SelfStudyItem item, Theme theme, @Nullable Window window) {
        boolean isExpectedBefore(LocalDate day) {
            return window != null && window.dueBy().isBefore(day);
        }

        boolean hasBegunBy(LocalDate day) {
            return window != null && !window.from().isAfter(day);
        }
    }

    /** @param window null while it is not known */
    record PlannedEvent(EventEntry entry, @Nullable Window window) {
        boolean isExpectedBefore(LocalDate day) {
            return window != null && window.dueBy().isBefore(day);
        }
    }

    /** A school week and the half-term it lies in. */
    record TermWeek(HalfTerm halfTerm, SchoolWeek week) {}

    static ProgrammePlan of(ProgrammePlanContent content, ProgrammeTime time, SchoolCalendar calendar) {
        return of(content, time, weeks(calendar, time.startedOn(), time.endsOn()));
    }

    /** For many people of a school: its weeks are found once. They must hold those of all whole school years. */
    static ProgrammePlan of(ProgrammePlanContent content, ProgrammeTime time, List<TermWeek> weeks) {
        var layout = new ProgrammePlanLayout(content, time, weeks);
        return new ProgrammePlan(content.role(), time, layout.items(), layout.events());
    }

    /** The school weeks of all school years that a stretch of days touches. */
    static List<TermWeek> weeks(SchoolCalendar calendar, LocalDate from, LocalDate to) {
        var first = LocalDate.of(SchoolYear.of(from), Month.SEPTEMBER, 1);
        var last = LocalDate.of(SchoolYear.of(to) + 1, Month.AUGUST, 31);
        return calendar
            .weeks(first, last)
            .stream()
            .flatMap(week ->
                calendar
                    .halfTerm(week.firstDay())
                    .map(halfTerm -> new TermWeek(halfTerm, week))
                    .stream()
            )
            .toList();
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(time.startedOn()) && !day.isAfter(time.endsOn()) && !time.isPausedOn(day);
    }

    /** What has its time on a day: the item that began last. */
    Optional<PlannedItem> itemOn(LocalDate day) {
        return items
            .stream()
            .filter(planned -> planned.item().kind() != SelfStudyKind.RETRIEVAL && planned.hasBegunBy(day))
            .reduce((_, later) -> later);
    }
}
