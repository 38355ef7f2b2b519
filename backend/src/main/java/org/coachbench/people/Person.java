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

/**
 * Somebody who teaches, mentors or coordinates. All mentorships of an ECT stand in the ECT's own document, so that
 * "at most one mentor at any date" is decided by one atomic write.
 */
@Document("people")
@CompoundIndex(name = "mentor", def = "{'mentors.mentorId': 1}")
@CompoundIndex(name = "mentorship", def = "{'mentors._id': 1}")
@CompoundIndex(name = "at_school", def = "{'atSchool.schoolId': 1}")
public class Person {

    static final String ID_PREFIX = "person_";
    static final String MENTORSHIP_ID_PREFIX = "mentorship_";

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private final String name;

    /** In lower case; what they sign in with. */
    @Indexed(unique = true)
    private final String email;

    @Indexed(unique = true, sparse = true)
    private final @Nullable String trn;

    /** Who registered them with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String registeredBy;

    private List<AtSchool> atSchool = new ArrayList<>();
    private List<Mentoring> mentors = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    /** Time at a school in one role. */
    public record AtSchool(String schoolId, SchoolRole role, Interval period) {}

    /** A mentorship as it stands with its ECT. */
    public record Mentoring(String id, String mentorId, String schoolId, Interval period) {}

    Person(String id, String name, String email, @Nullable String trn, @Nullable String registeredBy) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.trn = trn;
        this.registeredBy = registeredBy;
    }

    static Person register(String name, Email email, @Nullable Trn trn, @Nullable String registeredBy) {
        return new Person(
            ID_PREFIX + new ObjectId().toHexString(),
            name.strip(),
            email.address(),
            trn == null ? null : trn.digits(),
            registeredBy
        );
    }

    void placeAtSchool(String schoolId, SchoolRole role, Interval period) {
        for (var other : atSchool) {
            boolean clash = other.role() == role && (role == SchoolRole.ECT || other.schoolId().equals(schoolId));
            if (clash && other.period().overlaps(period)) {
                throw Problem.invalid(
                    "They are %s there or elsewhere already from %s. Enter dates outside that time.".formatted(
                        role == SchoolRole.ECT ? "an ECT" : "a mentor",
                        other.period().startedOn()
                    ),
                    "startedOn"
                );
            }
        }
        atSchool.add(new AtSchool(schoolId, role, period));
    }

    /** Gives this ECT a mentor; one whose mentorship is open then ends the day before. */
    Mentoring startMentorship(Person mentor, String schoolId, Interval period) {
        if (mentor.id.equals(id)) {
            throw Problem.invalid("Nobody mentors themself. Choose another mentor.", "mentorId");
        }
        if (!isAt(schoolId, SchoolRole.ECT, period)) {
            throw Problem.invalid("The ECT is not at this school for all of that time.", "startedOn");
        }
        if (!mentor.isAt(schoolId, SchoolRole.MENTOR, period)) {
            throw Problem.invalid("The mentor is not at this school for all of that time.", "mentorId");
        }
        var kept = new ArrayList<Mentoring>();
        for (var other : mentors) {
            if (!other.period().overlaps(period)) {
                kept.add(other);
            } else if (other.period().finishedOn() != null) {
                throw Problem.invalid(
                    "They have a mentor until %s. Start after that, or end that mentorship first.".formatted(
                        other.period().finishedOn()
                    ),
                    "startedOn"
                );
            } else if (other.period().startedOn().isBefore(period.startedOn())) {
                var dayBefore = period.startedOn().minusDays(1);
                kept.add(
                    new Mentoring(other.id(), other.mentorId(), other.schoolId(), other.period().finishedOn(dayBefore))
                );
            } else if (period.finishedOn() != null) {
                throw Problem.invalid(
                    "They have a mentor from %s on. Finish before that.".formatted(other.period().startedOn()),
                    "finishedOn"
                );
            }
            // An open one that would have started later never began: it goes.
        }
        var started = new Mentoring(MENTORSHIP_ID_PREFIX + new ObjectId().toHexString(), mentor.id, schoolId, period);
        kept.add(started);
        mentors = kept;
        return started;
    }

    Mentoring endMentorship(String mentorshipId, LocalDate lastDay) {
        var open = mentorship(mentorshipId).orElseThrow(() -> Problem.notFound("mentorship", "mentorshipId"));
        if (lastDay.isBefore(open.period().startedOn())) {
            throw Problem.invalid(
                "It started on %s. Enter that day or a later one.".formatted(open.period().startedOn()),
                "finishedOn"
            );
        }
        var currentEnd = open.period().finishedOn();
        if (currentEnd != null && lastDay.isAfter(currentEnd)) {
            throw Problem.invalid("It ended on %s already.".formatted(currentEnd), "finishedOn");
        }
        var ended = new Mentoring(open.id(), open.mentorId(), open.schoolId(), open.period().finishedOn(lastDay));
        mentors.replaceAll(mentorship -> mentorship.id().equals(mentorshipId) ? ended : mentorship);
        return ended;
    }

    Optional<Mentoring> mentorship(String mentorshipId) {
        return mentors
            .stream()
            .filter(mentorship -> mentorship.id().equals(mentorshipId))
            .findFirst();
    }

    public Optional<Mentoring> mentorOn(LocalDate day) {
        return mentors
            .stream()
            .filter(mentorship -> mentorship.period().contains(day))
            .findFirst();
    }

    boolean isAt(String schoolId, SchoolRole role, Interval period) {
        return atSchool
            .stream()
            .anyMatch(at -> at.schoolId().equals(schoolId) && at.role() == role && at.period().covers(period));
    }

    public boolean isAt(String schoolId, LocalDate day) {
        return atSchool.stream().anyMatch(at -> at.schoolId().equals(schoolId) && at.period().contains(day));
    }

    public List<AtSchool> placesOn(LocalDate day) {
        return atSchool
            .stream()
            .filter(at -> at.period().contains(day))
            .toList();
    }

    public List<AtSchool> atSchool() {
        return List.copyOf(atSchool);
    }

    public List<Mentoring> mentors() {
        return List.copyOf(mentors);
    }

    AppliedMutations applied() {
        return applied;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String emailAddress() {
        return email;
    }

    @Nullable
    String teacherReferenceNumber() {
        return trn;
    }
}
