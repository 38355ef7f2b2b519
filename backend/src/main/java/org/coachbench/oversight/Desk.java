package org.coachbench.oversight;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.Person.Mentoring;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Cadence;
import org.coachbench.programme.CadenceState;
import org.coachbench.programme.CadenceWeek;
import org.coachbench.programme.EventRecord;
import org.coachbench.programme.EventRecords;
import org.coachbench.programme.SelfStudyRecord;
import org.coachbench.programme.SelfStudyRecords;
import org.coachbench.programme.WeekState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a tutor should see first: who needs attention and why, and who deserves a word of praise. */
@Service
class Desk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final int WEEKS_FOR_PRAISE = 4;

    /** Modules take a fortnight each: this is more than half a half-term. */
    private static final int MODULES_BEHIND = 3;

    private static final Comparator<Attention> MOST_PRESSING_FIRST = comparing(Attention::kind)
        .thenComparing(attention -> Optional.ofNullable(attention.since()).orElse(LocalDate.MIN))
        .thenComparing(attention -> attention.ect().name());

    private final People people;
    private final Cadences cadences;
    private final SelfStudyRecords study;
    private final EventRecords events;

    Desk(People people, Cadences cadences, SelfStudyRecords study, EventRecords events) {
        this.people = people;
        this.cadences = cadences;
        this.study = study;
        this.events = events;
    }

    enum AttentionKind {
        NO_MENTOR,
        MEETING_OVERDUE,
        EVENT_MISSED,
        SELF_STUDY_BEHIND,
    }

    record Attention(Person ect, @Nullable Person mentor, AttentionKind kind, @Nullable LocalDate since, String why) {}

    record KeepsMeetings(Person mentor, Person ect, int weeks, int meetings) {}

    /** An ECT at a school on a day, with what is known of their meetings. */
    private record Looked(Person ect, @Nullable Person mentor, @Nullable Mentoring mentoring, Cadence cadence) {}

    Map<String, List<Attention>> attention(LocalDate today, Collection<String> schoolIds) {
        var there = people.everAt(List.copyOf(schoolIds));
        var studied = study.of(there);
        var attended = events.of(there);
        return bySchool(
            today,
            schoolIds,
            there,
            one -> {
                var found = new ArrayList<Attention>();
                missed(one, attended.getOrDefault(one.ect().id(), List.of()), today).ifPresent(found::add);
                behind(one, studied.getOrDefault(one.ect().id(), List.of()), today).ifPresent(found::add);
                // Whoever is on a break, or through, needs no mentor.
                var isActive =
                    one.cadence().state() != CadenceState.PAUSED && one.cadence().state() != CadenceState.FINISHED;
                if (one.mentor() == null && isActive) {
                    found.add(
                        new Attention(
                            one.ect(),
                            null,
                            AttentionKind.NO_MENTOR,
                            withoutMentorSince(one.ect(), today),
                            "No mentor."
                        )
                    );
                }
                if (one.cadence().state() == CadenceState.OVERDUE) {
                    var since = requireNonNull(one.cadence().overdueSince());
                    found.add(
                        new Attention(
                            one.ect(),
                            one.mentor(),
                            AttentionKind.MEETING_OVERDUE,
                            since,
                            overdue(one.cadence(), since)
                        )
                    );
                }
                return found;
            },
            MOST_PRESSING_FIRST
        );
    }

    Map<String, List<KeepsMeetings>> keepsMeetings(LocalDate today, Collection<String> schoolIds) {
        return bySchool(
            today,
            schoolIds,
            people.everAt(List.copyOf(schoolIds)),
            one ->
                one.mentor() == null || one.mentoring() == null
                    ? List.of()
                    : kept(one.ect(), one.mentor(), one.mentoring().period().startedOn(), one.cadence()),
            comparingInt(KeepsMeetings::weeks)
                .reversed()
                .thenComparing(kept -> kept.ect().name())
        );
    }

    private <T> Map<String, List<T>> bySchool(
        LocalDate today,
        Collection<String> schoolIds,
        List<Person> there,
        Function<Looked, List<T>> of,
        Comparator<T> order
    ) {
        var cadence = cadences.on(today, there);
        var mentorIds = there
            .stream()
            .flatMap(ect -> ect.mentorOn(today).map(Mentoring::mentorId).stream())
            .distinct()
            .toList();
        var mentors = people.findAllById(mentorIds).stream().collect(toMap(Person::id, identity()));
        return schoolIds
            .stream()
            .distinct()
            .collect(
                toMap(identity(), schoolId ->
                    there
                        .stream()
                        .filter(person -> isEctAt(person, schoolId, today))
                        .map(ect -> {
                            var mentoring = ect.mentorOn(today).orElse(null);
                            var mentor = mentoring == null ? null : mentors.get(mentoring.mentorId());
                            return new Looked(ect, mentor, mentoring, requireNonNull(cadence.get(ect.id())));
                        })
                        .flatMap(one -> of.apply(one).stream())
                        .sorted(order)
                        .toList()
                )
            );
    }

    private static boolean isEctAt(Person person, String schoolId, LocalDate day) {
        return person
            .placesOn(day)
            .stream()
            .anyMatch(at -> at.role() == SchoolRole.ECT && at.schoolId().equals(schoolId));
    }

    private static @Nullable LocalDate withoutMentorSince(Person ect, LocalDate today) {
        var lastEnd = ect
            .mentors()
            .stream()
            .map(mentoring -> mentoring.period().finishedOn())
            .filter(end -> end != null && end.isBefore(today))
            .max(LocalDate::compareTo)
            .map(end -> end.plusDays(1));
        return lastEnd.orElseGet(() ->
            ect
                .placesOn(today)
                .stream()
                .filter(at -> at.role() == SchoolRole.ECT)
                .map((AtSchool at) -> at.period().startedOn())
                .findFirst()
                .orElse(null)
        );
    }

    private static String overdue(Cadence cadence, LocalDate since) {
        var last = cadence.lastMeetingOn();
        return (
            "%s, and none took place in the week to %s.".formatted(
                last == null ? "They have not met yet" : "They last met on " + last.format(DAY),
                since.format(DAY)
            ) +
            " " +
            cadence.why()
        );
    }

    private static Optional<Attention> missed(Looked one, List<EventRecord> events, LocalDate today) {
        var late = events
            .stream()
            .filter(event -> event.role() == SchoolRole.ECT && event.isLate(today))
            .toList();
        if (late.isEmpty()) {
            return Optional.empty();
        }
        var since = late
            .stream()
            .flatMap(event -> event.missedOn().stream())
            .min(LocalDate::compareTo)
            .orElse(null);
        var why = "%s. Book another date, or assign content in its place.".formatted(
            late.stream().map(EventRecord::title).collect(joining(", "))
        );
        return Optional.of(new Attention(one.ect(), one.mentor(), AttentionKind.EVENT_MISSED, since, why));
    }

    /** Who never ticked anything may well study, but not tell. */
    private static Optional<Attention> behind(Looked one, List<SelfStudyRecord> records, LocalDate today) {
        return records
            .stream()
            .filter(record -> record.role() == SchoolRole.ECT)
            .filter(record -> record.completed() > 0 && record.behindOn(today) >= MODULES_BEHIND)
            .findFirst()
            .map(record ->
                new Attention(
                    one.ect(),
                    one.mentor(),
                    AttentionKind.SELF_STUDY_BEHIND,
                    record.behindSince(today),
                    "%d of %d parts whose time is over are not ticked as done.".formatted(
                        record.behindOn(today),
                        record.expectedBefore(today)
                    )
                )
            );
    }

    private static List<KeepsMeetings> kept(Person ect, Person mentor, LocalDate since, Cadence cadence) {
        var over = cadence
            .weeks()
            .reversed()
            .stream()
            .dropWhile(week -> week.state() == WeekState.DUE)
            .takeWhile(week -> !week.monday().isBefore(since))
            .takeWhile(week -> week.state() != WeekState.MISSED && week.state() != WeekState.NOT_COUNTED)
            .toList();
        var meetings = over
            .stream()
            .mapToInt((CadenceWeek week) -> week.coaching() + week.pastoral())
            .sum();
        return over.size() < WEEKS_FOR_PRAISE || meetings == 0
            ? List.of()
            : List.of(new KeepsMeetings(mentor, ect, over.size(), meetings));
    }
}
