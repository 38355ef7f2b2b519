package org.coachbench.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.coachbench.programme.CadenceWeek;
import org.coachbench.programme.HalfTerm;
import org.coachbench.programme.SchoolCalendar;

/** What took place in the school weeks of an ECT, and what of their programme fell due meanwhile. */
record EctActivity(List<CadenceWeek> weeks, List<Due> study, List<Due> events) {
    /** Something of the programme whose time ended on a day. */
    record Due(LocalDate by, boolean done) {}

    EctActivity between(LocalDate from, LocalDate to) {
        return new EctActivity(
            weeks
                .stream()
                .filter(week -> !week.monday().plusDays(6).isBefore(from) && !week.monday().isAfter(to))
                .toList(),
            between(study, from, to),
            between(events, from, to)
        );
    }

    /** A week that touches two half-terms belongs to the one in which it begins. */
    EctActivity within(SchoolCalendar calendar, HalfTerm halfTerm) {
        var touching = between(halfTerm.firstDay(), halfTerm.lastDay());
        var weeks = touching
            .weeks()
            .stream()
            .filter(week -> calendar.halfTerm(week.monday()).orElse(halfTerm).equals(halfTerm))
            .toList();
        return new EctActivity(weeks, touching.study(), touching.events());
    }

    /** What fell due goes with the week in which it did. */
    EctActivity onlyIn(Predicate<CadenceWeek> wanted) {
        var left = weeks.stream().filter(wanted).toList();
        return new EctActivity(left, dueIn(left, study), dueIn(left, events));
    }

    private static List<Due> between(List<Due> all, LocalDate from, LocalDate to) {
        return all
            .stream()
            .filter(due -> !due.by().isBefore(from) && !due.by().isAfter(to))
            .toList();
    }

    private static List<Due> dueIn(List<CadenceWeek> weeks, List<Due> all) {
        return all
            .stream()
            .filter(due ->
                weeks
                    .stream()
                    .anyMatch(week -> !due.by().isBefore(week.monday()) && !due.by().isAfter(week.monday().plusDays(6)))
            )
            .toList();
    }
}
