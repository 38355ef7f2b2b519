package org.coachbench.programme;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy.EventAct;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries of training-events.graphqls. */
@Controller
class TrainingEventController implements NodeSource {

    private static final int MOST_EVENTS = 200;
    private static final int MOST_DATES = 20;
    private static final int MOST_FOLLOW_UPS = 1000;

    private final TrainingEvents events;
    private final Attendances attendances;
    private final EventRecords records;
    private final ProgrammePlanFile file;
    private final ProgrammePlanAccess access;
    private final People people;
    private final Schools schools;

    TrainingEventController(
        TrainingEvents events,
        Attendances attendances,
        EventRecords records,
        ProgrammePlanFile file,
        ProgrammePlanAccess access,
        People people,
        Schools schools
    ) {
        this.events = events;
        this.attendances = attendances;
        this.records = records;
        this.file = file;
        this.access = access;
        this.people = people;
        this.schools = schools;
    }

    /** How a person stands at one date of an event. */
    record RegisterEntry(Person person, BookingState state) {}

    /** An event of the programme, with whom it is for. */
    record Entry(
        String id,
        String title,
        SchoolRole audience,
        TrainingEventKind kind,
        TrainingEventFormat format,
        int year
    ) {}

    @QueryMapping
    List<Entry> eventEntries() {
        return Stream.of(SchoolRole.values())
            .flatMap(role ->
                file
                    .of(role)
                    .events()
                    .stream()
                    .map(entry ->
                        new Entry(entry.id(), entry.title(), role, entry.kind(), entry.format(), entry.year())
                    )
            )
            .toList();
    }

    @SchemaMapping(typeName = "Viewer")
    List<TrainingEvent> trainingEvents(
        Viewer viewer,
        @Argument LocalDate from,
        @Argument LocalDate to,
        @Argument @Nullable String schoolId
    ) {
        var most = Limit.of(MOST_EVENTS);
        if (schoolId == null && viewer.administrator()) {
            return events.between(from, to, most);
        }
        var standing = access.standing(viewer);
        var schoolsOfEvents = new ArrayList<@Nullable String>();
        schoolsOfEvents.add(null);
        if (schoolId == null) {
            schoolsOfEvents.addAll(standing.tutorOf());
            schoolsOfEvents.addAll(standing.schools());
        } else if (standing.allows(EventAct.READ, schoolId)) {
            schoolsOfEvents.add(schoolId);
        }
        return events.between(from, to, schoolsOfEvents, most);
    }

    @BatchMapping(typeName = "Person")
    Map<Person, List<EventRecord>> programmeEvents(List<Person> asked, Principal principal) {
        var own = access.allowed(Viewer.of(principal), ProgrammeAct.READ_EVENTS, asked);
        return ProgrammePlanController.byPerson(own, records.of(own));
    }

    @BatchMapping(typeName = "School")
    Map<School, List<EventRecord>> eventsToFollowUp(List<School> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        var own = asked
            .stream()
            .filter(school -> standing.allows(EventAct.RUN, school.id()))
            .toList();
        var today = standing.today();
        var there = people
            .everAt(own.stream().map(School::id).toList())
            .stream()
            .filter(person -> own.stream().anyMatch(school -> person.isAt(school.id(), today)))
            .sorted(comparing(Person::name))
            .toList();
        var found = records.of(there);
        return own.stream().collect(
            toMap(identity(), school ->
                there
                    .stream()
                    .filter(person -> person.isAt(school.id(), today))
                    .flatMap(person -> found.getOrDefault(person.id(), List.of()).stream())
                    .filter(record -> record.needsFollowUp(today))
                    .limit(MOST_FOLLOW_UPS)
                    .toList()
            )
        );
    }

    @BatchMapping(typeName = "ProgrammeEvent")
    Map<EventRecord, Person> person(List<EventRecord> asked) {
        var found = byId(asked.stream().map(EventRecord::personId).toList());
        return asked.stream().collect(toMap(identity(), record -> found.get(record.personId()), (one, _) -> one));
    }

    @BatchMapping(typeName = "ProgrammeEvent")
    Map<EventRecord, TrainingEvent> date(List<EventRecord> asked) {
        var ids = asked.stream().map(EventRecord::trainingEventId).filter(Objects::nonNull).distinct().toList();
        var found = events.findAllById(ids).stream().collect(toMap(TrainingEvent::id, identity()));
        var dates = new HashMap<EventRecord, TrainingEvent>();
        for (var record : asked) {
            if (record.trainingEventId() != null) {
                dates.put(record, found.get(record.trainingEventId()));
            }
        }
        return dates;
    }

    @BatchMapping(typeName = "ProgrammeEvent")
    Map<EventRecord, List<TrainingEvent>> upcomingDates(List<EventRecord> asked) {
        var upcoming = events
            .upcoming(asked.stream().map(EventRecord::entryId).distinct().toList(), SchoolDay.today())
            .stream()
            .collect(groupingBy(TrainingEvent::entryId));
        var persons = byId(asked.stream().map(EventRecord::personId).toList());
        var dates = new HashMap<EventRecord, List<TrainingEvent>>();
        for (var record : asked) {
            var person = persons.get(record.personId());
            dates.put(
                record,
                upcoming
                    .getOrDefault(record.entryId(), List.of())
                    .stream()
                    .filter(event -> person != null && event.isFor(person) && !record.missedIds().contains(event.id()))
                    .limit(MOST_DATES)
                    .toList()
            );
        }
        return dates;
    }

    @BatchMapping(typeName = "TrainingEvent")
    Map<TrainingEvent, School> school(List<TrainingEvent> asked) {
        var ids = asked.stream().map(TrainingEvent::schoolId).filter(Objects::nonNull).distinct().toList();
        var found = schools.findAllById(ids).stream().collect(toMap(School::id, identity()));
        var result = new HashMap<TrainingEvent, School>();
        for (var event : asked) {
            if (event.schoolId() != null) {
                result.put(event, found.get(event.schoolId()));
            }
        }
        return result;
    }

    /** Those whose attendance the viewer records. */
    @BatchMapping(typeName = "TrainingEvent")
    Map<TrainingEvent, List<RegisterEntry>> register(List<TrainingEvent> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        if (!standing.recordsAttendance()) {
            return Map.of();
        }
        var found = attendances.atEvents(asked.stream().map(TrainingEvent::id).toList());
        var persons = byId(found.stream().map(Attendance::personId).toList());
        var result = new LinkedHashMap<TrainingEvent, List<RegisterEntry>>();
        for (var event : asked) {
            var entries = new ArrayList<RegisterEntry>();
            for (var attendance : found) {
                var person = persons.get(attendance.personId());
                if (person != null && standing.allows(ProgrammeAct.RECORD_ATTENDANCE, person)) {
                    attendance.stateAt(event.id()).ifPresent(state -> entries.add(new RegisterEntry(person, state)));
                }
            }
            entries.sort(comparing(entry -> entry.person().name()));
            result.put(event, entries);
        }
        return result;
    }

    @BatchMapping(typeName = "TrainingEvent")
    Map<TrainingEvent, Boolean> isRunByViewer(List<TrainingEvent> asked, Principal principal) {
        var standing = access.standing(Viewer.of(principal));
        return asked.stream().collect(toMap(identity(), event -> standing.allows(EventAct.RUN, event.schoolId())));
    }

    private Map<String, Person> byId(Collection<String> ids) {
        return people.findAllById(ids.stream().distinct().toList()).stream().collect(toMap(Person::id, identity()));
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(TrainingEvent.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        var standing = access.standing(viewer);
        return events
            .findById(id)
            .filter(event -> standing.allows(EventAct.READ, event.schoolId()))
            .orElse(null);
    }
}
