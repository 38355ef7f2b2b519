package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sessions as they come by e-mail, put into a calendar as a mail program does it. */
@CoachbenchTest
class InvitationTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final GreenMail MAIL = started();

    private final Staffroom staffroom;
    private final NoticePost noticePost;
    private final OffSessionNotices offSessions;

    InvitationTests(
        @Autowired Staffroom staffroom,
        @Autowired NoticePost noticePost,
        @Autowired OffSessionNotices offSessions
    ) {
        this.staffroom = staffroom;
        this.offSessions = offSessions;
        this.noticePost = noticePost;
    }

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("coachbench.mail.from", () -> "Coachbench <coachbench@example.org>");
        settings.add("coachbench.public-address", () -> "https://coaching.example.org/");
        settings.add("coachbench.mail.looks-every", () -> "100ms");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    private static Instant in(int days, String time) {
        return Staffroom.today().plusDays(days).atTime(LocalTime.parse(time)).atZone(LONDON).toInstant();
    }

    @Test
    void aSessionWithWhoeverDoesNotCoachAnyMoreIsGoneFromBothCalendars() throws Exception {
        var pair = staffroom.pair();
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            colleague
                .client()
                .data("mutation { setNoticeSettings(input: { quiet: false }) { problems { message } } }", Map.of());
        }
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        offSessions.tellPairs();
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            assertThat(inCalendar(colleague, 1)).containsExactly(Map.entry(coach.cycleId(), in(3, "15:30")));
        }

        staffroom.startMentorship(staffroom.mentorAt(pair.school()), pair.ect(), pair.school(), Staffroom.today());
        offSessions.tellPairs();
        offSessions.tellPairs();
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            assertThat(inCalendar(colleague, 2)).isEmpty();
            assertThat(letters(colleague, 2).getLast().getSubject())
                .startsWith("Your session with Colleague on ")
                .endsWith(" is off: the coaching between you has ended");
        }
    }

    @Test
    void aMovedSessionIsMovedInBothCalendarsAndOneThatIsCalledOffIsGone() throws Exception {
        var pair = staffroom.pair();
        pair.ect()
            .client()
            .data("mutation { setNoticeSettings(input: { quiet: false }) { problems { message } } }", Map.of());
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());

        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            var other = colleague.equals(pair.mentor()) ? pair.ect() : pair.mentor();
            var letter = letters(colleague, 1).getFirst();
            var invitation = calendar(letter);
            VEvent event = invitation.<VEvent>getComponents("VEVENT").getFirst();
            assertThat(invitation.getMethod().getValue()).isEqualTo("REQUEST");
            assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:coachbench@example.org");
            assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:" + colleague.person().emailAddress());
            assertThat(value(event, Property.SUMMARY)).isEqualTo("Coaching session with " + other.person().name());
            assertThat(value(event, Property.URL)).isEqualTo("https://coaching.example.org/cycles/" + coach.cycleId());
            assertThat(text(letter)).doesNotContain("Waits three seconds").doesNotContain("Time to think");
            assertThat(inCalendar(colleague, 1)).containsExactly(Map.entry(coach.cycleId(), in(3, "15:30")));
        }

        coach.done("scheduleSession", Map.of("startsAt", in(4, "08:10").toString()));
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            assertThat(inCalendar(colleague, 2)).containsExactly(Map.entry(coach.cycleId(), in(4, "08:10")));
        }

        coach.done("cancelCycle", Map.of("reason", "A reason that is nobody's business."));
        for (var colleague : List.of(pair.mentor(), pair.ect())) {
            assertThat(inCalendar(colleague, 3)).isEmpty();
            assertThat(letters(colleague, 3)).noneMatch(letter -> text(letter).contains("nobody's business"));
        }
    }

    /** What a calendar holds that took in each letter in turn: by the id of its event, when that starts. */
    private Map<String, Instant> inCalendar(Colleague colleague, int count) {
        var events = new HashMap<String, VEvent>();
        for (var letter : letters(colleague, count)) {
            var invitation = calendar(letter);
            VEvent event = invitation.<VEvent>getComponents("VEVENT").getFirst();
            var uid = value(event, Property.UID);
            var before = events.get(uid);
            assertThat(before == null || number(before) < number(event)).isTrue();
            events.put(uid, event);
            if (invitation.getMethod().getValue().equals("CANCEL")) {
                assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
                events.remove(uid);
            }
        }
        var starts = new HashMap<String, Instant>();
        events.forEach((uid, event) -> starts.put(uid, Instant.from(event.getDateTimeStart().getDate())));
        return starts;
    }

    /** Of sessions, in the order in which they came. */
    private List<MimeMessage> letters(Colleague colleague, int count) {
        noticePost.post();
        await()
            .atMost(10, SECONDS)
            .until(() -> received(colleague).size() == count);
        return received(colleague);
    }

    private static List<MimeMessage> received(Colleague colleague) {
        return Arrays.stream(MAIL.getReceivedMessages())
            .filter(
                letter ->
                    isTo(letter, colleague.person().emailAddress()) &&
                    parts(letter).anyMatch(InvitationTests::isCalendar)
            )
            .toList();
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Calendar calendar(MimeMessage letter) {
        try {
            var part = parts(letter).filter(InvitationTests::isCalendar).findFirst().orElseThrow();
            var text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | MessagingException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCalendar(Part part) {
        try {
            return part.isMimeType("text/calendar");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Part> parts(Part part) {
        try {
            if (!part.isMimeType("multipart/*")) {
                return Stream.of(part);
            }
            var parts = (Multipart) part.getContent();
            var inner = Stream.<Part>empty();
            for (int i = 0; i < parts.getCount(); i++) {
                inner = Stream.concat(inner, parts(parts.getBodyPart(i)));
            }
            return inner;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage letter) {
        var text = new StringBuilder();
        parts(letter).forEach(part -> {
            try {
                text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        return text.toString();
    }

    private static int number(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    private static String value(VEvent event, String property) {
        return requireNonNull(event.getProperty(property).orElseThrow().getValue());
    }
}
