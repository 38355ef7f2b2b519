package org.coachbench.people;

import java.time.LocalDate;
import org.coachbench.people.Person.Mentoring;
import org.jspecify.annotations.Nullable;

/** One mentor supports one ECT between two dates. */
public record Mentorship(
    String id,
    String mentorId,
    String ectId,
    String schoolId,
    LocalDate startedOn,
    @Nullable LocalDate finishedOn
) {
    static Mentorship of(Person ect, Mentoring mentoring) {
        return new Mentorship(
            mentoring.id(),
            mentoring.mentorId(),
            ect.id(),
            mentoring.schoolId(),
            mentoring.period().startedOn(),
            mentoring.period().finishedOn()
        );
    }
}
