package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coachbench.people.Person;
import org.coachbench.programme.EventDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What events, self-study and time cost the store, however many people they are of. */
@Isolated
@CoachbenchTest
class ProgrammeHomeTests {

    private static final String DESK = """
    query ($school: ID!, $from: Date!, $to: Date!) {
      viewer { trainingEvents(from: $from, to: $to) { title school { name } isRunByViewer register { person { name } state } } }
      node(id: $school) { ... on School {
        eventsToFollowUp { person { name } title date { date } upcomingDates { date } }
        people { person { name programmeNow { title } selfStudy { behind items { title } } timetables { planned halfTerms { given } }
          programmeEvents { title standing upcomingDates { date } date { date } } } }
      } }
    }
    """;

    private final Staffroom staffroom;
    private final StoreCommands commands;

    ProgrammeHomeTests(@Autowired Staffroom staffroom, @Autowired StoreCommands commands) {
        this.staffroom = staffroom;
        this.commands = commands;
    }

    @Test
    void storeCommandsAreTheSameForOneEctAndForForty() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var desk = new EventDesk(tutor);
        var school = pair.school().id();
        var today = Staffroom.today();
        desk.schedule("clinic-1", today.plusDays(3), school);
        var variables = Map.of(
            "school",
            school,
            "from",
            today.minusDays(30).toString(),
            "to",
            today.plusDays(30).toString()
        );
        var first = desk.schedule("clinic-1", today, school);
        var recordingOne = commands.during(() -> desk.record(first, List.of(pair.ect().id()), List.of()));
        var withOne = commands.during(() -> tutor.data(DESK, variables));
        var others = new ArrayList<String>();
        for (int i = 1; i < 40; i++) {
            others.add(staffroom.ectWithoutAccount(pair.mentor(), pair.school()).id());
        }
        var second = desk.schedule("clinic-2", today, school);
        var recordingForty = commands.during(() ->
            desk.record(second, others.subList(0, 20), others.subList(20, others.size()))
        );
        assertThat(recordingForty).hasSameSizeAs(recordingOne);
        var withForty = commands.during(() ->
            assertThat(tutor.data(DESK, variables).at("/node/people")).hasSizeGreaterThanOrEqualTo(40)
        );
        assertThat(withForty).hasSameSizeAs(withOne);
    }

    @Test
    void attendanceOfManyIsReplacedInOneGo() {
        var pair = staffroom.pair();
        var desk = new EventDesk(staffroom.tutorOf(pair.school()).client());
        var ects = new ArrayList<>(List.of(pair.ect().id()));
        for (int i = 0; i < 5; i++) {
            Person ect = staffroom.ectWithoutAccount(pair.mentor(), pair.school());
            ects.add(ect.id());
        }
        var event = desk.schedule("clinic-1", Staffroom.today(), pair.school().id());
        desk.book(event, ects.getFirst());
        desk.record(event, ects, List.of());
        var corrected = desk.record(event, ects.subList(0, 2), ects.subList(2, ects.size()));
        assertThat(corrected.findValuesAsString("state")).containsOnly("ATTENDED", "MISSED").hasSize(6);
        assertThat(desk.standing(ects.get(1), "clinic-1").get("standing").asString()).isEqualTo("ATTENDED");
        assertThat(desk.standing(ects.get(5), "clinic-1").get("standing").asString()).isEqualTo("MISSED");
    }
}
