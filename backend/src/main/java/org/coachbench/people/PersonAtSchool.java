package org.coachbench.people;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;

/** Somebody's time at a school, with who it is. */
record PersonAtSchool(Person person, AtSchool at) {
    private static final int MOST_MENTORSHIPS = 50;

    public SchoolRole role() {
        return at.role();
    }

    public LocalDate startedOn() {
        return at.period().startedOn();
    }

    public @Nullable LocalDate finishedOn() {
        return at.period().finishedOn();
    }

    public @Nullable WorkingPattern workingPattern() {
        return at.workingPattern();
    }

    public @Nullable String cohort() {
        return at.role() == SchoolRole.ECT ? person.cohort().map(Cohort::toString).orElse(null) : null;
    }

    public List<Mentorship> mentorships() {
        return at.role() == SchoolRole.MENTOR
            ? List.of()
            : person
                  .mentors()
                  .stream()
                  .filter(mentorship -> mentorship.isWithin(at))
                  .map(mentorship -> Mentorship.of(person, mentorship))
                  .sorted(comparing(Mentorship::startedOn))
                  .limit(MOST_MENTORSHIPS)
                  .toList();
    }

    public List<OutsideCheck> outside() {
        return person.outsideChecks(at);
    }
}
