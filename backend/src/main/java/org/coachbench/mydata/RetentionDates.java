package org.coachbench.mydata;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.people.Interval;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.Person.Mentoring;
import org.coachbench.people.SchoolRole;

/** When content of an ECT goes. */
final class RetentionDates {

    private RetentionDates() {}

    /** The last day of an ECT's programme; empty while it goes on. */
    static Optional<LocalDate> endedOn(Person ect, LocalDate plannedEnd, LocalDate today) {
        return endedOn(
            lastPlace(ect).map(AtSchool::period).orElseThrow(),
            ect.mentors().stream().map(Mentoring::period).toList(),
            plannedEnd,
            today
        );
    }

    /**
     * On which they left their last school, or, while they stay there, the planned day or that of their last mentorship,
     * whichever is later.
     */
    static Optional<LocalDate> endedOn(
        Interval lastPlace,
        List<Interval> mentorships,
        LocalDate plannedEnd,
        LocalDate today
    ) {
        var lastDay = lastPlace.finishedOn();
        if (lastDay == null) {
            if (mentorships.stream().anyMatch(mentorship -> mentorship.finishedOn() == null)) {
                return Optional.empty();
            }
            lastDay = Stream.concat(Stream.of(plannedEnd), mentorships.stream().map(Interval::finishedOn))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(plannedEnd);
        }
        return Optional.of(lastDay).filter(day -> day.isBefore(today));
    }

    /** Where they are or were an ECT last: this school says how long content is kept. */
    static Optional<AtSchool> lastPlace(Person ect) {
        return ect
            .atSchool()
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .max(Comparator.comparing(at -> at.period().startedOn()));
    }

    /** The day on which it goes: the first one that lies beyond the months for which it is kept. */
    static LocalDate goesOn(LocalDate endedOn, int months) {
        return endedOn.plusMonths(months).plusDays(1);
    }

    static boolean isDue(LocalDate endedOn, int months, LocalDate today, boolean held) {
        return !held && !today.isBefore(goesOn(endedOn, months));
    }
}
