package org.coachbench.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A tutor looked into a coaching cycle. It is written down before anything is shown, opens the cycle's log to that tutor
 * until the end of the day, and is there for the pair to see. What the tutor makes of it is between them and the mentor.
 */
@Document("tutor_visits")
@CompoundIndex(name = "visitor_newest", def = "{tutorId: 1, _id: -1}")
@CompoundIndex(name = "mentor_newest", def = "{mentorId: 1, _id: -1}")
@CompoundIndex(name = "ect_newest", def = "{ectId: 1, _id: -1}")
@CompoundIndex(name = "cycle_newest", def = "{cycleId: 1, _id: -1}")
public class TutorVisit {

    static final String ID_PREFIX = "visit_";
    static final int DAYS_TO_WRITE = 7;

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    /** Tutor, cycle and day: a second look on one day is the same visit. */
    @Indexed(unique = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final String key;

    private final String tutorId;
    private final String schoolId;
    private final String cycleId;
    private final String mentorId;
    private final String ectId;
    private final LocalDate day;
    private final Instant visitedAt;

    /** When it was made, or last written about; missing in those that were made before this was kept. */
    @Indexed(sparse = true)
    @SuppressWarnings("UnusedVariable") // read by queries
    private @Nullable Instant changedAt;

    private final VisitKind kind;
    private @Nullable String feedback;
    private @Nullable Instant feedbackAt;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    private AppliedMutations applied = new AppliedMutations();

    /** What was looked at. */
    enum VisitKind {
        LOG,
        SESSION,
    }

    /** What a viewer may do with a visit at this moment. */
    enum VisitAction {
        GIVE_FEEDBACK,
        ANSWER_FEEDBACK,
    }

    TutorVisit(
        String id,
        String key,
        String tutorId,
        String schoolId,
        String cycleId,
        String mentorId,
        String ectId,
        LocalDate day,
        Instant visitedAt,
        VisitKind kind
    ) {
        this.id = id;
        this.key = key;
        this.tutorId = tutorId;
        this.schoolId = schoolId;
        this.cycleId = cycleId;
        this.mentorId = mentorId;
        this.ectId = ectId;
        this.day = day;
        this.visitedAt = visitedAt;
        changedAt = visitedAt;
        this.kind = kind;
    }

    static TutorVisit begin(String tutorId, String schoolId, CoachingCycle cycle, Instant now) {
        var day = SchoolDay.of(now);
        var session = cycle.session();
        return new TutorVisit(
            ID_PREFIX + new ObjectId(Date.from(now)).toHexString(),
            key(tutorId, cycle.id(), day),
            tutorId,
            schoolId,
            cycle.id(),
            cycle.mentorId(),
            cycle.ectId(),
            day,
            now,
            session != null && session.endedAt() == null ? VisitKind.SESSION : VisitKind.LOG
        );
    }

    static String key(String tutorId, String cycleId, LocalDate day) {
        return tutorId + " " + cycleId + " " + day;
    }

    void giveFeedback(String text, Instant now) {
        if (answer != null) {
            throw Problem.invalid("The mentor has answered, so your feedback stays as it is.", "visitId");
        }
        if (feedbackAt != null && !SchoolDay.of(feedbackAt).equals(SchoolDay.of(now))) {
            throw Problem.invalid(
                "Feedback can be changed on the day it was written. Visit again to write more.",
                "visitId"
            );
        }
        if (feedbackAt == null && lateFor(SchoolDay.of(now))) {
            throw Problem.invalid(
                "Feedback is written within %d days of a visit. Visit again to write it.".formatted(DAYS_TO_WRITE),
                "visitId"
            );
        }
        feedback = text.strip();
        feedbackAt = now;
        changedAt = now;
    }

    void answerFeedback(String text, Instant now) {
        if (feedback == null) {
            throw Problem.invalid("There is no feedback to answer yet.", "visitId");
        }
        if (answer != null) {
            throw Problem.invalid("You have answered already.", "visitId");
        }
        answer = text.strip();
        answeredAt = now;
        changedAt = now;
    }

    /** What the person who made the visit may still do. */
    Set<VisitAction> visitorActions(LocalDate today) {
        var open = answer == null && (feedbackAt == null ? !lateFor(today) : SchoolDay.of(feedbackAt).equals(today));
        return open ? EnumSet.of(VisitAction.GIVE_FEEDBACK) : EnumSet.noneOf(VisitAction.class);
    }

    Set<VisitAction> mentorActions() {
        return feedback != null && answer == null
            ? EnumSet.of(VisitAction.ANSWER_FEEDBACK)
            : EnumSet.noneOf(VisitAction.class);
    }

    private boolean lateFor(LocalDate today) {
        return today.isAfter(day.plusDays(DAYS_TO_WRITE));
    }

    AppliedMutations applied() {
        return applied;
    }

    public String id() {
        return id;
    }

    String tutorId() {
        return tutorId;
    }

    String schoolId() {
        return schoolId;
    }

    String cycleId() {
        return cycleId;
    }

    String mentorId() {
        return mentorId;
    }

    String ectId() {
        return ectId;
    }

    LocalDate day() {
        return day;
    }

    Instant visitedAt() {
        return visitedAt;
    }

    VisitKind kind() {
        return kind;
    }

    @Nullable
    String feedback() {
        return feedback;
    }

    @Nullable
    Instant feedbackAt() {
        return feedbackAt;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
