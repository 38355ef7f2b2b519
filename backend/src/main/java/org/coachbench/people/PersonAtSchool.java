package org.coachbench.people;

import java.time.LocalDate;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;

/** Somebody's time at a school, with who it is. */
record AtSchoolToday(Person person, AtSchool at) {
    public SchoolRole role() {
        return at.role();
    }

    public LocalDate startedOn() {
        return at.period().startedOn();
    }

    public @Nullable LocalDate finishedOn() {
        return at.period().finishedOn();
    }
}
