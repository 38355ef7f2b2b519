package org.coachbench.oversight;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coachbench.oversight.EctActivity.Due;
import org.coachbench.oversight.SmallGroups.Group;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.Mentoring;
import org.coachbench.people.School;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Cadence;
import org.coachbench.programme.EventRecord;
import org.coachbench.programme.EventRecords;
import org.coachbench.programme.HalfTerm;
import org.coachbench.programme.Programmes;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SchoolYear;
import org.coachbench.programme.SelfStudyRecord;
import org.coachbench.programme.SelfStudyRecords;
import org.coachbench.programme.TimeGiven;
import org.coachbench.programme.TimetableRecord;
import org.coachbench.programme.TimetableRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Counts what took place over schools; the same number of store commands for one ECT and for hundreds. */
@Service
class Engagement {

    private final People people;
    private final Cadences cadences;
    private final Programmes programmes;
    private final SelfStudyRecords study;
    private final EventRecords events;
    private final TimetableRecords timetables;

    Engagement(
        People people,
        Cadences cadences,
        Programmes programmes,
        SelfStudyRecords study,
        EventRecords events,
        TimetableRecords timetables
    ) {
        this.people = people;
        this.cadences = cadences;
        this.programmes = programmes;
        this.study = study;
        this.events = events;
        this.timetables = timetables;
    }

    enum Grouping {
        SCHOOL,
        COHORT,
        YEAR,
        PHASE,
        MENTOR_LOAD,
    }

    record Figures(
        LocalDate from,
        LocalDate to,
        EngagementFigures all,
        List<GroupFigures> groups,
        List<HalfTermFigures> halfTerms,
        Standing standing,
        @Nullable TimeFigures time,
        int schoolsLeftOut
    ) {}

    record GroupFigures(String name, int putTogether, EngagementFigures figures) {}

    record HalfTermFigures(String name, LocalDate firstDay, EngagementFigures figures) {}

    record Standing(int onTrack, int due, int overdue, int notOnProgramme) {}

    /** Time off teaching, over the half-terms of all ECTs; what they say of it is null where it would tell who said so. */
    record TimeFigures(
        int halfTerms,
        int planned,
        @Nullable Integer given,
        @Nullable Integer partlyGiven,
        @Nullable Integer notGiven
    ) {}

    /** An ECT with what they did in the days that are looked at. */
    private record Counted(Person ect, String schoolId, Cadence cadence, EctActivity activity) {}

    /**
     * Who reads the figures.
     *
     * @param tutored schools whose people and meetings the reader knows anyway
     * @param headed schools whose people they know
     * @param chosen whether they asked for some of their schools only
     */
    record Reader(Set<String> tutored, Set<String> headed, boolean chosen) {
        boolean knows(String schoolId) {
            return tutored.contains(schoolId) || headed.contains(schoolId);
        }
    }

    /** Figures of some schools, or null when none of them is left. */
    @Nullable
    Figures figures(List<School> schools, Reader reader, LocalDate today, LocalDate from, LocalDate to, Grouping by) {
        var all = counted(schools, today, from, to);
        var small = small(schools, reader, all);
        var tooSmall = reader.chosen() || ectsAt(small, all) < SmallGroups.FEWEST ? small : Set.<String>of();
        var shown = schools
            .stream()
            .filter(school -> !tooSmall.contains(school.id()))
            .toList();
        if (shown.isEmpty()) {
            return null;
        }
        var counted = withoutThinWeeks(
            all
                .stream()
                .filter(one -> !tooSmall.contains(one.schoolId()))
                .toList(),
            // Small schools count as one.
            one -> reader.knows(one.schoolId()) ? null : small.contains(one.schoolId()) ? "small" : one.schoolId()
        );
        var knowsAll = shown.stream().allMatch(school -> reader.knows(school.id()));
        var tellsKinds = shown.stream().allMatch(school -> reader.tutored().contains(school.id()));
        return new Figures(
            from,
            to,
            figures(counted, tellsKinds),
            // Of other groups the part of one school could be told by choosing the others.
            knowsAll || by == Grouping.SCHOOL
                ? groups(counted, tellsKinds, name(by, shown, counted, today))
                : List.of(),
            halfTerms(counted, tellsKinds, shown.stream().map(School::id).toList(), from, to),
            standing(counted),
            knowsAll ? time(counted, tellsKinds, from, to) : null,
            tooSmall.size()
        );
    }

    private static Set<String> small(List<School> schools, Reader reader, List<Counted> counted) {
        return schools
            .stream()
            .map(School::id)
            .filter(id -> !reader.knows(id) && ectsAt(Set.of(id), counted) < SmallGroups.FEWEST)
            .collect(toSet());
    }

    private static long ectsAt(Set<String> schoolIds, List<Counted> counted) {
        return counted
            .stream()
            .filter(one -> schoolIds.contains(one.schoolId()))
            .count();
    }

    /** Weeks in which fewer than five of a school were on the programme would tell of people; known schools have no key. */
    private static List<Counted> withoutThinWeeks(List<Counted> counted, Function<Counted, @Nullable String> key) {
        var active = new HashMap<String, Integer>();
        for (var one : counted) {
            one.activity()
                .weeks()
                .stream()
                .filter(week -> week.rhythm() != null)
                .forEach(week -> active.merge(key.apply(one) + " " + week.monday(), 1, Integer::sum));
        }
        return counted
            .stream()
            .map(one ->
                key.apply(one) == null
                    ? one
                    : new Counted(
                          one.ect(),
                          one.schoolId(),
                          one.cadence(),
                          one
                              .activity()
                              .onlyIn(
                                  week ->
                                      week.rhythm() != null &&
                                      active.getOrDefault(key.apply(one) + " " + week.monday(), 0) >= SmallGroups.FEWEST
                              )
                      )
            )
            .toList();
    }

    private List<Counted> counted(List<School> schools, LocalDate today, LocalDate from, LocalDate to) {
        var schoolIds = schools.stream().map(School::id).toList();
        var there = people.everAt(schoolIds);
        var cadence = cadences.on(today, there);
        var ects = there
            .stream()
            .filter(ect -> cadence.containsKey(ect.id()))
            .toList();
        var studied = study.of(ects);
        var attended = events.of(ects);
        return ects
            .stream()
            .flatMap(ect -> {
                var theirs = requireNonNull(cadence.get(ect.id()));
                var activity = new EctActivity(
                    theirs.weeks(),
                    studied(studied.getOrDefault(ect.id(), List.of()), today),
                    attended(attended.getOrDefault(ect.id(), List.of()), today)
                ).between(from, to);
                return ect
                    .placesOn(today)
                    .stream()
                    .filter(at -> at.role() == SchoolRole.ECT && schoolIds.contains(at.schoolId()))
                    .map(at -> new Counted(ect, at.schoolId(), theirs, activity));
            })
            .toList();
    }

    private static List<Due> studied(List<SelfStudyRecord> records, LocalDate today) {
        return records
            .stream()
            .filter(record -> record.role() == SchoolRole.ECT)
            .flatMap(record -> record.items().stream())
            .filter(item -> item.isExpectedBefore(today))
            .map(item -> new Due(requireNonNull(item.dueBy()), item.isCompleted()))
            .toList();
    }

    private static List<Due> attended(List<EventRecord> records, LocalDate today) {
        return records
            .stream()
            .filter(event -> event.role() == SchoolRole.ECT && event.isExpectedBefore(today))
            .map(event -> new Due(requireNonNull(event.dueBy()), event.isDone()))
            .toList();
    }

    private TimeFigures time(List<Counted> counted, boolean isTutor, LocalDate from, LocalDate to) {
        var halfTerms = timetables
            .of(counted.stream().map(Counted::ect).toList())
            .values()
            .stream()
            .flatMap(List::stream)
            .filter(record -> record.role() == SchoolRole.ECT)
            .flatMap(record -> record.halfTerms().stream())
            .filter(one -> !one.halfTerm().lastDay().isBefore(from) && !one.halfTerm().firstDay().isAfter(to))
            .toList();
        var planned = (int) halfTerms
            .stream()
            .filter(one -> one.planned() != null && one.planned() >= one.expected())
            .count();
        var tells = isTutor || counted.size() >= SmallGroups.FEWEST;
        return new TimeFigures(
            halfTerms.size(),
            planned,
            tells ? said(halfTerms, TimeGiven.YES) : null,
            tells ? said(halfTerms, TimeGiven.PARTLY) : null,
            tells ? said(halfTerms, TimeGiven.NO) : null
        );
    }

    private static int said(List<TimetableRecord.InHalfTerm> halfTerms, TimeGiven given) {
        return (int) halfTerms
            .stream()
            .filter(one -> one.given() == given)
            .count();
    }

    private static EngagementFigures figures(List<Counted> counted, boolean tellsKinds) {
        return EngagementFigures.of(counted.stream().map(Counted::activity).toList(), tellsKinds);
    }

    private static List<GroupFigures> groups(
        List<Counted> counted,
        boolean tellsKinds,
        Function<Counted, String> name
    ) {
        var groups = counted
            .stream()
            .collect(groupingBy(name, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(group -> new Group<>(group.getKey(), 0, group.getValue()))
            .toList();
        return SmallGroups.putTogether(groups)
            .stream()
            .map(group -> new GroupFigures(group.name(), group.putTogether(), figures(group.members(), tellsKinds)))
            .toList();
    }

    private Function<Counted, String> name(Grouping by, List<School> schools, List<Counted> counted, LocalDate today) {
        return switch (by) {
            case SCHOOL -> {
                var names = schools.stream().collect(toMap(School::id, Function.identity()));
                var sameName = schools.stream().collect(groupingBy(School::name, Collectors.counting()));
                yield one -> {
                    var school = requireNonNull(names.get(one.schoolId()));
                    var isAlone = sameName.getOrDefault(school.name(), 1L) == 1;
                    return isAlone ? school.name() : "%s (%s)".formatted(school.name(), school.urn());
                };
            }
            case COHORT -> one -> one.ect().cohort().orElseThrow().toString();
            case YEAR -> {
                var agreed = programmes.of(counted.stream().map(Counted::ect).toList());
                yield one -> "Year " + requireNonNull(agreed.get(one.ect().id())).time().yearOn(today);
            }
            case PHASE -> {
                var phases = new HashMap<String, String>();
                schools.forEach(school -> phases.put(school.id(), phaseName(school)));
                yield one -> requireNonNull(phases.get(one.schoolId()));
            }
            case MENTOR_LOAD -> {
                var load = counted
                    .stream()
                    .flatMap(one -> one.ect().mentorOn(today).map(Mentoring::mentorId).stream())
                    .collect(groupingBy(Function.identity(), Collectors.counting()));
                yield one ->
                    one
                        .ect()
                        .mentorOn(today)
                        .map(mentoring -> loadName(load.getOrDefault(mentoring.mentorId(), 1L)))
                        .orElse("No mentor");
            }
        };
    }

    private static String phaseName(School school) {
        return switch (school.phase()) {
            case NURSERY -> "Nursery";
            case PRIMARY -> "Primary";
            case MIDDLE -> "Middle";
            case SECONDARY -> "Secondary";
            case POST_16 -> "16 to 19";
            case ALL_THROUGH -> "All-through";
            case SPECIAL -> "Special";
            case null -> "Phase not recorded";
        };
    }

    private static String loadName(long ects) {
        return ects == 1 ? "Mentor of 1 ECT" : "Mentor of %d ECTs".formatted(ects);
    }

    /** Schools' half-terms may begin on different days: those of one name and school year belong together. */
    private List<HalfTermFigures> halfTerms(
        List<Counted> counted,
        boolean tellsKinds,
        List<String> schoolIds,
        LocalDate from,
        LocalDate to
    ) {
        var calendars = programmes.ofSchools(schoolIds);
        var firstDays = new LinkedHashMap<String, LocalDate>();
        var activities = new LinkedHashMap<String, List<EctActivity>>();
        for (var schoolId : schoolIds) {
            var calendar = requireNonNull(calendars.get(schoolId)).calendar();
            for (var halfTerm : between(calendar, from, to)) {
                var name = "%d %s".formatted(SchoolYear.of(halfTerm.firstDay()), halfTerm.name());
                firstDays.merge(name, halfTerm.firstDay(), (one, other) -> one.isBefore(other) ? one : other);
                var within = activities.computeIfAbsent(name, _ -> new ArrayList<>());
                counted
                    .stream()
                    .filter(one -> one.schoolId().equals(schoolId))
                    .map(one -> one.activity().within(calendar, halfTerm))
                    .forEach(within::add);
            }
        }
        return activities
            .entrySet()
            .stream()
            .map(halfTerm ->
                new HalfTermFigures(
                    halfTerm.getKey().substring(5),
                    requireNonNull(firstDays.get(halfTerm.getKey())),
                    EngagementFigures.of(halfTerm.getValue(), tellsKinds)
                )
            )
            .sorted(comparing(HalfTermFigures::firstDay))
            .toList();
    }

    private static List<HalfTerm> between(SchoolCalendar calendar, LocalDate from, LocalDate to) {
        return calendar
            .halfTerms(SchoolYear.of(from), SchoolYear.of(to))
            .filter(halfTerm -> !halfTerm.lastDay().isBefore(from) && !halfTerm.firstDay().isAfter(to))
            .toList();
    }

    private static Standing standing(List<Counted> counted) {
        int onTrack = 0;
        int due = 0;
        int overdue = 0;
        int not = 0;
        for (var one : counted) {
            switch (one.cadence().state()) {
                case ON_TRACK -> onTrack++;
                case DUE -> due++;
                case OVERDUE -> overdue++;
                case PAUSED, NOT_STARTED, FINISHED -> not++;
            }
        }
        return new Standing(onTrack, due, overdue, not);
    }
}
