package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coachbench.coaching.Coach;
import org.coachbench.programme.EventDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What sessions to come, what they clash with, and free lessons cost the store, however many there are. */
@Isolated
@CoachbenchTest
class ScheduleCostTests {

    private static final String UPCOMING = """
    { viewer { upcomingSessions { id mentor { name } ect { name } scheduled { startsAt } clashes { person { name } kind }
      protectedLessons { day startsAt } sessionSlots { startsAt } } } }
    """;

    private final Staffroom staffroom;
    private final StoreCommands commands;

    ScheduleCostTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void storeCommandsAreTheSameForTwoSessionsAndForTwelve() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var mentor = pair.mentor().client();
        var events = new EventDesk(staffroom.tutorOf(pair.school()).client());
        events.book(events.scheduleForMentors(Staffroom.today().plusDays(3), pair.school().id()), pair.mentor().id());
        schedule(mentor, pair.ect().id());
        // All at one time, so that they clash.
        schedule(mentor, staffroom.ectWithoutAccount(pair.mentor(), pair.school()).id());
        var made = mentor.data("mutation { makeCalendarFeed(input: {}) { path } }", Map.of());
        var path = made.at("/makeCalendarFeed/path").asString();
        var homeOfTwo = commands.during(() -> mentor.data(UPCOMING, Map.of()));
        var feedOfTwo = commands.during(() -> staffroom.anybody().download(path));
        for (int i = 2; i < 12; i++) {
            schedule(mentor, staffroom.ectWithoutAccount(pair.mentor(), pair.school()).id());
        }
        var homeOfTwelve = commands.during(() ->
            assertThat(mentor.data(UPCOMING, Map.of()).at("/viewer/upcomingSessions")).hasSize(12)
        );
        var feedOfTwelve = commands.during(() -> staffroom.anybody().download(path));
        assertThat(counts(homeOfTwelve)).isEqualTo(counts(homeOfTwo));
        assertThat(homeOfTwo).hasSizeLessThanOrEqualTo(20);
        assertThat(counts(feedOfTwelve)).isEqualTo(counts(feedOfTwo));
        assertThat(feedOfTwo).hasSizeLessThanOrEqualTo(12);
    }

    private static Map<String, Long> counts(List<String> sent) {
        return sent.stream().collect(Collectors.groupingBy(command -> command, Collectors.counting()));
    }

    private static void schedule(TestClient mentor, String ectId) {
        var coach = new Coach(mentor);
        coach.start(ectId);
        var soon = Instant.now().plus(Duration.ofDays(3));
        coach.done("scheduleSession", Map.of("startsAt", soon.toString()));
        var lesson = Map.of("day", "MONDAY", "startsAt", "10:05", "minutes", 60);
        coach.mutate("setProtectedLessons", Map.of("cycleId", coach.cycleId(), "lessons", List.of(lesson)));
    }
}
