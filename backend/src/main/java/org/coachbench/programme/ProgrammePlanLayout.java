package org.coachbench.programme;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.programme.ProgrammePlan.PlannedEvent;
import org.coachbench.programme.ProgrammePlan.PlannedItem;
import org.coachbench.programme.ProgrammePlan.TermWeek;
import org.coachbench.programme.ProgrammePlan.Window;
import org.coachbench.programme.ProgrammePlanContent.EventEntry;
import org.coachbench.programme.ProgrammePlanContent.Theme;
import org.jspecify.annotations.Nullable;

/** Gives the themes, modules and events of a {@link ProgrammePlan} their weeks. */
final class ProgrammePlanLayout {

    private final ProgrammePlanContent content;
    private final ProgrammeTime time;
    private final List<Unit> units;
    /** How many of the units the content is spread over; those beyond are left for catching up. */
    private final int spread;

    /** A half-term of the programme; a single week of one that has fewer half-terms than themes. */
    private record Unit(HalfTerm halfTerm, List<TermWeek> weeks) {}

    ProgrammePlanLayout(ProgrammePlanContent content, ProgrammeTime time, List<TermWeek> weeks) {
        this.content = content;
        this.time = time;
        var layoutTime = withoutOpenBreaks(time);
        var onProgramme = weeks
            .stream()
            .filter(week -> layoutTime.covers(week.week().firstDay(), week.week().lastDay()))
            .toList();
        var halfTerms = halfTerms(onProgramme, weeks);
        units = halfTerms.size() >= content.themes().size() ? halfTerms : singleWeeks(onProgramme);
        var usual = switch (time.schedule()) {
            case TWO_YEARS -> 12;
            case THREE_YEARS -> 18;
            case PERSONALISED -> units.size();
        };
        spread = time.agreedEnd() == null ? Math.min(usual, units.size()) : units.size();
    }

    List<PlannedItem> items() {
        return content
            .themes()
            .stream()
            .flatMap(theme -> items(theme))
            .toList();
    }

    List<PlannedEvent> events() {
        return content
            .events()
            .stream()
            .map(entry -> new PlannedEvent(entry, window(entry)))
            .toList();
    }

    private Stream<PlannedItem> items(Theme theme) {
        var weeks = weeks(theme);
        var slots = (int) theme
            .items()
            .stream()
            .filter(item -> item.kind() != SelfStudyKind.RETRIEVAL)
            .count();
        return IntStream.range(0, theme.items().size()).mapToObj(index -> {
            // The question that looks back on a term shares the time of its last module.
            var slot = Math.min(index, slots - 1);
            return new PlannedItem(theme.items().get(index), theme, window(weeks, slot, slots));
        });
    }

    private List<TermWeek> weeks(Theme theme) {
        if (units.isEmpty()) {
            return List.of();
        }
        var themes = content.themes().size();
        var from = unitAt(theme.number() - 1, themes);
        var to = theme.number() == themes ? units.size() : Math.max(from + 1, unitAt(theme.number(), themes));
        return units
            .subList(from, to)
            .stream()
            .flatMap(unit -> unit.weeks().stream())
            .toList();
    }

    private @Nullable Window window(List<TermWeek> weeks, int slot, int slots) {
        if (weeks.isEmpty()) {
            return null;
        }
        if (!content.paced()) {
            return window(weeks.getFirst().halfTerm(), weeks, 0, weeks.size() - 1);
        }
        var hasFortnights = time.schedule() == Schedule.TWO_YEARS && weeks.size() >= 2 * slots;
        var first = hasFortnights ? 2 * slot : (slot * weeks.size()) / slots;
        var next = hasFortnights ? first + 2 : ((slot + 1) * weeks.size()) / slots;
        return window(weeks.get(first).halfTerm(), weeks, first, Math.max(first, next - 1));
    }

    private @Nullable Window window(EventEntry entry) {
        if (units.isEmpty()) {
            return null;
        }
        var unit = units.get(unitAt(entry.halfTerm() - 1, content.halfTerms()));
        return window(unit.halfTerm(), unit.weeks(), 0, unit.weeks().size() - 1);
    }

    private @Nullable Window window(HalfTerm halfTerm, List<TermWeek> weeks, int first, int last) {
        var from = weeks.get(first).week().firstDay();
        return isBehindOpenBreak(from) ? null : new Window(halfTerm, from, weeks.get(last).week().lastDay());
    }

    /** The unit in which a part of equal parts begins. */
    private int unitAt(int part, int parts) {
        return Math.min(units.size() - 1, (int) Math.round((double) (part * spread) / parts));
    }

    private boolean isBehindOpenBreak(LocalDate day) {
        return time
            .breaks()
            .stream()
            .anyMatch(pause -> pause.finishedOn() == null && !day.isBefore(pause.startedOn()));
    }

    /** As the programme would go on if nothing came between: what is due before an open break is not moved by it. */
    private static ProgrammeTime withoutOpenBreaks(ProgrammeTime time) {
        var ended = time
            .breaks()
            .stream()
            .filter(pause -> pause.finishedOn() != null)
            .toList();
        return new ProgrammeTime(time.startedOn(), time.schedule(), time.agreedEnd(), ended);
    }

    /** A half-term of which less than half is on the programme goes with the one before it, the first with the next. */
    private static List<Unit> halfTerms(List<TermWeek> onProgramme, List<TermWeek> all) {
        Map<HalfTerm, Long> sizes = all.stream().collect(groupingBy(TermWeek::halfTerm, counting()));
        var parts = onProgramme.stream().collect(groupingBy(TermWeek::halfTerm, LinkedHashMap::new, toList()));
        var found = new ArrayList<Unit>();
        var atStart = new ArrayList<TermWeek>();
        parts.forEach((halfTerm, weeks) -> {
            var isWhole = weeks.size() * 2L >= sizes.getOrDefault(halfTerm, 0L);
            if (isWhole) {
                var itsWeeks = new ArrayList<>(found.isEmpty() ? atStart : List.of());
                itsWeeks.addAll(weeks);
                found.add(new Unit(halfTerm, itsWeeks));
            } else if (found.isEmpty()) {
                atStart.addAll(weeks);
            } else {
                found.getLast().weeks().addAll(weeks);
            }
        });
        return found;
    }

    private static List<Unit> singleWeeks(List<TermWeek> onProgramme) {
        return onProgramme
            .stream()
            .map(week -> new Unit(week.halfTerm(), List.of(week)))
            .toList();
    }
}
