package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.pastoral.PastoralPair;
import org.coachbench.programme.EventDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** A private calendar address, as a calendar outside reads it: over real HTTP, by nobody who is signed in. */
@CoachbenchTest
class CalendarFeedTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Staffroom staffroom;
    private final MongoOperations store;

    CalendarFeedTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.store = store;
    }

    @Test
    void aMovedSessionIsTheSameEventWithAHigherNumberAndACancelledOneSaysSo() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", at(soon(3), "15:30").toString()));
        var ofMentor = make(pair.mentor().client());
        var ofEct = make(pair.ect().client());
        // The ECT knows of it once it is shared.
        assertThat(events(ofEct)).isEmpty();
        coach.done("cancelCycle", Map.of("reason", "Ill."));
        assertThat(events(ofEct)).isEmpty();

        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", at(soon(3), "15:30").toString()));
        var before = event(ofEct, coach.cycleId());
        assertThat(before.getSummary().getValue()).isEqualTo("Coaching session with " + pair.mentor().person().name());
        assertThat(before.getProperty("URL").orElseThrow().getValue()).isEqualTo(
            pair.ect().client().service() + "/cycles/" + coach.cycleId()
        );
        assertThat(start(before)).isEqualTo(at(soon(3), "15:30"));
        assertThat(Instant.from(before.getDateTimeEnd().getDate())).isEqualTo(at(soon(3), "16:15"));

        coach.done("scheduleSession", Map.of("startsAt", at(soon(4), "08:00").toString()));
        var moved = event(ofEct, coach.cycleId());
        assertThat(start(moved)).isEqualTo(at(soon(4), "08:00"));
        assertThat(number(moved)).isGreaterThan(number(before));
        assertThat(number(event(ofMentor, coach.cycleId()))).isEqualTo(number(moved));

        coach.done("cancelCycle", Map.of("reason", "A surprise for nobody's calendar."));
        var cancelled = event(ofEct, coach.cycleId());
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(number(cancelled)).isGreaterThan(number(moved));
        assertThat(fetch(ofEct).body()).doesNotContain("surprise");
    }

    @Test
    void whatAFormerMentorScheduledIsCalledOff() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", at(soon(3), "15:30").toString()));
        var feed = make(pair.ect().client());
        assertThat(event(feed, coach.cycleId()).getStatus().getValue()).isEqualTo("CONFIRMED");
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        assertThat(event(feed, coach.cycleId()).getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void sessionsOnBothSidesOfAClockChangeKeepTheirLocalTime() {
        var pair = staffroom.pair();
        var change = LocalDate.ofInstant(LONDON.getRules().nextTransition(Instant.now()).getInstant(), LONDON);
        var ects = List.of(
            pair.ect().id(),
            staffroom.ectWithoutAccount(pair.mentor(), pair.school()).id(),
            staffroom.ectWithoutAccount(pair.mentor(), pair.school()).id()
        );
        for (int week = -1; week <= 1; week++) {
            var coach = new Coach(pair.mentor().client());
            coach.start(ects.get(week + 1));
            var startsAt = at(change.plusDays(1).plusWeeks(week), "15:30");
            coach.done("scheduleSession", Map.of("startsAt", startsAt.toString()));
        }
        var feed = make(pair.mentor().client());
        assertThat(fetch(feed).body()).contains("BEGIN:VTIMEZONE", "TZID:Europe/London");
        assertThat(events(feed))
            .hasSize(3)
            .allSatisfy(event -> {
                assertThat(event.getDateTimeStart().toString()).contains("TZID=Europe/London:").contains("T153000");
                assertThat(start(event).atZone(LONDON).toLocalTime()).isEqualTo(LocalTime.of(15, 30));
            });
    }

    @Test
    void eventsThatAreBookedAndTheNextDropInStandThereToo() {
        var pair = staffroom.pair();
        var desk = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var moot = desk.scheduleForMentors(soon(5), pair.school().id());
        desk.book(moot, pair.mentor().id());
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        var feed = make(pair.mentor().client());
        var booked = event(feed, moot);
        assertThat(booked.getSummary().getValue()).isEqualTo("Moot");
        assertThat(start(booked)).isEqualTo(at(soon(5), "16:00"));
        var dropIn = event(feed, coach.cycleId() + "-drop-in");
        assertThat(dropIn.getDateTimeStart().getDate()).isEqualTo(soon(7));
        assertThat(dropIn.getSummary().getValue()).isEqualTo("Drop-in with " + pair.ect().person().name());
        // Once the next cycle has begun with it, the drop-in is no longer to come.
        coach.start(pair.ect().id());
        assertThat(events(feed)).extracting(CalendarFeedTests::uid).containsExactly(moot);
    }

    @Test
    void aPastoralMeetingIsAMeetingAndNothingOfWhatItIsAbout() {
        var pair = staffroom.pair();
        new PastoralPair(pair).planned("Workload");
        var feed = make(pair.ect().client());
        var meeting = events(feed).getFirst();
        assertThat(meeting.getSummary().getValue()).isEqualTo("Meeting with " + pair.mentor().person().name());
        assertThat(meeting.getDateTimeStart().getDate()).isEqualTo(Staffroom.today());
        assertThat(fetch(feed).body()).doesNotContainIgnoringCase("pastoral").doesNotContainIgnoringCase("workload");
    }

    @Test
    void anAddressThatWasRevokedOrReplacedAnswersAsOneThatNeverWas() {
        var pair = staffroom.pair();
        var client = pair.mentor().client();
        var first = make(client);
        assertThat(fetch(first).statusCode()).isEqualTo(200);
        assertThat(fetch(first).headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(fetch(first).headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        var second = make(client);
        client.data(
            "mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { revoked } }",
            Map.of("input", Map.of())
        );
        assertThat(
            client.data("{ viewer { calendarFeed { madeAt } } }", Map.of()).at("/viewer/calendarFeed").isNull()
        ).isTrue();
        var never = fetch("/calendar/" + "A".repeat(43) + ".ics");
        assertThat(never.statusCode()).isEqualTo(404);
        for (var gone : List.of(fetch(first), fetch(second))) {
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).isEqualTo(never.body());
            assertThat(gone.headers().map().keySet()).isEqualTo(never.headers().map().keySet());
        }
    }

    @Test
    void theStoreHoldsNoAddress() {
        var client = staffroom.pair().mentor().client();
        var path = make(client);
        var secret = path.substring("/calendar/".length(), path.length() - ".ics".length());
        // 256 bits in Base64.
        assertThat(secret).hasSize(43).isNotEqualTo(make(client));
        assertThat(store.findAll(Document.class, "calendar_feeds").toString()).doesNotContain(secret);
    }

    private static LocalDate soon(int days) {
        return Staffroom.today().plusDays(days);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(LONDON).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }

    private static String make(TestClient client) {
        return client
            .data(
                "mutation ($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) { path problems { message } } }",
                Map.of("input", Map.of())
            )
            .at("/makeCalendarFeed/path")
            .asString();
    }

    /** As somebody who is not signed in. */
    private HttpResponse<String> fetch(String path) {
        return staffroom.anybody().send("GET", path, null, "*/*");
    }

    private List<VEvent> events(String path) {
        try {
            return new CalendarBuilder().build(new StringReader(fetch(path).body())).getComponents("VEVENT");
        } catch (IOException | ParserException e) {
            throw new AssertionError(fetch(path).body(), e);
        }
    }

    private VEvent event(String path, String uid) {
        return events(path)
            .stream()
            .filter(event -> uid(event).equals(uid))
            .findFirst()
            .orElseThrow();
    }

    private static String uid(VEvent event) {
        return event.getUid().orElseThrow().getValue();
    }

    private static Instant start(VEvent event) {
        return Instant.from(event.getDateTimeStart().getDate());
    }

    private static int number(VEvent event) {
        return event.getSequence().getSequenceNo();
    }
}
