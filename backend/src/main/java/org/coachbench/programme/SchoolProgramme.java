package org.coachbench.programme;

import java.util.ArrayList;
import java.util.List;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a school decided about its programme: its calendar, and whether it has pastoral meetings. */
@Document("school_programmes")
class SchoolProgramme {

    private static final int MOST_CHOICES = 20;

    @Id
    private final String schoolId;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private List<SchoolYear> ownYears = new ArrayList<>();
    private List<PastoralChoice> pastoralChoices = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    SchoolProgramme(String schoolId) {
        this.schoolId = schoolId;
    }

    void setYear(SchoolYear year) {
        ownYears.removeIf(other -> other.startsIn() == year.startsIn());
        ownYears.add(year);
    }

    void useUsualYear(int startsIn) {
        ownYears.removeIf(year -> year.startsIn() == startsIn);
    }

    void choose(PastoralChoice choice) {
        pastoralChoices.removeIf(other -> other.from().equals(choice.from()));
        if (pastoralChoices.size() == MOST_CHOICES) {
            throw Problem.invalid("This changes %d times at most.".formatted(MOST_CHOICES), "from");
        }
        pastoralChoices.add(choice);
    }

    SchoolCalendar calendar() {
        return new SchoolCalendar(ownYears);
    }

    List<PastoralChoice> pastoralChoices() {
        return List.copyOf(pastoralChoices);
    }

    String schoolId() {
        return schoolId;
    }

    AppliedMutations applied() {
        return applied;
    }
}
