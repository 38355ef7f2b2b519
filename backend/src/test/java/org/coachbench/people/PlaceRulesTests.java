package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coachbench.api.ProblemException;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.Person.Mentoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends of every time are included: the edges at which other registers let two overlap, or refuse neighbours. */
class PlaceRulesTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final String HERE = "school_here";
    private static final String THERE = "school_there";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock = """
        ends on the day on which the other starts  | 2025-08-01 | 2025-09-01 | no
        ends the day before the other starts       | 2025-08-01 | 2025-08-31 | yes
        starts on the day on which the other ends  | 2025-12-19 | 2026-01-31 | no
        starts the day after the other ends        | 2025-12-20 | 2026-01-31 | yes
        is the other's first day                   | 2025-09-01 | 2025-09-01 | no
        is the other's last day                    | 2025-12-19 | 2025-12-19 | no
        is a day within the other                  | 2025-10-10 | 2025-10-10 | no
        is the day before the other                | 2025-08-31 | 2025-08-31 | yes
        is the day after the other                 | 2025-12-20 | 2025-12-20 | yes
        holds the other                            | 2025-08-01 | 2026-08-01 | no
        is open from the other's last day          | 2025-12-19 |            | no
        is open from the day after                 | 2025-12-20 |            | yes
        is open from before                        | 2025-08-01 |            | no
        """
    )
    void anEctsNewTimeMayBeThereWhenItSharesNoDay(String which, LocalDate start, LocalDate end, String allowed) {
        var other = ect(THERE, new Interval(FIRST, LocalDate.of(2025, 12, 19)));
        var added = ect(HERE, new Interval(start, end));
        assertThat(isPlaced(List.of(other), added))
            .as(which)
            .isEqualTo(allowed.equals("yes"));
    }

    @Test
    void aTimeOfOneDayIsATime() {
        assertThat(new Interval(FIRST, FIRST).contains(FIRST)).isTrue();
        assertThatThrownBy(() -> new Interval(FIRST, FIRST.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Registration.interval(FIRST, FIRST.minusDays(1), "finishedOn"))
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining("the first day or a later one");
    }

    @Test
    void theLastDayIsADayThere() {
        var time = new Interval(FIRST, FIRST.plusDays(10));
        assertThat(time.contains(FIRST.plusDays(10))).isTrue();
        assertThat(time.contains(FIRST.plusDays(11))).isFalse();
    }

    @Test
    void aMentorIsAtSeveralSchoolsButAtEachOnce() {
        var there = List.of(mentor(THERE, new Interval(FIRST, null)));
        assertThat(isPlaced(there, mentor(HERE, new Interval(FIRST, null)))).isTrue();
        assertThat(isPlaced(there, mentor(THERE, new Interval(FIRST.plusDays(5), null)))).isFalse();
        assertThat(isPlaced(there, ect(THERE, new Interval(FIRST, null)))).isTrue();
    }

    @Property
    void noDayFindsAnEctAtTwoSchools(@ForAll @Size(max = 8) List<@IntRange(max = 400) Integer> numbers) {
        List<AtSchool> places = new ArrayList<>();
        for (var number : numbers) {
            var start = FIRST.plusDays(number % 20);
            var end = number % 7 == 0 ? null : start.plusDays(number % 6);
            var added = ect(number % 2 == 0 ? HERE : THERE, new Interval(start, end));
            if (isPlaced(places, added)) {
                places = PlaceRules.placed(places, added);
            }
        }
        for (var day : FIRST.datesUntil(FIRST.plusDays(40)).toList()) {
            assertThat(places.stream().filter(at -> at.period().contains(day))).hasSizeLessThan(2);
        }
    }

    /** Whatever is registered in whatever order, a day has one mentor at most, and none outside of the ECT's time. */
    @Property
    void noDayFindsAnEctWithTwoMentorsOrWithOneOutsideOfTheirTime(
        @ForAll @Size(max = 10) List<@IntRange(max = 2000) Integer> numbers
    ) {
        var ect = Person.register("Ect", Email.of("ect@example.org"), null, null);
        ect.placeAtSchool(ect(HERE, new Interval(FIRST, FIRST.plusDays(60))));
        for (var number : numbers) {
            var mentor = Person.register("Mentor", Email.of("mentor@example.org"), null, null);
            mentor.placeAtSchool(mentor(HERE, new Interval(FIRST.plusDays(number % 11), null)));
            var start = FIRST.plusDays(number % 61);
            try {
                switch (number % 3) {
                    case 0 -> ect.startMentorship(mentor, HERE, new Interval(start, start.plusDays(number % 9)));
                    case 1 -> ect.startMentorship(mentor, HERE, new Interval(start, FIRST.plusDays(60)));
                    default -> ect.leave(ect.atSchool().getFirst(), start);
                }
            } catch (ProblemException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
        for (var day : FIRST.datesUntil(FIRST.plusDays(80)).toList()) {
            var theirs = ect
                .mentors()
                .stream()
                .filter(mentorship -> mentorship.period().contains(day))
                .toList();
            assertThat(theirs).hasSizeLessThan(2);
            assertThat(theirs).allMatch(mentorship -> ect.isAt(HERE, day));
        }
    }

    /** A transfer leaves no day without a school and none with two. */
    @Property
    void aTransferLeavesNoGapAndNoOverlap(@ForAll @IntRange(min = 1, max = 300) int daysLater) {
        var ect = Person.register("Ect", Email.of("ect@example.org"), null, null);
        ect.placeAtSchool(ect(THERE, new Interval(FIRST, null)));
        var moved = FIRST.plusDays(daysLater);
        ect.transfer(ect(HERE, new Interval(moved, null)));
        for (var day : FIRST.datesUntil(FIRST.plusDays(310)).toList()) {
            var expected = day.isBefore(moved) ? THERE : HERE;
            assertThat(ect.placesOn(day)).extracting(AtSchool::schoolId).containsExactly(expected);
        }
    }

    @Test
    void aMentorshipEndsWithTheTimeAtTheSchoolAndALaterOneStandsInTheWay() {
        var running = new Mentoring("m1", "person_1", HERE, new Interval(FIRST, FIRST.plusDays(50)));
        var later = new Mentoring("m2", "person_2", HERE, new Interval(FIRST.plusDays(51), null));
        var ended = MentorRules.endedByLeaving("Jo", List.of(running), _ -> true, FIRST.plusDays(20));
        assertThat(ended).containsExactly(running.until(FIRST.plusDays(20)));
        assertThat(MentorRules.endedByLeaving("Jo", List.of(running), _ -> true, FIRST.plusDays(50))).containsExactly(
            running
        );
        assertThatThrownBy(() ->
            MentorRules.endedByLeaving("Jo", List.of(running, later), _ -> true, FIRST.plusDays(20))
        ).hasMessageContaining("A mentorship of Jo runs from 22 October 2025");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, 2025 to 2026",
        "2026-06-01, 2026 to 2027",
        "2026-09-01, 2026 to 2027",
        "2026-12-31, 2026 to 2027",
        "2027-01-01, 2026 to 2027",
    })
    void aCohortRunsFromJune(LocalDate start, String cohort) {
        assertThat(Cohort.of(start)).hasToString(cohort);
    }

    @ParameterizedTest
    @CsvSource({
        "12345, 0012345",
        "123456, 0123456",
        "1234567, 1234567",
        "RP12/34567, 1234567",
        "' 12 34 567 ', 1234567",
    })
    void aTeacherReferenceNumberHasSevenDigits(String typed, String digits) {
        assertThat(Trn.of(typed).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({ "1234, at least 5", "12345678, more than 7", "none, at least 5", "'', at least 5" })
    void aWrongTeacherReferenceNumberIsRefused(String typed, String remedy) {
        assertThatThrownBy(() -> Trn.of(typed)).hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "' Jo.Finch@School.org.uk ', jo.finch@school.org.uk",
        "o'neil+ect@a-b.example, o'neil+ect@a-b.example",
        "x@a.xn--p1ai, x@a.xn--p1ai",
    })
    void anAddressIsKeptInLowerCase(String typed, String address) {
        assertThat(Email.of(typed).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "jo",
        "jo@school",
        "jo@@school.org",
        "jo@school..org",
        "jo..finch@school.org",
        "jo finch@school.org",
        "jo@-school.org",
        "jo@school-.org",
        "jo@school.o",
        "jo@school.org.",
        "jo@school.1org",
        "jö@school.org",
    })
    void aWrongAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Email.of(typed)).hasMessageContaining("like name@example.com");
    }

    private static boolean isPlaced(List<AtSchool> places, AtSchool added) {
        try {
            PlaceRules.placed(places, added);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static AtSchool ect(String schoolId, Interval period) {
        return new AtSchool(schoolId, SchoolRole.ECT, period, null);
    }

    private static AtSchool mentor(String schoolId, Interval period) {
        return new AtSchool(schoolId, SchoolRole.MENTOR, period, null);
    }
}
