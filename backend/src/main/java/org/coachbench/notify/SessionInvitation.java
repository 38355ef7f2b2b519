package org.coachbench.notify;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.coachbench.coaching.ScheduledSessions.CalendarSession;
import org.coachbench.mail.Letter.Invitation;
import org.coachbench.notify.CalendarText.Meeting;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A session as a letter carries it into the receiver's calendar (iTIP, RFC 5546): the same event as in their calendar's feed,
 * however often it is moved. The service invites, not whoever planned: mail systems refuse invitations that come from a server
 * which the organiser's address does not know. Nobody reads answers, so none are asked for.
 */
@Component
class SessionInvitation {

    private final String mailServer;
    private final String from;
    private final String address;
    private final People people;
    private final Clock clock;

    SessionInvitation(
        @Value("${spring.mail.host:}") String mailServer,
        @Value("${coachbench.mail.from}") String from,
        @Value("${coachbench.public-address}") String address,
        People people,
        Clock clock
    ) {
        this.mailServer = mailServer;
        this.from = from;
        this.address = address.replaceFirst("/+$", "");
        this.people = people;
        this.clock = clock;
    }

    /** None while no time is set, or e-mail is off. */
    Optional<Invitation> of(CalendarSession session, String toId) {
        var cycle = session.cycle();
        var withId = toId.equals(cycle.mentorId()) ? cycle.ectId() : cycle.mentorId();
        var byId = people.findAllById(Set.of(toId, withId)).stream().collect(toMap(Person::id, identity()));
        var to = byId.get(toId);
        var with = byId.get(withId);
        if (cycle.scheduled() == null || mailServer.isEmpty() || to == null || with == null) {
            return Optional.empty();
        }
        var entry = PersonCalendar.entry(session, with.name());
        var meeting = new Meeting(session.isOff() ? "CANCEL" : "REQUEST", organiser(), to.emailAddress(), to.name());
        return Optional.of(new Invitation(meeting.method(), CalendarText.of(entry, meeting, address, clock.instant())));
    }

    private String organiser() {
        try {
            return new InternetAddress(from, true).getAddress();
        } catch (AddressException e) {
            // What sends the letters has refused to start with it.
            throw new IllegalStateException(e);
        }
    }
}
