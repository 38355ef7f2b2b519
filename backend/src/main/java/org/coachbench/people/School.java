package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A school and who its induction tutors are; it may have several. */
@Document("schools")
@CompoundIndex(name = "tutor", def = "{'tutors.personId': 1}")
public class School {

    static final String ID_PREFIX = "school_";
    private static final int MOST_TUTORS_AT_ONCE = 20;

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    @Indexed(unique = true)
    private final String urn;

    private final String name;
    private List<TutorAppointment> tutors = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    /** Somebody is an induction tutor of the school for a time. */
    public record TutorAppointment(String personId, Interval period) {}

    School(String id, String urn, String name) {
        this.id = id;
        this.urn = urn;
        this.name = name;
    }

    static School register(String urn, String name) {
        return new School(ID_PREFIX + new ObjectId().toHexString(), urn, name.strip());
    }

    void appointTutor(String personId, Interval period) {
        for (var other : tutors) {
            if (other.personId().equals(personId) && other.period().overlaps(period)) {
                throw Problem.invalid(
                    "They are tutor there already from %s.".formatted(other.period().startedOn()),
                    "startedOn"
                );
            }
        }
        if (tutorsOn(period.startedOn()).size() == MOST_TUTORS_AT_ONCE) {
            throw Problem.invalid("A school has %d tutors at most.".formatted(MOST_TUTORS_AT_ONCE), "personId");
        }
        tutors.add(new TutorAppointment(personId, period));
    }

    public List<String> tutorsOn(LocalDate day) {
        return tutors
            .stream()
            .filter(appointment -> appointment.period().contains(day))
            .map(TutorAppointment::personId)
            .toList();
    }

    AppliedMutations applied() {
        return applied;
    }

    public String id() {
        return id;
    }

    public String urn() {
        return urn;
    }

    public String name() {
        return name;
    }
}
