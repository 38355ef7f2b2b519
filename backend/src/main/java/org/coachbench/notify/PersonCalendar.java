package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.FollowUp;
import org.coachbench.coaching.ScheduledSession;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.coaching.ScheduledSessions.CalendarSession;
import org.coachbench.pastoral.PastoralDays;
import org.coachbench.pastoral.PastoralDays.PastoralDay;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.BookedDates;
import org.coachbench.programme.BookedDates.BookedDate;
import org.springframework.stereotype.Component;

/**
 * What a person has to come, and had in the last 90 days. It leaves the service, so it tells when, with whom and where, and
 * nothing of what it is about.
 */
@Component
class PersonCalendar {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final int DAYS_BACK = 90;

    private final ScheduledSessions sessions;
    private final BookedDates booked;
    private final PastoralDays pastoral;
    private final People people;
    private final Clock clock;

    PersonCalendar(ScheduledSessions sessions, BookedDates booked, PastoralDays pastoral, People people, Clock clock) {
        this.sessions = sessions;
        this.booked = booked;
        this.pastoral = pastoral;
        this.people = people;
        this.clock = clock;
    }

    List<CalendarEntry> of(Viewer viewer) {
        var today = SchoolDay.of(clock.instant());
        var since = today.minusDays(DAYS_BACK);
        var scheduled = sessions.from(viewer, since.atStartOfDay(SCHOOL_TIME).toInstant());
        var dropIns = sessions.dropIns(viewer, today);
        var meetings = pastoral.from(viewer, since);
        var with = new HashSet<String>();
        scheduled.forEach(session -> with.add(other(viewer, session.cycle())));
        dropIns.forEach(cycle -> with.add(other(viewer, cycle)));
        meetings.forEach(meeting -> with.add(meeting.withId()));
        var names = people.findAllById(with).stream().collect(toMap(Person::id, Person::name));
        return Stream.of(
            scheduled.stream().map(session -> entry(session, name(names, other(viewer, session.cycle())))),
            dropIns.stream().map(cycle -> dropIn(viewer, cycle, name(names, other(viewer, cycle)))),
            meetings.stream().map(meeting -> entry(meeting, name(names, meeting.withId()))),
            booked.from(Set.of(viewer.personId()), since).stream().map(PersonCalendar::entry)
        )
            .flatMap(entries -> entries)
            .toList();
    }

    private static String name(Map<String, String> names, String personId) {
        return requireNonNull(names.get(personId));
    }

    private static String other(Viewer viewer, CoachingCycle cycle) {
        return cycle.mentorId().equals(viewer.personId()) ? cycle.ectId() : cycle.mentorId();
    }

    static CalendarEntry entry(CalendarSession session, String with) {
        ScheduledSession scheduled = requireNonNull(session.cycle().scheduled());
        return new CalendarEntry(
            session.cycle().id(),
            scheduled.moves() + (session.isOff() ? 1 : 0),
            session.isOff(),
            scheduled.startsAt(),
            scheduled.endsAt(),
            "Coaching session with " + with,
            screen(session.cycle()),
            null
        );
    }

    private static CalendarEntry dropIn(Viewer viewer, CoachingCycle cycle, String with) {
        FollowUp followUp = requireNonNull(cycle.followUp());
        LocalDate day = followUp.nextDropInOn();
        var summary = (cycle.mentorId().equals(viewer.personId()) ? "Drop-in with " : "Drop-in by ") + with;
        return CalendarEntry.ofDay(cycle.id() + "-drop-in", 0, day, summary, screen(cycle));
    }

    private static String screen(CoachingCycle cycle) {
        return "/cycles/" + cycle.id();
    }

    /** Not even that it is pastoral: no link, and an id that does not say so. */
    private static CalendarEntry entry(PastoralDay meeting, String with) {
        var uid = "meeting_" + meeting.meetingId().substring(meeting.meetingId().indexOf('_') + 1);
        return CalendarEntry.ofDay(uid, meeting.version(), meeting.day(), "Meeting with " + with, null);
    }

    private static CalendarEntry entry(BookedDate date) {
        return new CalendarEntry(
            date.eventId(),
            0,
            false,
            date.startsAt(),
            date.endsAt(),
            date.title(),
            "/programme/events",
            date.place()
        );
    }
}
