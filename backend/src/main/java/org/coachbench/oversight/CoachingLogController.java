package org.coachbench.oversight;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.coaching.LogEntry;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.SchoolRoll;
import org.coachbench.people.SchoolRoll.OnRoll;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What coaching-log.graphqls says. */
@Controller
class CoachingLogController {

    private static final String LAST = "_id";

    private final CoachingLogs logs;
    private final SchoolRoll roll;
    private final People people;
    private final PersonAccess access;

    CoachingLogController(CoachingLogs logs, SchoolRoll roll, People people, PersonAccess access) {
        this.logs = logs;
        this.roll = roll;
        this.people = people;
        this.access = access;
    }

    @QueryMapping
    @Nullable
    Window<LogEntry> coachingLog(
        @Argument String schoolId,
        @Argument @Nullable String ectId,
        @Argument @Nullable String mentorId,
        @Argument @Nullable LocalDate from,
        @Argument @Nullable LocalDate to,
        @Argument @Nullable Boolean met,
        @Argument int first,
        ScrollSubrange subrange,
        @AuthenticationPrincipal Viewer viewer
    ) {
        var size = BadRequest.pageSize(first);
        if (!access.tutoredSchools(viewer).contains(schoolId)) {
            return null;
        }
        var ects = roll
            .ectsAt(List.of(schoolId), SchoolDay.today())
            .stream()
            .map(OnRoll::person)
            .collect(toMap(Person::id, identity()));
        var wanted = logs
            .of(ects.keySet())
            .values()
            .stream()
            .flatMap(List::stream)
            .filter(entry -> tookPlaceHere(requireNonNull(ects.get(entry.ectId())), schoolId, entry))
            .filter(entry -> ectId == null || entry.ectId().equals(ectId))
            .filter(entry -> mentorId == null || entry.mentorId().equals(mentorId))
            .filter(entry -> from == null || !SchoolDay.of(entry.startedAt()).isBefore(from))
            .filter(entry -> to == null || !SchoolDay.of(entry.startedAt()).isAfter(to))
            .filter(entry -> met == null || entry.isMeeting() == met);
        return page(wanted, subrange.position().orElse(ScrollPosition.keyset()), size);
    }

    /** What they did at a school where they were before belongs to that school. */
    private static boolean tookPlaceHere(Person ect, String schoolId, LogEntry entry) {
        var day = SchoolDay.of(entry.startedAt());
        return ect
            .placesOn(day)
            .stream()
            .anyMatch(at -> at.role() == SchoolRole.ECT && at.schoolId().equals(schoolId));
    }

    /** Ids of cycles are in the order of their time. */
    private static Window<LogEntry> page(Stream<LogEntry> entries, ScrollPosition from, int size) {
        var lastSeen =
            from instanceof KeysetScrollPosition after && after.getKeys().get(LAST) instanceof String id ? id : null;
        var found = entries
            .filter(entry -> lastSeen == null || entry.cycleId().compareTo(lastSeen) < 0)
            .sorted(comparing(LogEntry::cycleId).reversed())
            .limit(size + 1L)
            .toList();
        var page = found.subList(0, Math.min(size, found.size()));
        return Window.from(page, i -> ScrollPosition.forward(Map.of(LAST, page.get(i).cycleId())), found.size() > size);
    }

    @BatchMapping(typeName = "CoachingLogEntry")
    Map<LogEntry, Person> ect(List<LogEntry> entries) {
        return person(entries, LogEntry::ectId);
    }

    @BatchMapping(typeName = "CoachingLogEntry")
    Map<LogEntry, Person> mentor(List<LogEntry> entries) {
        return person(entries, LogEntry::mentorId);
    }

    @SchemaMapping(typeName = "CoachingLogEntry")
    @Nullable
    Long minutes(LogEntry entry) {
        if (entry.metAt() == null || entry.metUntil() == null) {
            return null;
        }
        return Duration.between(entry.metAt(), entry.metUntil()).plusSeconds(59).toMinutes();
    }

    private Map<LogEntry, Person> person(List<LogEntry> entries, Function<LogEntry, String> id) {
        var found = people
            .findAllById(entries.stream().map(id).distinct().toList())
            .stream()
            .collect(toMap(Person::id, identity()));
        return entries.stream().collect(toMap(identity(), entry -> requireNonNull(found.get(id.apply(entry)))));
    }
}
