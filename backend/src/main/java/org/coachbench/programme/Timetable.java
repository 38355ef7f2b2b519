package org.coachbench.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The time off teaching that a person's timetable holds, and what they say they were given of it. */
@Document("timetables")
class Timetable {

    private static final int MOST_CHANGES = 50;
    private static final int MOST_ANSWERS = 100;

    @Id
    private final String personId;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private List<Planned> planned = new ArrayList<>();
    private List<Given> given = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    /** From a day on, percent of an ECT's timetable or lessons a week of a mentor's. */
    record Planned(SchoolRole role, LocalDate from, double amount, String recordedBy) {}

    /** @param halfTerm its first day */
    record Given(SchoolRole role, LocalDate halfTerm, TimeGiven given, @Nullable String note) {}

    Timetable(String personId) {
        this.personId = personId;
    }

    void plan(Planned change) {
        planned.removeIf(other -> other.role() == change.role() && other.from().equals(change.from()));
        if (planned.size() == MOST_CHANGES) {
            throw Problem.invalid("A timetable changes %d times at most.".formatted(MOST_CHANGES), "from");
        }
        planned.add(change);
    }

    void confirm(Given answer) {
        given.removeIf(other -> other.role() == answer.role() && other.halfTerm().equals(answer.halfTerm()));
        if (given.size() == MOST_ANSWERS) {
            throw Problem.invalid("There are %d answers at most.".formatted(MOST_ANSWERS), "halfTerm");
        }
        given.add(answer);
    }

    @Nullable
    Double plannedOn(SchoolRole role, LocalDate day) {
        return planned
            .stream()
            .filter(change -> change.role() == role && !change.from().isAfter(day))
            .max(Comparator.comparing(Planned::from))
            .map(Planned::amount)
            .orElse(null);
    }

    Optional<Given> givenIn(SchoolRole role, HalfTerm halfTerm) {
        return given
            .stream()
            .filter(answer -> answer.role() == role && halfTerm.contains(answer.halfTerm()))
            .findFirst();
    }

    String personId() {
        return personId;
    }

    AppliedMutations applied() {
        return applied;
    }
}
