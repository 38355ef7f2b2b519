package org.coachbench.demo;

import static java.util.Objects.requireNonNull;
import static org.coachbench.programme.EventStanding.CATCH_UP_ASSIGNED;
import static org.coachbench.programme.EventStanding.MISSED;
import static org.coachbench.programme.EventStanding.NOT_BOOKED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.demo.DemoTrust.Missed;
import org.coachbench.demo.DemoTrust.Pace;
import org.coachbench.demo.DemoTrust.TrustSchool;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.AttendanceMutations;
import org.coachbench.programme.AttendanceMutations.AssignCatchUp;
import org.coachbench.programme.AttendanceMutations.BookPlace;
import org.coachbench.programme.AttendanceMutations.CompleteCatchUp;
import org.coachbench.programme.AttendanceMutations.RecordAttendance;
import org.coachbench.programme.EventRecord;
import org.coachbench.programme.EventRecords;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SelfStudyMutations;
import org.coachbench.programme.SelfStudyMutations.MarkSelfStudy;
import org.coachbench.programme.SelfStudyRecord;
import org.coachbench.programme.SelfStudyRecords;
import org.coachbench.programme.TimeGiven;
import org.coachbench.programme.TimetableMutations;
import org.coachbench.programme.TimetableMutations.ConfirmTimetable;
import org.coachbench.programme.TimetableMutations.PlanTimetable;
import org.coachbench.programme.TimetableRecord;
import org.coachbench.programme.TimetableRecords;
import org.coachbench.programme.TrainingEvent;
import org.coachbench.programme.TrainingEventFormat;
import org.coachbench.programme.TrainingEventMutations;
import org.coachbench.programme.TrainingEventMutations.ScheduleTrainingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What people of the demo trust study and attend, and the time that they have for it. */
@Component
@ConditionalOnBooleanProperty("coachbench.demo")
final class DemoProgramme {

    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 5);

    private final People people;
    private final SelfStudyRecords studyRecords;
    private final SelfStudyMutations study;
    private final TimetableRecords timeRecords;
    private final TimetableMutations time;
    private final EventRecords eventRecords;
    private final TrainingEventMutations events;
    private final AttendanceMutations attendances;
    private final DemoClock clock;

    DemoProgramme(
        People people,
        SelfStudyRecords studyRecords,
        SelfStudyMutations study,
        TimetableRecords timeRecords,
        TimetableMutations time,
        EventRecords eventRecords,
        TrainingEventMutations events,
        AttendanceMutations attendances,
        DemoClock clock
    ) {
        this.people = people;
        this.studyRecords = studyRecords;
        this.study = study;
        this.timeRecords = timeRecords;
        this.time = time;
        this.eventRecords = eventRecords;
        this.events = events;
        this.attendances = attendances;
        this.clock = clock;
    }

    /** A date on which an event of the programme took place, and who of those who were to come did. */
    private record PastDate(
        String entryId,
        TrainingEventFormat format,
        LocalDate day,
        List<String> attended,
        List<String> missed
    ) {
        PastDate(EventRecord event, LocalDate day) {
            this(event.entryId(), event.format(), day, new ArrayList<>(), new ArrayList<>());
        }
    }

    void record(Viewer administrator, Viewer tutor, School school, TrustSchool told) {
        var today = SchoolDay.today();
        var everybody = people.everAt(List.of(school.id()));
        var ects = ects(everybody, today);
        var studied = studyRecords.of(ects);
        for (var ect : ects) {
            DemoTrust.attempt("The self-study of " + ect.name(), () ->
                tick(ect, told.pace(ect), studied.getOrDefault(ect.id(), List.of()), today)
            );
        }
        var times = timeRecords.of(everybody);
        for (var person : everybody) {
            var theirs = times.getOrDefault(person.id(), List.of());
            DemoTrust.attempt("The time of " + person.name(), () -> {
                if (told.pace(person) != Pace.NEVER) {
                    plan(tutor, person, theirs);
                }
                confirm(person, told.pace(person), theirs, today);
            });
        }
        pastDates(everybody, told, today).forEach(date ->
            DemoTrust.attempt("The attendance at " + date.entryId(), () -> attend(tutor, school, date))
        );
        arrange(tutor, everybody, told, today);
        DemoTrust.attempt("What comes next", () -> bookNext(administrator, tutor, everybody, told, today));
    }

    private static List<Person> ects(List<Person> everybody, LocalDate day) {
        return everybody
            .stream()
            .filter(person ->
                person
                    .placesOn(day)
                    .stream()
                    .anyMatch(at -> at.role() == SchoolRole.ECT)
            )
            .toList();
    }

    private void tick(Person ect, Pace pace, List<SelfStudyRecord> records, LocalDate today) {
        var due = records
            .stream()
            .filter(record -> record.role() == SchoolRole.ECT)
            .flatMap(record -> record.items().stream())
            .filter(item -> item.isExpectedBefore(today))
            .toList();
        var left = switch (pace) {
            case NEVER -> due.size();
            case LAPSED -> 3;
            case MOSTLY -> 1;
            case WEEKLY, FORTNIGHTLY, ALTERNATING, BREAK, LEFT -> 0;
        };
        var asEct = new Viewer(ect.id(), false);
        for (var item : due.subList(0, Math.max(0, due.size() - left))) {
            var on = SchoolCalendar.USUAL.schoolDaysFrom(requireNonNull(item.dueBy()), -2);
            clock.at(DemoClock.on(on, AFTER_SCHOOL), () ->
                study.mark(asEct, new MarkSelfStudy(ect.id(), item.id(), true, "demo " + item.id()))
            );
        }
    }

    /** All that is due to them, from each half-term on in which that changed. */
    private void plan(Viewer tutor, Person person, List<TimetableRecord> records) {
        for (var record : records) {
            var planned = 0;
            for (var one : record.halfTerms()) {
                if (one.expected() != planned) {
                    planned = one.expected();
                    var from = one.halfTerm().firstDay();
                    var id = "demo %s %s".formatted(record.role(), from);
                    time.plan(tutor, new PlanTimetable(person.id(), record.role(), from, planned, id));
                }
            }
        }
    }

    private void confirm(Person ect, Pace pace, List<TimetableRecord> records, LocalDate today) {
        var given = switch (pace) {
            case WEEKLY, MOSTLY -> TimeGiven.YES;
            case LEFT -> TimeGiven.PARTLY;
            case BREAK -> TimeGiven.NO;
            case FORTNIGHTLY, ALTERNATING, LAPSED, NEVER -> null;
        };
        if (given == null) {
            return;
        }
        var note = given == TimeGiven.YES ? null : "I was asked to cover lessons in that time.";
        var asEct = new Viewer(ect.id(), false);
        for (var record : records) {
            var past = record
                .halfTerms()
                .stream()
                .map(one -> one.halfTerm())
                .filter(halfTerm -> halfTerm.lastDay().isBefore(today))
                .toList();
            if (record.role() == SchoolRole.ECT && !past.isEmpty()) {
                var last = past.getLast().firstDay();
                time.confirm(asEct, new ConfirmTimetable(ect.id(), SchoolRole.ECT, last, given, note, "demo " + last));
            }
        }
    }

    /** In their order. Those whom the facts say to have missed one missed the last. */
    private Collection<PastDate> pastDates(List<Person> everybody, TrustSchool told, LocalDate today) {
        var records = eventRecords.of(everybody);
        var dates = new TreeMap<String, PastDate>();
        for (var person : everybody) {
            var past = ofProgramme(records, person)
                .filter(event -> event.standing() == NOT_BOOKED && event.isExpectedBefore(today))
                .toList();
            for (var event : past) {
                var day = SchoolCalendar.USUAL.schoolDaysFrom(requireNonNull(event.dueBy()), -6);
                var date = dates.computeIfAbsent(day + " " + event.entryId(), _ -> new PastDate(event, day));
                var missed = event.equals(past.getLast()) ? told.missed().get(person.name()) : null;
                if (missed != Missed.NOT_BOOKED) {
                    (missed == null ? date.attended() : date.missed()).add(person.id());
                }
            }
        }
        return dates.values();
    }

    private static Stream<EventRecord> ofProgramme(Map<String, List<EventRecord>> records, Person person) {
        return records.getOrDefault(person.id(), List.of()).stream().filter(EventRecord::isInProgramme);
    }

    private void attend(Viewer tutor, School school, PastDate date) {
        var id = "demo %s %s %s".formatted(school.urn(), date.entryId(), date.day());
        var event = schedule(tutor, date.entryId(), date.format(), school, date.day(), id);
        clock.at(DemoClock.on(date.day(), AFTER_SCHOOL), () ->
            attendances.record(tutor, new RecordAttendance(event.id(), date.attended(), date.missed(), id))
        );
    }

    private void arrange(Viewer tutor, List<Person> everybody, TrustSchool told, LocalDate today) {
        var records = eventRecords.of(everybody);
        for (var person : everybody) {
            var arranged = told.missed().get(person.name());
            if (arranged != Missed.CONTENT_ASSIGNED && arranged != Missed.CONTENT_COMPLETED) {
                continue;
            }
            ofProgramme(records, person)
                .filter(event -> event.standing() == MISSED || event.standing() == CATCH_UP_ASSIGNED)
                .forEach(event ->
                    DemoTrust.attempt("What %s catches up".formatted(person.name()), () ->
                        catchUp(tutor, person, event.entryId(), arranged, today)
                    )
                );
        }
    }

    private void catchUp(Viewer tutor, Person person, String entryId, Missed arranged, LocalDate today) {
        attendances.assignCatchUp(
            tutor,
            new AssignCatchUp(
                person.id(),
                entryId,
                "Please watch the recording, try one idea from it in a lesson, and tell your mentor how it went.",
                SchoolCalendar.USUAL.schoolDaysFrom(today, 10),
                "demo"
            )
        );
        if (arranged == Missed.CONTENT_COMPLETED) {
            attendances.completeCatchUp(
                new Viewer(person.id(), false),
                new CompleteCatchUp(person.id(), entryId, "demo")
            );
        }
    }

    /** Two dates for what comes next, open to all schools; whoever keeps up has a place on one of them. */
    private void bookNext(
        Viewer administrator,
        Viewer tutor,
        List<Person> everybody,
        TrustSchool told,
        LocalDate today
    ) {
        var records = eventRecords.of(everybody);
        var offered = new HashMap<String, List<TrainingEvent>>();
        var places = 0;
        for (var person : everybody) {
            var next = ofProgramme(records, person)
                .filter(event -> event.dueBy() != null && !event.isExpectedBefore(today))
                .findFirst();
            if (next.isEmpty()) {
                continue;
            }
            var entryId = next.get().entryId();
            var dates = offered.computeIfAbsent(entryId, _ -> offer(administrator, next.get(), today));
            var date = dates.get(places % dates.size());
            if (keepsUp(told.pace(person)) && !date.date().isBefore(today)) {
                places++;
                DemoTrust.attempt("The place of " + person.name(), () ->
                    attendances.book(tutor, new BookPlace(date.id(), person.id(), "demo"))
                );
            }
        }
    }

    private List<TrainingEvent> offer(Viewer administrator, EventRecord event, LocalDate today) {
        return Stream.of(7, 12)
            .map(days -> {
                var day = SchoolCalendar.USUAL.schoolDaysFrom(today, days);
                var id = "demo %s %d".formatted(event.entryId(), days);
                return schedule(administrator, event.entryId(), event.format(), null, day, id);
            })
            .toList();
    }

    private static boolean keepsUp(Pace pace) {
        return switch (pace) {
            case WEEKLY, MOSTLY, FORTNIGHTLY, ALTERNATING -> true;
            case LAPSED, NEVER, BREAK, LEFT -> false;
        };
    }

    private TrainingEvent schedule(
        Viewer viewer,
        String entryId,
        TrainingEventFormat format,
        @Nullable School school,
        LocalDate day,
        String mutationId
    ) {
        var inPerson = format == TrainingEventFormat.IN_PERSON;
        var hall = school == null ? "Riverside Teaching School Hub, main hall" : school.name() + ", main hall";
        return events.schedule(
            viewer,
            new ScheduleTrainingEvent(
                entryId,
                null,
                school == null ? null : school.id(),
                day,
                inPerson ? "09:30" : "16:00",
                inPerson ? "15:30" : "17:00",
                inPerson ? hall : "Online; the link comes by e-mail the day before",
                mutationId
            )
        );
    }
}
