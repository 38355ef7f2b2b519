package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.coachbench.programme.EventDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** When sessions are, over real HTTP and WebSocket. */
@CoachbenchTest
class ScheduleTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String UPCOMING =
        "{ viewer { upcomingSessions { id mentor { name } scheduled { startsAt endsAt } } } }";
    private static final String CLASHES =
        "query ($id: ID!) { coachingCycle(id: $id) { clashes { person { id } kind startsAt endsAt } } }";

    private final Staffroom staffroom;

    ScheduleTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    /** In London's time, some days from now. */
    private static Instant in(int days, String time) {
        return Staffroom.today().plusDays(days).atTime(LocalTime.parse(time)).atZone(LONDON).toInstant();
    }

    @Test
    void aSessionIsScheduledAndMovedAndBothHearOfIt() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        var before = coach.toShared(pair.ect().id());
        var events =
            "subscription ($id: ID!, $after: Int!) { cycleEvents(cycleId: $id, after: $after) { __typename ... on SessionScheduled { scheduled { startsAt endsAt } } } }";
        var seen = Map.of("id", coach.cycleId(), "after", before.get("lastSequence").asInt());
        try (var watching = pair.ect().client().follow(events, seen)) {
            var scheduled = coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
            // It stands beside what the mentor plans: a draft begun before is not in conflict with it.
            assertThat(scheduled.get("version")).isEqualTo(before.get("version"));
            coach.done("scheduleSession", Map.of("startsAt", in(4, "08:00").toString()));
            coach.done("scheduleSession", Map.of("startsAt", in(4, "08:00").toString()));
            coach.done("startSession", Map.of());
            var heard = watching.nextData(3);
            assertThat(heard)
                .extracting(data -> data.at("/cycleEvents/__typename").asString())
                .containsExactly("SessionScheduled", "SessionScheduled", "SessionStarted");
            assertThat(heard.get(0).at("/cycleEvents/scheduled/endsAt").asString()).isEqualTo(
                in(3, "16:15").toString()
            );
        }
        assertThat(problem(coach.change("scheduleSession", Map.of("startsAt", in(5, "08:00").toString())))).isEqualTo(
            "PhaseProblem"
        );
    }

    @Test
    void bothFindItAmongTheirUpcomingSessionsTheEctOnceItIsShared() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        assertThat(upcoming(pair.mentor().client())).containsExactly(in(3, "15:30").toString());
        assertThat(upcoming(pair.ect().client())).isEmpty();
        coach.done("cancelCycle", Map.of("reason", "Ill."));
        assertThat(upcoming(pair.mentor().client())).isEmpty();
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", in(2, "15:30").toString()));
        assertThat(upcoming(pair.ect().client())).containsExactly(in(2, "15:30").toString());
        coach.done("startSession", Map.of());
        assertThat(upcoming(pair.ect().client())).isEmpty();
    }

    @Test
    void whatAFormerMentorScheduledIsOff() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        var next = staffroom.mentorAt(pair.school());
        staffroom.startMentorship(next, pair.ect(), pair.school(), Staffroom.today());
        assertThat(upcoming(pair.mentor().client())).isEmpty();
        assertThat(upcoming(pair.ect().client())).isEmpty();
        assertThat(problem(coach.change("scheduleSession", Map.of("startsAt", in(5, "08:00").toString())))).isEqualTo(
            "NotFoundProblem"
        );
    }

    @Test
    void aTimeIsToComeAndWithinTwelveMonths() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        for (var wrong : List.of(Instant.now().minus(1, ChronoUnit.HOURS), in(367, "08:00"))) {
            var payload = coach.change("scheduleSession", Map.of("startsAt", wrong.toString()));
            assertThat(problem(payload)).isEqualTo("ValidationProblem");
            assertThat(payload.at("/problems/0/path").toString()).contains("startsAt");
        }
        coach.done("scheduleSession", Map.of("startsAt", in(364, "08:00").toString()));
    }

    @Test
    void aClashWithWhatEitherHasWarnsWhoeverArrangesItAndRefusesNothing() {
        var pair = staffroom.pair();
        var desk = staffroom.tutorOf(pair.school());
        var events = new EventDesk(desk.client());
        events.book(events.scheduleForMentors(Staffroom.today().plusDays(3), pair.school().id()), pair.mentor().id());
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:15").toString()));
        // It ends as the event begins.
        assertThat(clashes(pair.mentor().client(), coach)).isEmpty();
        coach.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        assertThat(clashes(pair.mentor().client(), coach)).containsExactly(pair.mentor().id() + " TRAINING_EVENT");
        assertThat(clashesSeen(pair.ect().client(), coach).isNull()).isTrue();
        var other = staffroom.ectOf(pair.mentor(), pair.school());
        var second = new Coach(pair.mentor().client());
        second.start(other.id());
        second.done("scheduleSession", Map.of("startsAt", in(3, "14:50").toString()));
        assertThat(clashes(pair.mentor().client(), second)).containsExactly(pair.mentor().id() + " SESSION");
    }

    @Test
    void aCoachOfMentorsMeetsForAnHour() {
        var pair = staffroom.pair();
        var coach = staffroom.colleague(false);
        new Tutor(staffroom.tutorOf(pair.school()).client()).pairWithCoach(
            pair.mentor().id(),
            coach.person().emailAddress()
        );
        var mentor = new Coach(pair.mentor().client());
        mentor.toClosed(pair.ect().id());
        mentor.done("shareWithCoach", Map.of());
        var forMentor = new Coach(coach.client());
        forMentor.toSharedForMentor(pair.mentor().id(), mentor.cycleId());
        forMentor.done("scheduleSession", Map.of("startsAt", in(3, "15:30").toString()));
        var session = pair.mentor().client().data(UPCOMING, Map.of()).at("/viewer/upcomingSessions/0");
        assertThat(session.at("/scheduled/endsAt").asString()).isEqualTo(in(3, "16:30").toString());
        assertThat(session.at("/mentor/name").asString()).isEqualTo(coach.person().name());
        assertThat(upcoming(coach.client())).hasSize(1);
    }

    private static List<String> upcoming(TestClient client) {
        return stream(client.data(UPCOMING, Map.of()).at("/viewer/upcomingSessions"))
            .map(session -> session.at("/scheduled/startsAt").asString())
            .toList();
    }

    private static JsonNode clashesSeen(TestClient client, Coach coach) {
        return client.data(CLASHES, Map.of("id", coach.cycleId())).at("/coachingCycle/clashes");
    }

    private static List<String> clashes(TestClient client, Coach coach) {
        return stream(clashesSeen(client, coach))
            .map(clash -> clash.at("/person/id").asString() + " " + clash.get("kind").asString())
            .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String problem(JsonNode payload) {
        return payload.at("/problems/0/__typename").asString();
    }
}
