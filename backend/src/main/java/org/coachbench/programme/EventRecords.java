package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlan.PlannedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Which events are expected of people, and how they stand with them; four store commands for any number of people. */
@Service
public class EventRecords {

    private static final int MOST_OTHERS = 40;

    private final ProgrammePlans plans;
    private final Attendances attendances;
    private final MongoOperations store;

    EventRecords(ProgrammePlans plans, Attendances attendances, MongoOperations store) {
        this.plans = plans;
        this.attendances = attendances;
        this.store = store;
    }

    /** By person: the events of their programme in order, then others that they are or can be booked on. */
    public Map<String, List<EventRecord>> of(Collection<Person> people) {
        var today = SchoolDay.today();
        var planned = plans.of(people);
        var attended = attendances
            .ofPeople(people.stream().map(Person::id).toList())
            .stream()
            .collect(groupingBy(Attendance::personId));
        var events = events(attended, people, today);
        var records = new HashMap<String, List<EventRecord>>();
        for (var person : people) {
            var one = new OnePerson(person, attended.getOrDefault(person.id(), List.of()), events, today);
            records.put(person.id(), one.records(planned.getOrDefault(person.id(), List.of())));
        }
        return records;
    }

    /** The dates that anybody has to do with, and the upcoming ones that are no part of the programme. */
    private Map<String, TrainingEvent> events(
        Map<String, List<Attendance>> attended,
        Collection<Person> people,
        LocalDate today
    ) {
        var ids = attended
            .values()
            .stream()
            .flatMap(List::stream)
            .flatMap(attendance -> attendance.bookings().stream())
            .map(Attendance.Booking::eventId)
            .collect(toSet());
        var schools = new ArrayList<@Nullable String>(schools(people, today));
        schools.add(null);
        var ofOthers = new Criteria().andOperator(
            Criteria.where("when.date").gte(today),
            Criteria.where("inProgramme").is(false),
            Criteria.where("schoolId").in(schools)
        );
        return store
            .find(Query.query(new Criteria().orOperator(Criteria.where("_id").in(ids), ofOthers)), TrainingEvent.class)
            .stream()
            .collect(toMap(TrainingEvent::id, identity()));
    }

    private static Set<String> schools(Collection<Person> people, LocalDate today) {
        return people
            .stream()
            .flatMap(person -> person.placesOn(today).stream())
            .map(AtSchool::schoolId)
            .collect(toSet());
    }

    private record OnePerson(
        Person person,
        List<Attendance> attended,
        Map<String, TrainingEvent> events,
        LocalDate today
    ) {
        List<EventRecord> records(List<ProgrammePlan> plans) {
            var byEntry = attended.stream().collect(toMap(Attendance::entryId, identity()));
            var records = new ArrayList<EventRecord>();
            for (var plan : plans) {
                for (var event : plan.events()) {
                    records.add(record(event, plan.role(), byEntry.get(event.entry().id())));
                }
            }
            events
                .values()
                .stream()
                .filter(event -> !event.isInProgramme())
                .filter(event -> byEntry.containsKey(event.id()) || isOpen(event))
                .sorted(TrainingEvent.BY_DATE)
                .limit(MOST_OTHERS)
                .forEach(event -> records.add(record(event, byEntry.get(event.id()))));
            return List.copyOf(records);
        }

        private boolean isOpen(TrainingEvent event) {
            return !event.isCancelled() && !event.date().isBefore(today) && event.isFor(person);
        }

        private EventRecord record(PlannedEvent planned, SchoolRole role, @Nullable Attendance attendance) {
            var entry = planned.entry();
            var window = planned.window();
            var date = date(attendance);
            return new EventRecord(
                person.id(),
                entry.id(),
                entry.title(),
                role,
                entry.kind(),
                entry.format(),
                entry.minutes(),
                entry.year(),
                window == null ? null : window.halfTerm(),
                window == null ? null : window.dueBy(),
                standing(attendance),
                date == null ? null : date.id(),
                date == null ? null : date.date(),
                attendance == null ? List.of() : attendance.missedDates(),
                missedOn(attendance),
                attendance == null ? null : attendance.catchUp()
            );
        }

        private EventRecord record(TrainingEvent event, @Nullable Attendance attendance) {
            var date = date(attendance);
            return new EventRecord(
                person.id(),
                event.entryId(),
                event.title(),
                event.audience(),
                event.kind(),
                event.format(),
                event.minutes(),
                null,
                null,
                null,
                standing(attendance),
                date == null ? null : date.id(),
                date == null ? null : date.date(),
                attendance == null ? List.of() : attendance.missedDates(),
                missedOn(attendance),
                attendance == null ? null : attendance.catchUp()
            );
        }

        private EventStanding standing(@Nullable Attendance attendance) {
            return attendance == null ? EventStanding.NOT_BOOKED : attendance.standing(this::isCancelled);
        }

        private @Nullable TrainingEvent date(@Nullable Attendance attendance) {
            return attendance == null
                ? null
                : attendance.dateThatCounts(this::isCancelled).map(events::get).orElse(null);
        }

        private List<LocalDate> missedOn(@Nullable Attendance attendance) {
            return attendance == null
                ? List.of()
                : attendance
                      .missedDates()
                      .stream()
                      .map(events::get)
                      .filter(Objects::nonNull)
                      .map(TrainingEvent::date)
                      .sorted()
                      .toList();
        }

        /** A place on a cancelled date is none. */
        private boolean isCancelled(String eventId) {
            var event = events.get(eventId);
            return event == null || event.isCancelled();
        }
    }
}
