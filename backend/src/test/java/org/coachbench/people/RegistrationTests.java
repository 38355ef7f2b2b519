package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An ECT has at most one mentor at any date, whoever registers at the same time. */
@CoachbenchTest
class RegistrationTests {

    private static final String START =
        "mutation ($input: StartMentorshipInput!) { startMentorship(input: $input) { mentorship { id } problems { message path } } }";

    private final Staffroom staffroom;
    private final People people;

    RegistrationTests(@Autowired Staffroom staffroom, @Autowired People people) {
        this.staffroom = staffroom;
        this.people = people;
    }

    @Test
    void concurrentMentorshipsNeverOverlap() throws Exception {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var others = IntStream.range(0, 5)
            .mapToObj(i -> staffroom.mentorAt(pair.school()).id())
            .toList();
        var starts = IntStream.range(0, 50)
            .<Callable<Object>>mapToObj(
                i -> () ->
                    tutor.data(
                        START,
                        Map.of("input", input(others.get(i % 5), pair, LocalDate.of(2026, 1, 1 + (i % 28))))
                    )
            )
            .toList();
        try (var registrars = Executors.newFixedThreadPool(8)) {
            for (var start : registrars.invokeAll(starts)) {
                assertThat(start.get()).isNotNull();
            }
        }
        var periods = new ArrayList<>(
            people.findById(pair.ect().id()).orElseThrow().mentors().stream().map(Person.Mentoring::period).toList()
        );
        assertThat(periods).isNotEmpty();
        for (int i = 0; i < periods.size(); i++) {
            for (int j = i + 1; j < periods.size(); j++) {
                assertThat(periods.get(i).overlaps(periods.get(j))).isFalse();
            }
        }
    }

    @Test
    void theOldMentorshipEndsTheDayBeforeTheNewOneStarts() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        var next = staffroom.mentorAt(pair.school());
        tutor.data(START, Map.of("input", input(next.id(), pair, LocalDate.of(2026, 1, 5))));
        var ect = people.findById(pair.ect().id()).orElseThrow();
        assertThat(
            ect
                .mentorOn(LocalDate.of(2026, 1, 4))
                .orElseThrow()
                .mentorId()
        ).isEqualTo(pair.mentor().id());
        assertThat(
            ect
                .mentorOn(LocalDate.of(2026, 1, 5))
                .orElseThrow()
                .mentorId()
        ).isEqualTo(next.id());
    }

    @Test
    void aMentorWhoLeavesWhileAMentorshipStartsMentorsNobodyAfterThat() throws Exception {
        var pair = staffroom.pair();
        var school = pair.school();
        var one = new Clerk(staffroom.tutorOf(school).client());
        var other = new Clerk(staffroom.tutorOf(school).client());
        try (var registrars = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                var mentor = staffroom.mentorAt(school);
                var start = LocalDate.of(2026, 1, 5).plusDays(round);
                var leave = Map.of(
                    "personId",
                    mentor.id(),
                    "schoolId",
                    school.id(),
                    "role",
                    "MENTOR",
                    "finishedOn",
                    start.toString()
                );
                var both = registrars.invokeAll(
                    List.<Callable<Object>>of(
                        () -> one.send("startMentorship", "", input(mentor.id(), pair, start)),
                        () -> other.send("leaveSchool", "", leave)
                    )
                );
                for (var done : both) {
                    assertThat(done.get()).isNotNull();
                }
                var left = people.findById(mentor.id()).orElseThrow();
                assertThat(people.findById(pair.ect().id()).orElseThrow().mentors())
                    .filteredOn(mentorship -> mentorship.mentorId().equals(mentor.id()))
                    .allMatch(mentorship -> left.isAt(school.id(), SchoolRole.MENTOR, mentorship.period()));
            }
        }
    }

    private static Map<String, Object> input(String mentorId, Staffroom.Pair pair, LocalDate startedOn) {
        return Map.of(
            "mentorId",
            mentorId,
            "ectId",
            pair.ect().id(),
            "schoolId",
            pair.school().id(),
            "startedOn",
            startedOn.toString()
        );
    }
}
