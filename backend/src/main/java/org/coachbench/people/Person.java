package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private @Nullable Integer version;

    private String name;

    /** In lower case; what they sign in with. */
    @Indexed(unique = true)
    private String email;

    @Indexed(unique = true, sparse = true)
    private @Nullable String trn;

    /** Who registered them with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String registeredBy;

    private List<AtSchool> atSchool = new ArrayList<>();
    private List<Mentoring> mentors = new ArrayList<>();
    private List<OutsideCheck> outside = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    /** Time at a school in one role; the working pattern is an ECT's, null when nobody said. */
    public record AtSchool(String schoolId, SchoolRole role, Interval period, @Nullable WorkingPattern workingPattern) {
        boolean isAs(String otherSchoolId, SchoolRole otherRole) {
            return schoolId.equals(otherSchoolId) && role == otherRole;
        }

        AtSchool during(Interval otherPeriod) {
            return new AtSchool(schoolId, role, otherPeriod, workingPattern);
        }
    }

    /** A mentorship as it stands with its ECT. */
    public record Mentoring(String id, String mentorId, String schoolId, Interval period) {
        Mentoring until(LocalDate lastDay) {
            return new Mentoring(id, mentorId, schoolId, period.until(lastDay));
        }

        Mentoring by(String otherMentorId) {
            return new Mentoring(id, otherMentorId, schoolId, period);
        }

        /** Part of somebody's time at a school. */
        boolean isWithin(AtSchool at) {
            return schoolId.equals(at.schoolId()) && at.period().covers(period);
        }
    }

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

    /** Their account stays theirs; they sign in with the new address from now on. */
    void correct(String correctName, Email correctEmail, @Nullable Trn correctTrn) {
        var digits = correctTrn == null ? null : correctTrn.digits();
        if (name.equals(correctName.strip()) && email.equals(correctEmail.address()) && Objects.equals(trn, digits)) {
            return;
        }
        name = correctName.strip();
        email = correctEmail.address();
        trn = digits;
        atSchool.forEach(at -> changed(ChangeToLog.DETAILS_CORRECTED, at));
    }

    void placeAtSchool(AtSchool at) {
        atSchool = PlaceRules.placed(atSchool, at);
    }

    void changeWorkingPattern(AtSchool at, WorkingPattern pattern) {
        atSchool = PlaceRules.replaced(
            atSchool,
            at,
            new AtSchool(at.schoolId(), at.role(), at.period(), pattern),
            "workingPattern"
        );
        changed(ChangeToLog.WORKING_PATTERN_CHANGED, at);
    }

    /** Ends their time at a school, or lets it go on when there is no last day; an ECT's mentorship there ends with it. */
    void leave(AtSchool at, @Nullable LocalDate lastDay) {
        var places = PlaceRules.replaced(atSchool, at, at.during(at.period().until(lastDay)), "finishedOn");
        if (at.role() == SchoolRole.ECT && lastDay != null) {
            mentors = MentorRules.endedByLeaving(name, mentors, mentorship -> mentorship.isWithin(at), lastDay);
        }
        atSchool = places;
        changed(lastDay == null ? ChangeToLog.DATES_CHANGED : ChangeToLog.LEFT, at);
    }

    /** From a day on an ECT is at another school; what was at the old one ends the day before. */
    void transfer(AtSchool to) {
        var firstDay = to.period().startedOn();
        var old = atSchool
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT && at.period().overlaps(to.period()))
            .findFirst()
            .orElseThrow(() ->
                Problem.invalid(
                    "They are an ECT nowhere on %s. Place them at the school instead.".formatted(
                        SchoolDay.text(firstDay)
                    ),
                    "startedOn"
                )
            );
        if (old.schoolId().equals(to.schoolId())) {
            throw Problem.invalid("They are an ECT there already %s.".formatted(old.period().text()), "schoolId");
        }
        if (!old.period().startedOn().isBefore(firstDay)) {
            throw Problem.invalid(
                "They are an ECT at another school %s. Start after their first day there.".formatted(
                    old.period().text()
                ),
                "startedOn"
            );
        }
        leave(old, firstDay.minusDays(1));
        placeAtSchool(to);
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
        var started = new Mentoring(MENTORSHIP_ID_PREFIX + new ObjectId().toHexString(), mentor.id, schoolId, period);
        mentors = MentorRules.started(mentors, started);
        mentorChanged(schoolId);
        return started;
    }

    Mentoring endMentorship(String mentorshipId, LocalDate lastDay) {
        var open = mentorship(mentorshipId).orElseThrow(() -> Problem.notFound("mentorship", "mentorshipId"));
        mentors = MentorRules.ended(mentors, open, lastDay);
        mentorChanged(open.schoolId());
        return open.until(lastDay);
    }

    /** Takes back a mentorship that has not begun. */
    void cancelMentorship(String mentorshipId, LocalDate today) {
        var coming = mentorship(mentorshipId).orElseThrow(() -> Problem.notFound("mentorship", "mentorshipId"));
        if (!coming.period().startedOn().isAfter(today)) {
            throw Problem.invalid(
                "It began on %s. End it instead.".formatted(SchoolDay.text(coming.period().startedOn())),
                "mentorshipId"
            );
        }
        mentors.remove(coming);
        mentorChanged(coming.schoolId());
    }

    /** Their mentor leaves a school on a day; true when a mentorship ended by that. */
    boolean mentorLeaves(String mentorId, AtSchool mentorAt, LocalDate lastDay) {
        var before = mentors;
        mentors = MentorRules.endedByLeaving(
            name,
            mentors,
            mentorship -> mentorship.mentorId().equals(mentorId) && mentorship.isWithin(mentorAt),
            lastDay
        );
        var ended = !mentors.equals(before);
        if (ended) {
            mentorChanged(mentorAt.schoolId());
        }
        return ended;
    }

    /** Undoes a start that came too late: the mentor left meanwhile. */
    void neverMentored(String mentorshipId) {
        mentors.removeIf(mentorship -> mentorship.id().equals(mentorshipId));
    }

    /** Takes over what a double of this person holds; what stands in both is there once. */
    void takeOver(Person twin) {
        if (mentors.stream().anyMatch(mentorship -> mentorship.mentorId().equals(twin.id))) {
            throw Problem.invalid("One of the two mentors the other, so they are two people.", "doubleId");
        }
        for (var at : twin.atSchool) {
            atSchool = PlaceRules.merged(atSchool, at);
        }
        for (var mentorship : twin.mentors) {
            if (mentorship.mentorId().equals(id)) {
                throw Problem.invalid("One of the two mentors the other, so they are two people.", "doubleId");
            }
            mentors = MentorRules.merged(mentors, mentorship);
        }
        for (var check : twin.outside) {
            if (outside.stream().noneMatch(check::isTheSameTask)) {
                outside.add(check);
            }
        }
    }

    void takeNumberOf(Person twin) {
        if (trn == null) {
            trn = twin.trn;
        }
    }

    /** The ECT's mentor was registered twice: both records are one person from now on. */
    void mentorIsNow(String keptId, String doubleId) {
        mentors = new ArrayList<>(
            mentors
                .stream()
                .map(mentorship -> mentorship.mentorId().equals(doubleId) ? mentorship.by(keptId) : mentorship)
                .toList()
        );
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

    void check(OutsideCheck check) {
        outside = new ArrayList<>(OutsideCheck.with(check, outside));
    }

    /** Something changed that was told outside already. */
    void changed(ChangeToLog change, AtSchool at) {
        outside = new ArrayList<>(OutsideCheck.afterChange(change, at.schoolId(), at.role(), outside));
    }

    private void mentorChanged(String schoolId) {
        outside = new ArrayList<>(
            OutsideCheck.afterChange(ChangeToLog.MENTOR_CHANGED, schoolId, SchoolRole.ECT, outside)
        );
    }

    List<OutsideCheck> outsideChecks(AtSchool at) {
        return OutsideCheck.of(at, outside);
    }

    boolean isAt(String schoolId, SchoolRole role, Interval period) {
        return atSchool.stream().anyMatch(at -> at.isAs(schoolId, role) && at.period().covers(period));
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

    /** Where somebody is on a day; of one who is nowhere then, where they are to be. */
    List<AtSchool> placesOnOrElseAfter(LocalDate day) {
        var there = placesOn(day);
        return there.isEmpty()
            ? atSchool
                  .stream()
                  .filter(at -> at.period().startedOn().isAfter(day))
                  .toList()
            : there;
    }

    public List<AtSchool> atSchool() {
        return List.copyOf(atSchool);
    }

    /** By their first day as an ECT anywhere: it does not change with the school. */
    public Optional<Cohort> cohort() {
        return atSchool
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .map(at -> at.period().startedOn())
            .min(LocalDate::compareTo)
            .map(Cohort::of);
    }

    public List<Mentoring> mentors() {
        return List.copyOf(mentors);
    }

    boolean isStored() {
        return version != null;
    }

    /** Two readings of one record are one person, also where an answer reaches them by two ways. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && id.equals(person.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
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
