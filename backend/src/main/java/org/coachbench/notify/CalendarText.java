package org.coachbench.notify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A calendar as iCalendar (RFC 5545). Times are London's, with its rules beside them: a clock change moves nothing. */
final class CalendarText {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");
    private static final VTimeZone RULES = rulesOfToday();

    private CalendarText() {}

    /**
     * Who invites whom to what.
     *
     * @param method REQUEST, also for a meeting that was moved, or CANCEL
     */
    record Meeting(String method, String organiserAddress, String address, String name) {}

    /** @param address of the service, to which the links lead */
    static String of(List<CalendarEntry> entries, String address, Instant now) {
        var calendar = calendar();
        calendar.add(new XProperty("X-WR-CALNAME", "Coachbench"));
        entries.forEach(entry -> calendar.add(event(entry, address, now)));
        return text(calendar);
    }

    /** For a single receiver, whose calendar takes it in, moves it or takes it out. */
    static String of(CalendarEntry entry, Meeting meeting, String address, Instant now) {
        var organiser = new Organizer(mailto(meeting.organiserAddress()));
        organiser.add(new Cn("Coachbench"));
        var attendee = new Attendee(mailto(meeting.address()));
        attendee.add(new Cn(meeting.name()));
        attendee.add(Rsvp.FALSE);
        var event = event(entry, address, now);
        event.add(organiser);
        event.add(attendee);
        var calendar = calendar();
        calendar.add(new Method(meeting.method()));
        calendar.add(event);
        return text(calendar);
    }

    /** Without those since 1847: they are longer than what is to be told, and some programs stumble over them. */
    private static VTimeZone rulesOfToday() {
        var all = requireNonNull(
            TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(SCHOOL_TIME.getId())
        ).getVTimeZone();
        var rules = new VTimeZone();
        rules.add(new TzId(SCHOOL_TIME.getId()));
        all.getObservances()
            .stream()
            .filter(observance ->
                observance
                    .<RRule<?>>getProperty(Property.RRULE)
                    .filter(rule -> rule.getRecur().getUntil() == null)
                    .isPresent()
            )
            .forEach(rules::add);
        return rules;
    }

    private static Calendar calendar() {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Coachbench//Calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(RULES);
        return calendar;
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Calendar calendar) {
        try (var text = new StringWriter()) {
            new CalendarOutputter().output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(CalendarEntry entry, String address, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(inSchoolTime(entry.start())));
        if (entry.end() != null) {
            event.add(new DtEnd<>(inSchoolTime(entry.end())));
        }
        event.add(new Summary(entry.summary()));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (entry.path() != null) {
            event.add(new Url(URI.create(address + entry.path())));
        }
        if (entry.place() != null) {
            event.add(new Location(entry.place()));
        }
        return event;
    }

    private static Temporal inSchoolTime(Temporal time) {
        return time instanceof Instant instant ? instant.atZone(SCHOOL_TIME) : time;
    }
}
