package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A school, who its induction tutors and headteachers are, and whom it works with; it may have several of each. */
@Document("schools")
@CompoundIndex(name = "tutor", def = "{'tutors.personId': 1}")
@CompoundIndex(name = "headteacher", def = "{'headteachers.personId': 1}")
@CompoundIndex(name = "delivery_partner", def = "{'partnerships.deliveryPartnerId': 1}")
public class School {

    static final String ID_PREFIX = "school_";
    private static final int MOST_TUTORS_AT_ONCE = 20;
    private static final int MOST_HEADTEACHERS_AT_ONCE = 3;
    private static final int MOST_PARTNERSHIPS = 50;

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    @Indexed(unique = true)
    private final String urn;

    private String name;
    private @Nullable PhaseOfEducation phase;

    @Indexed
    private @Nullable String trustId;

    private @Nullable String appropriateBody;
    private List<Appointment> tutors = new ArrayList<>();
    private List<Appointment> headteachers = new ArrayList<>();
    private List<Partnership> partnerships = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    /** The school trains its ECTs with a delivery partner and the lead provider behind it for a time. */
    public record Partnership(String deliveryPartnerId, String leadProvider, Interval period) {}

    School(String id, String urn, String name) {
        this.id = id;
        this.urn = urn;
        this.name = name;
    }

    static School register(String urn, String name) {
        return new School(ID_PREFIX + new ObjectId().toHexString(), urn, name.strip());
    }

    void describe(
        String correctName,
        @Nullable PhaseOfEducation correctPhase,
        @Nullable String correctTrustId,
        @Nullable String correctAppropriateBody
    ) {
        name = correctName.strip();
        phase = correctPhase;
        trustId = correctTrustId;
        appropriateBody =
            correctAppropriateBody == null || correctAppropriateBody.isBlank() ? null : correctAppropriateBody.strip();
    }

    void appointTutor(Appointment appointment) {
        tutors = withTutor(appointment, tutors);
    }

    static List<Appointment> withTutor(Appointment appointment, List<Appointment> tutors) {
        return Appointment.with(appointment, tutors, MOST_TUTORS_AT_ONCE);
    }

    List<Appointment> tutors() {
        return List.copyOf(tutors);
    }

    List<Appointment> headteachers() {
        return List.copyOf(headteachers);
    }

    void appointHeadteacher(Appointment appointment) {
        headteachers = Appointment.with(appointment, headteachers, MOST_HEADTEACHERS_AT_ONCE);
    }

    void endTutor(String personId, LocalDate lastDay) {
        tutors = Appointment.ended(personId, lastDay, tutors);
    }

    void endHeadteacher(String personId, LocalDate lastDay) {
        headteachers = Appointment.ended(personId, lastDay, headteachers);
    }

    void mergeAppointments(String keptId, String doubleId) {
        tutors = Appointment.heldBy(keptId, doubleId, tutors);
        headteachers = Appointment.heldBy(keptId, doubleId, headteachers);
    }

    /** An open partnership ends the day before; a school has one at a time. */
    void startPartnership(Partnership partnership) {
        var kept = new ArrayList<Partnership>();
        for (var other : partnerships) {
            var period = other.period();
            if (!period.overlaps(partnership.period())) {
                kept.add(other);
            } else if (period.finishedOn() == null && period.startedOn().isBefore(partnership.period().startedOn())) {
                var dayBefore = partnership.period().startedOn().minusDays(1);
                kept.add(new Partnership(other.deliveryPartnerId(), other.leadProvider(), period.until(dayBefore)));
            } else {
                throw Problem.invalid(
                    "There is a partnership %s. Enter dates outside that time.".formatted(period.text()),
                    "startedOn"
                );
            }
        }
        if (kept.size() == MOST_PARTNERSHIPS) {
            throw Problem.invalid("A school has %d partnerships at most.".formatted(MOST_PARTNERSHIPS), "startedOn");
        }
        kept.add(partnership);
        partnerships = kept;
    }

    void endPartnership(LocalDate lastDay) {
        var running = partnershipOn(lastDay).orElseThrow(() ->
            Problem.invalid("There is no partnership on that day.", "finishedOn")
        );
        partnerships.set(
            partnerships.indexOf(running),
            new Partnership(running.deliveryPartnerId(), running.leadProvider(), running.period().until(lastDay))
        );
    }

    public List<String> tutorsOn(LocalDate day) {
        return Appointment.on(day, tutors);
    }

    public List<String> headteachersOn(LocalDate day) {
        return Appointment.on(day, headteachers);
    }

    public Optional<Partnership> partnershipOn(LocalDate day) {
        return partnerships
            .stream()
            .filter(partnership -> partnership.period().contains(day))
            .findFirst();
    }

    public List<Partnership> partnerships() {
        return List.copyOf(partnerships);
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

    public @Nullable PhaseOfEducation phase() {
        return phase;
    }

    public @Nullable String trustId() {
        return trustId;
    }

    public @Nullable String appropriateBody() {
        return appropriateBody;
    }
}
