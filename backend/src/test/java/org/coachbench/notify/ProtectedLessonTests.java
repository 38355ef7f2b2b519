package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The lessons that a pair has free, and the times that they make for a session, over real HTTP. */
@CoachbenchTest
class ProtectedLessonTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String OFFERED =
        "query ($id: ID!) { coachingCycle(id: $id) { protectedLessons { day startsAt minutes secondWeeksFrom } sessionSlots { startsAt endsAt } } }";
    private static final String SET =
        "mutation ($input: SetProtectedLessonsInput!) { setProtectedLessons(input: $input) { cycle { id } problems { __typename message path } } }";

    private final Staffroom staffroom;

    ProtectedLessonTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    private Staffroom.Pair pairThatTeachesAlways() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        return pair;
    }

    /** A weekday that is some days away. */
    private static LocalDate weekday() {
        return Staffroom.today()
            .plusDays(3)
            .datesUntil(Staffroom.today().plusDays(9))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .findFirst()
            .orElseThrow();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(LONDON).toInstant();
    }

    private static Map<String, Object> lesson(LocalDate day, String startsAt, int minutes) {
        return Map.of("day", day.getDayOfWeek().name(), "startsAt", startsAt, "minutes", minutes);
    }

    @Test
    void theNextFourFreeLessonsAreOfferedAndAClashTakesOneAway() {
        var pair = pairThatTeachesAlways();
        var day = weekday();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons")).isEmpty();
        assertThat(slots(pair.mentor().client(), coach)).isEmpty();

        set(pair.mentor().client(), coach, List.of(lesson(day, "10:05", 50)));
        assertThat(slots(pair.mentor().client(), coach)).containsExactly(weeksFrom(day, 0, 7, 14, 21));
        assertThat(offered(pair.mentor().client(), coach).at("/sessionSlots/0/endsAt").asString()).isEqualTo(
            at(day, "10:50").toString()
        );

        var other = staffroom.ectOf(pair.mentor(), pair.school());
        var second = new Coach(pair.mentor().client());
        second.start(other.id());
        second.done("scheduleSession", Map.of("startsAt", at(day.plusDays(7), "10:45").toString()));
        assertThat(slots(pair.mentor().client(), coach)).containsExactly(weeksFrom(day, 0, 14, 21, 28));

        // Its own session is no clash: the time that was chosen stays among those that are offered.
        coach.done("scheduleSession", Map.of("startsAt", at(day, "10:05").toString()));
        assertThat(slots(pair.mentor().client(), coach)).containsExactly(weeksFrom(day, 0, 14, 21, 28));
    }

    @Test
    void aLessonShorterThanTheMeetingIsKeptAndNotOffered() {
        var pair = pairThatTeachesAlways();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        set(pair.mentor().client(), coach, List.of(lesson(weekday(), "10:05", 44)));
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons/0/minutes").asInt()).isEqualTo(44);
        assertThat(slots(pair.mentor().client(), coach)).isEmpty();
    }

    @Test
    void coachingForMentorsNeedsAnHour() {
        var pair = pairThatTeachesAlways();
        var colleague = staffroom.colleague(false);
        new Tutor(staffroom.tutorOf(pair.school()).client()).pairWithCoach(
            pair.mentor().id(),
            colleague.person().emailAddress()
        );
        var mentor = new Coach(pair.mentor().client());
        mentor.toClosed(pair.ect().id());
        mentor.done("shareWithCoach", Map.of());
        var coach = new Coach(colleague.client());
        coach.toSharedForMentor(pair.mentor().id(), mentor.cycleId());
        var day = weekday();
        set(colleague.client(), coach, List.of(lesson(day, "09:00", 59), lesson(day, "13:30", 60)));
        assertThat(slots(colleague.client(), coach)).containsExactly(
            IntStream.of(0, 7, 14, 21)
                .mapToObj(days -> at(day.plusDays(days), "13:30").toString())
                .toArray(String[]::new)
        );
    }

    @Test
    void everySecondWeekCountsWeeksOfSchool() {
        var pair = pairThatTeachesAlways();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var day = weekday();
        var lesson = Map.<String, Object>of(
            "day",
            day.getDayOfWeek().name(),
            "startsAt",
            "10:05",
            "minutes",
            60,
            "secondWeeksFrom",
            day.plusDays(7).toString()
        );
        set(pair.mentor().client(), coach, List.of(lesson));
        assertThat(slots(pair.mentor().client(), coach)).containsExactly(weeksFrom(day, 7, 21, 35, 49));
    }

    @Test
    void theyAreThePairsAndOnlyForWhoeverArrangesTheSession() {
        var pair = pairThatTeachesAlways();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        set(pair.mentor().client(), coach, List.of(lesson(weekday(), "10:05", 60)));
        assertThat(offered(pair.ect().client(), coach).at("/protectedLessons").isNull()).isTrue();
        assertThat(offered(pair.ect().client(), coach).at("/sessionSlots").isNull()).isTrue();
        var input = Map.of("cycleId", coach.cycleId(), "lessons", List.of());
        assertThat(send(pair.ect().client(), input).at("/problems/0/__typename").asString()).isEqualTo(
            "NotFoundProblem"
        );
        coach.done("startSession", Map.of());
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons").isNull()).isTrue();
        coach.done("cancelCycle", Map.of("reason", "Ill."));
        coach.start(pair.ect().id());
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons")).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidWhereItStands() {
        var pair = pairThatTeachesAlways();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var day = weekday();
        var problems = send(
            pair.mentor().client(),
            Map.of("cycleId", coach.cycleId(), "lessons", List.of(lesson(day, "10:05", 60), lesson(day, "25:00", 4)))
        ).at("/problems");
        assertThat(problems)
            .extracting(problem -> problem.get("path").toString())
            .containsExactlyInAnyOrder(
                "[\"input\",\"lessons\",\"1\",\"startsAt\"]",
                "[\"input\",\"lessons\",\"1\",\"minutes\"]"
            );
        var longAgo = new HashMap<String, Object>(lesson(day, "10:05", 60));
        longAgo.put("secondWeeksFrom", "0026-11-30");
        assertThat(
            send(pair.mentor().client(), Map.of("cycleId", coach.cycleId(), "lessons", List.of(longAgo)))
                .at("/problems/0/path")
                .toString()
        ).isEqualTo("[\"input\",\"lessons\",\"0\",\"secondWeeksFrom\"]");
        var six = IntStream.range(0, 6)
            .mapToObj(i -> lesson(day, "1%d:00".formatted(i), 60))
            .toList();
        assertThat(
            send(pair.mentor().client(), Map.of("cycleId", coach.cycleId(), "lessons", six))
                .at("/problems/0/message")
                .asString()
        ).isEqualTo("Give 5 lessons at most.");
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons")).isEmpty();
    }

    @Test
    void sentAgainAfterALostReplyItUndoesNothing() {
        var pair = pairThatTeachesAlways();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var first = Map.of(
            "cycleId",
            coach.cycleId(),
            "lessons",
            List.of(lesson(weekday(), "10:05", 60)),
            "clientMutationId",
            "first"
        );
        send(pair.mentor().client(), first);
        set(pair.mentor().client(), coach, List.of());
        assertThat(send(pair.mentor().client(), first).at("/problems")).isEmpty();
        assertThat(offered(pair.mentor().client(), coach).at("/protectedLessons")).isEmpty();
    }

    private static String[] weeksFrom(LocalDate day, int... days) {
        return IntStream.of(days)
            .mapToObj(later -> at(day.plusDays(later), "10:05").toString())
            .toArray(String[]::new);
    }

    private static void set(TestClient client, Coach coach, List<Map<String, Object>> lessons) {
        var answer = send(client, Map.of("cycleId", coach.cycleId(), "lessons", lessons));
        assertThat(answer.get("problems")).isEmpty();
    }

    private static JsonNode send(TestClient client, Map<String, ?> input) {
        return client.data(SET, Map.of("input", input)).get("setProtectedLessons");
    }

    private static JsonNode offered(TestClient client, Coach coach) {
        return client.data(OFFERED, Map.of("id", coach.cycleId())).get("coachingCycle");
    }

    private static List<String> slots(TestClient client, Coach coach) {
        return StreamSupport.stream(offered(client, coach).get("sessionSlots").spliterator(), false)
            .map(slot -> slot.get("startsAt").asString())
            .toList();
    }
}
