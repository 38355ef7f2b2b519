package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.coachbench.api.Problem;
import org.coachbench.people.Person.Mentoring;

/** An ECT has at most one mentor at any date. */
final class MentorRules {

    private MentorRules() {}

    /** A new mentorship; one that is open then ends the day before. */
    static List<Mentoring> started(List<Mentoring> mentors, Mentoring started) {
        var period = started.period();
        var kept = new ArrayList<Mentoring>();
        for (var other : mentors) {
            if (!other.period().overlaps(period)) {
                kept.add(other);
            } else if (other.period().finishedOn() != null) {
                throw Problem.invalid(
                    "They have a mentor %s. Start after that, or end that mentorship first.".formatted(
                        other.period().text()
                    ),
                    "startedOn"
                );
            } else if (other.period().startedOn().isBefore(period.startedOn())) {
                kept.add(other.until(period.startedOn().minusDays(1)));
            } else if (period.finishedOn() != null) {
                throw Problem.invalid(
                    "They have a mentor %s on. Finish before that.".formatted(other.period().text()),
                    "finishedOn"
                );
            }
            // An open one that would have started later never began: it goes.
        }
        kept.add(started);
        return kept;
    }

    static List<Mentoring> ended(List<Mentoring> mentors, Mentoring ended, LocalDate lastDay) {
        var period = ended.period();
        if (lastDay.isBefore(period.startedOn())) {
            throw Problem.invalid(
                "It started on %s. Enter that day or a later one.".formatted(SchoolDay.text(period.startedOn())),
                "finishedOn"
            );
        }
        if (period.finishedOn() != null && lastDay.isAfter(period.finishedOn())) {
            throw Problem.invalid(
                "It ended on %s already. Enter that day or an earlier one.".formatted(
                    SchoolDay.text(period.finishedOn())
                ),
                "finishedOn"
            );
        }
        return new ArrayList<>(
            mentors
                .stream()
                .map(mentorship -> mentorship.equals(ended) ? mentorship.until(lastDay) : mentorship)
                .toList()
        );
    }

    /** With one that stood in the record of a double. */
    static List<Mentoring> merged(List<Mentoring> mentors, Mentoring added) {
        var all = new ArrayList<>(mentors);
        for (var other : mentors) {
            if (other.id().equals(added.id())) {
                return all;
            }
            if (other.period().overlaps(added.period())) {
                throw Problem.invalid(
                    "Both have a mentor: one %s, the other %s. End one of these mentorships first.".formatted(
                        other.period().text(),
                        added.period().text()
                    ),
                    "doubleId"
                );
            }
        }
        all.add(added);
        return all;
    }

    /** Those that go on when one of the two leaves end on that day; one that would begin later stands in the way. */
    static List<Mentoring> endedByLeaving(
        String ectName,
        List<Mentoring> mentors,
        Predicate<Mentoring> those,
        LocalDate lastDay
    ) {
        var kept = new ArrayList<Mentoring>();
        for (var mentorship : mentors) {
            if (!those.test(mentorship) || !mentorship.period().goesOnAfter(lastDay)) {
                kept.add(mentorship);
            } else if (mentorship.period().startedOn().isAfter(lastDay)) {
                throw Problem.invalid(
                    "A mentorship of %s runs %s. Cancel it first, or enter a later day.".formatted(
                        ectName,
                        mentorship.period().text()
                    ),
                    "finishedOn"
                );
            } else {
                kept.add(mentorship.until(lastDay));
            }
        }
        return kept;
    }
}
