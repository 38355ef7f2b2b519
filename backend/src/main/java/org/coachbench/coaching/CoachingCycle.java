package org.coachbench.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.PhaseProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CycleEvent.Header;
import org.coachbench.coaching.Observation.EvidenceNote;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.coaching.Observation.Praise;
import org.coachbench.coaching.PracticeRound.Feedback;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * One turn of observe, step, practice, feedback, and the rules of what may happen when. Every change adds its events
 * to the outbox, so that change and event are one write.
 */
@Document(CoachingCycle.COLLECTION)
@CompoundIndex(name = "mentor_newest", def = "{mentorId: 1, _id: -1}")
@CompoundIndex(name = "ect_newest", def = "{ectId: 1, _id: -1}")
@CompoundIndex(name = "mentor_scheduled", def = "{mentorId: 1, 'scheduled.endsAt': 1}")
@CompoundIndex(name = "ect_scheduled", def = "{ectId: 1, 'scheduled.endsAt': 1}")
@CompoundIndex(name = "scheduled", def = "{'scheduled.endsAt': 1}", sparse = true)
@CompoundIndex(name = "shared_with_coach", def = "{'coachAccess.coachId': 1}", sparse = true)
@CompoundIndex(name = "waiting_outbox", def = "{'outbox.0': 1}", sparse = true)
public class CoachingCycle {

    public static final String COLLECTION = "coaching_cycles";
    static final String ID_PREFIX = "cycle_";
    private static final int ROUNDS_NEEDED = 2;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_SECTION_RUNS = 100;
    private static final int MOST_COMMENTS = 200;

    @Id
    private final String id;

    /** The store's lock: it moves with every write. */
    @Version
    @Field("version")
    @SuppressWarnings("UnusedVariable") // read and counted by Spring Data
    private @Nullable Integer writes;

    /** The last event that was more than typing or a comment: what a versioned change must be based on. */
    @Field("lastChange")
    private int version;

    private final CycleKind kind;
    private final String mentorId;
    private final String ectId;
    private final Instant startedAt;

    /** In coaching for mentors, the session that is looked at; null when there is none. */
    private final @Nullable String reviewedCycleId;

    private Phase phase;
    private Observation observation;
    private @Nullable ChosenStep step;
    private @Nullable SessionPlan plan;
    private @Nullable ScheduledSession scheduled;
    private @Nullable Session session;

    /** The sequence numbers of the meeting's first and last event; 0 before they happened. */
    private int sessionStartedWith;

    private int sessionEndedWith;
    private List<PracticeRound> rounds = new ArrayList<>();
    private @Nullable FollowUp followUp;
    private @Nullable String reflection;
    private List<SharedNote> notes = new ArrayList<>();
    private List<MomentComment> comments = new ArrayList<>();
    private @Nullable Instant sharedAt;
    private @Nullable CoachAccess coachAccess;
    private @Nullable Instant closedAt;

    /** Mentor and ECT while the cycle is not over: the unique index lets a pair have one open cycle. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private @Nullable String openFor;

    /** Who began it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String startedBy;

    private AppliedMutations applied = new AppliedMutations();
    private int lastSequence;
    private List<CycleEvent> outbox = new ArrayList<>();

    @PersistenceCreator
    private CoachingCycle(
        String id,
        CycleKind kind,
        String mentorId,
        String ectId,
        Instant startedAt,
        @Nullable String reviewedCycleId,
        Phase phase,
        Observation observation,
        @Nullable String startedBy
    ) {
        this.id = id;
        this.kind = kind;
        this.mentorId = mentorId;
        this.ectId = ectId;
        this.startedAt = startedAt;
        this.reviewedCycleId = reviewedCycleId;
        this.phase = phase;
        this.observation = observation;
        this.startedBy = startedBy;
    }

    static CoachingCycle start(
        String id,
        String mentorId,
        String ectId,
        Lesson lesson,
        Instant observedAt,
        @Nullable String startedBy,
        Instant now
    ) {
        var observation = new Observation(lesson, observedAt, List.of(), List.of());
        return start(id, CycleKind.INSTRUCTIONAL, mentorId, ectId, null, observation, startedBy, now);
    }

    /** A coach coaches a mentor, on the ground of a session that the mentor shared, or of a talk. */
    static CoachingCycle startForMentor(
        String id,
        String coachId,
        String mentorId,
        @Nullable CoachingCycle reviewed,
        @Nullable String startedBy,
        Instant now
    ) {
        var lesson = reviewed == null ? new Lesson("A talk", "Mentor and coach", "") : reviewed.asLesson();
        var observation = new Observation(lesson, now, List.of(), List.of());
        var reviewedId = reviewed == null ? null : reviewed.id;
        return start(id, CycleKind.COACHING_FOR_MENTORS, coachId, mentorId, reviewedId, observation, startedBy, now);
    }

    private static CoachingCycle start(
        String id,
        CycleKind kind,
        String mentorId,
        String ectId,
        @Nullable String reviewedCycleId,
        Observation observation,
        @Nullable String startedBy,
        Instant now
    ) {
        var cycle = new CoachingCycle(
            id,
            kind,
            mentorId,
            ectId,
            now,
            reviewedCycleId,
            Phase.OBSERVE,
            observation,
            startedBy
        );
        cycle.openFor = pair(mentorId, ectId);
        cycle.happened(mentorId, now, header -> new CycleEvent.CycleStarted(header, observation.lesson()));
        return cycle;
    }

    /** Without the ECT's name: it stays when the coach may no longer see the session. */
    private Lesson asLesson() {
        var day = SchoolDay.text(SchoolDay.of(session == null ? startedAt : session.startedAt()));
        return new Lesson("Coaching session", day, step == null ? "" : step.title());
    }

    LogEntry logEntry() {
        return new LogEntry(
            id,
            ectId,
            mentorId,
            phase,
            startedAt,
            sharedAt,
            session == null ? null : session.startedAt(),
            session == null ? null : session.endedAt(),
            rounds.size(),
            lastSequence
        );
    }

    static String pair(String mentorId, String ectId) {
        return mentorId + " " + ectId;
    }

    void describeLesson(Lesson lesson, Instant now) {
        requirePreparing();
        observation = observation.of(lesson);
        happened(mentorId, now, header -> new CycleEvent.LessonDescribed(header, lesson));
    }

    void recordEvidence(String text, Instant at, Instant now) {
        requirePreparing();
        var note = new EvidenceNote(Ids.next("evidence_", now), at, text);
        observation = observation.with(note);
        happened(mentorId, now, header -> new CycleEvent.EvidenceRecorded(header, note));
    }

    void removeEvidence(String evidenceNoteId, Instant now) {
        requirePreparing();
        if (sharedAt != null) {
            throw outOfPhase("The cycle is shared; its notes stay as they are.");
        }
        if (!observation.hasNote(evidenceNoteId)) {
            throw Problem.notFound("evidence note", "evidenceNoteId");
        }
        if (step != null && observation.evidence().size() == 1) {
            throw outOfPhase("The step answers to this note. Record another one first.");
        }
        observation = observation.without(evidenceNoteId);
        happened(mentorId, now, header -> new CycleEvent.EvidenceRemoved(header, evidenceNoteId));
    }

    void recordPraise(String text, Instant now) {
        requirePreparing();
        var praise = new Praise(Ids.next("praise_", now), text);
        observation = observation.with(praise);
        happened(mentorId, now, header -> new CycleEvent.PraiseRecorded(header, praise));
    }

    void chooseStep(ChosenStep chosen, Instant now) {
        requirePreparing();
        if (observation.evidence().isEmpty()) {
            throw outOfPhase("Record what you saw or heard first: a step answers to evidence.");
        }
        if (chosen.evidenceNoteId() != null && !observation.hasNote(chosen.evidenceNoteId())) {
            throw Problem.notFound("evidence note", "evidenceNoteId");
        }
        step = chosen;
        happened(mentorId, now, header -> new CycleEvent.StepChosen(header, chosen));
        moveTo(Phase.STEP, now);
    }

    void tailorStep(String title, List<String> criteria, String model, String practice, Instant now) {
        requirePreparing();
        var tailored = chosenStep().tailored(title, criteria, model, practice, now);
        step = tailored;
        happened(mentorId, now, header -> new CycleEvent.StepTailored(header, tailored));
    }

    void planSession(List<PlannedSection> sections, Instant now) {
        requirePreparing();
        chosenStep();
        var planned = SessionPlan.of(sections, kind);
        plan = planned;
        happened(mentorId, now, header -> new CycleEvent.SessionPlanned(header, planned));
    }

    /** Or moves it. The same time again changes nothing. */
    void scheduleSession(Instant startsAt, Instant now) {
        requirePreparing();
        var chosen = ScheduledSession.at(startsAt, kind, scheduled, now);
        if (!chosen.equals(scheduled)) {
            scheduled = chosen;
            happened(mentorId, now, header -> new CycleEvent.SessionScheduled(header, chosen));
        }
    }

    void share(Instant now) {
        requirePreparing();
        chosenStep();
        if (plan == null) {
            throw outOfPhase("Plan the session first: the ECT sees step and agenda together.");
        }
        if (sharedAt == null) {
            sharedAt = now;
            happened(mentorId, now, CycleEvent.CycleShared::new);
        }
    }

    void startSession(Instant now) {
        requirePreparing();
        if (sharedAt == null || plan == null) {
            throw outOfPhase("Share the cycle with the ECT first: both need it in the session.");
        }
        var started = Session.startedWith(plan.sections().getFirst(), now);
        session = started;
        happened(mentorId, now, CycleEvent.SessionStarted::new);
        sessionStartedWith = lastSequence;
        happened(mentorId, now, header -> new CycleEvent.SectionStarted(header, started.sections().getLast()));
        moveTo(Phase.PRACTICE, now);
    }

    void startSection(String sectionId, Instant now) {
        var running = runningSession();
        if (plan == null || running.sections().size() == MOST_SECTION_RUNS) {
            throw outOfPhase("The agenda was walked through too often. Close the cycle.");
        }
        var next = plan.section(sectionId).orElseThrow(() -> Problem.notFound("section in the plan", "sectionId"));
        var moved = running.movedTo(next, now);
        session = moved;
        happened(mentorId, now, header -> new CycleEvent.SectionStarted(header, moved.sections().getLast()));
    }

    void logPracticeRound(String rehearsed, List<String> criteriaSeen, Instant now) {
        runningSession();
        if (phase == Phase.FEEDBACK) {
            throw outOfPhase("Give feedback on the last round first.");
        }
        if (rounds.size() == MOST_ROUNDS) {
            throw outOfPhase("A session holds %d rounds.".formatted(MOST_ROUNDS));
        }
        var known = chosenStep();
        for (int i = 0; i < criteriaSeen.size(); i++) {
            if (!known.hasCriterion(criteriaSeen.get(i))) {
                throw Problem.notFound("success criterion in the step", "criteriaSeen", String.valueOf(i));
            }
        }
        var round = new PracticeRound(
            Ids.next("round_", now),
            rounds.size() + 1,
            now,
            rehearsed,
            List.copyOf(criteriaSeen),
            null
        );
        rounds.add(round);
        happened(mentorId, now, header -> new CycleEvent.PracticeRoundLogged(header, round));
        moveTo(Phase.FEEDBACK, now);
    }

    void giveFeedback(String roundId, String text, Instant now) {
        runningSession();
        if (rounds.stream().noneMatch(round -> round.id().equals(roundId))) {
            throw Problem.notFound("practice round", "roundId");
        }
        if (phase != Phase.FEEDBACK || !rounds.getLast().id().equals(roundId)) {
            throw outOfPhase("This round has its feedback. Log the next rehearsal first.");
        }
        var round = rounds.removeLast().with(new Feedback(text, now));
        rounds.add(round);
        happened(mentorId, now, header -> new CycleEvent.FeedbackGiven(header, round));
        moveTo(Phase.PRACTICE, now);
    }

    void agreeFollowUp(FollowUp agreed, LocalDate today, Instant now) {
        runningSession();
        if (agreed.useOn().isBefore(today)) {
            throw Problem.invalid("Choose today or a later day.", "useOn");
        }
        if (agreed.nextDropInOn().isBefore(agreed.useOn())) {
            throw Problem.invalid("The next drop-in comes on or after the day of first use.", "nextDropInOn");
        }
        followUp = agreed;
        happened(mentorId, now, header -> new CycleEvent.FollowUpAgreed(header, agreed));
    }

    void close(Instant now) {
        var running = runningSession();
        long withFeedback = rounds
            .stream()
            .filter(round -> round.feedback() != null)
            .count();
        if (phase == Phase.FEEDBACK || withFeedback < ROUNDS_NEEDED) {
            throw outOfPhase("Rehearse twice at least, with feedback after each round.");
        }
        if (followUp == null) {
            throw outOfPhase("Agree the follow-up first.");
        }
        endSession(running, now);
        end(Phase.CLOSED, now);
    }

    void cancel(String reason, Instant now) {
        if (phase.isOver()) {
            throw outOfPhase("The cycle is over already.");
        }
        if (session != null) {
            endSession(session, now);
        }
        happened(mentorId, now, header -> new CycleEvent.CycleCancelled(header, reason));
        end(Phase.CANCELLED, now);
    }

    void writeReflection(String text, Instant now) {
        if (sharedAt == null || phase == Phase.CANCELLED) {
            throw outOfPhase("A reflection belongs to a shared cycle.");
        }
        reflection = text.isBlank() ? null : text;
        happened(ectId, now, header -> new CycleEvent.ReflectionWritten(header, text));
    }

    void reviewStep(StepOutcome outcome, Instant now) {
        if (phase != Phase.CLOSED) {
            throw outOfPhase("Close the cycle first, then say how the step stands.");
        }
        step = chosenStep().reviewed(outcome);
        happened(mentorId, now, header -> new CycleEvent.StepReviewed(header, outcome));
    }

    /** At any time, so that nothing typed offline is lost. */
    void editNote(String personId, NoteKind kind, String changes, Instant now) {
        var before = note(kind);
        var after = before.merged(changes);
        if (!after.equals(before)) {
            notes.removeIf(note -> note.kind() == kind);
            notes.add(after);
            happened(personId, now, header -> new CycleEvent.NoteEdited(header, kind, changes));
        }
    }

    void comment(String personId, int sequence, String text, Instant now) {
        if (session == null) {
            throw outOfPhase("The session has not started. Comment on its moments when it has.");
        }
        if (sequence < sessionStartedWith || sequence > (session.endedAt() == null ? lastSequence : sessionEndedWith)) {
            throw Problem.invalid("Choose a moment of the meeting, from its start to its end.", "sequence");
        }
        if (comments.size() == MOST_COMMENTS) {
            throw outOfPhase("A meeting holds %d comments.".formatted(MOST_COMMENTS));
        }
        var comment = new MomentComment(Ids.next("comment_", now), sequence, personId, now, text);
        comments.add(comment);
        happened(personId, now, header -> new CycleEvent.MomentCommented(header, comment));
    }

    /** The same again changes nothing. What the ECT ended stays ended. */
    void shareWithCoach(String coachId, Instant now) {
        if (kind != CycleKind.INSTRUCTIONAL || phase == Phase.CANCELLED || sharedAt == null) {
            throw outOfPhase("Share the cycle with the ECT first: they know who sees it.");
        }
        if (coachAccess != null && coachAccess.lasts() && coachAccess.coachId().equals(coachId)) {
            return;
        }
        if (endedByEct()) {
            throw outOfPhase("The ECT ended the coach's access to this session. Share another one.");
        }
        coachAccess = CoachAccess.of(coachId, now);
        happened(mentorId, now, header -> new CycleEvent.SharedWithCoach(header, coachId));
    }

    void endCoachAccess(String personId, Instant now) {
        if (coachAccess == null || !coachAccess.lasts()) {
            throw outOfPhase("No coach has access to this session.");
        }
        coachAccess = coachAccess.ended(personId, now);
        happened(personId, now, CycleEvent.CoachAccessEnded::new);
    }

    void markReviewed(Instant now) {
        if (coachAccess == null || session == null) {
            throw outOfPhase("The session has not started. Review it when it has.");
        }
        coachAccess = coachAccess.reviewed(now);
        happened(coachAccess.coachId(), now, CycleEvent.SessionReviewed::new);
    }

    boolean isSharedWith(String coachId) {
        return coachAccess != null && coachAccess.lasts() && coachAccess.coachId().equals(coachId);
    }

    private boolean endedByEct() {
        return coachAccess != null && ectId.equals(coachAccess.endedBy());
    }

    /** What the coach may do next who reviews the session. */
    Set<CycleAction> coachActions() {
        return session == null ? Set.of() : EnumSet.of(CycleAction.COMMENT, CycleAction.MARK_REVIEWED);
    }

    /** What the mentor may do next. */
    Set<CycleAction> mentorActions() {
        var actions = EnumSet.noneOf(CycleAction.class);
        if (phase.isPreparing()) {
            actions.add(CycleAction.OBSERVE);
            actions.add(CycleAction.SCHEDULE_SESSION);
            if (!observation.evidence().isEmpty()) {
                actions.add(CycleAction.CHOOSE_STEP);
            }
            if (step != null) {
                actions.add(CycleAction.PLAN_SESSION);
            }
            if (plan != null) {
                actions.add(sharedAt == null ? CycleAction.SHARE : CycleAction.START_SESSION);
            }
        }
        if (phase.isInSession()) {
            actions.addAll(EnumSet.of(CycleAction.RUN_SESSION, CycleAction.AGREE_FOLLOW_UP));
            if (phase == Phase.FEEDBACK) {
                actions.add(CycleAction.GIVE_FEEDBACK);
            } else if (followUp != null && rounds.size() >= ROUNDS_NEEDED) {
                actions.add(CycleAction.CLOSE);
            }
        }
        if (!phase.isOver()) {
            actions.add(CycleAction.CANCEL);
        }
        if (phase == Phase.CLOSED) {
            actions.add(CycleAction.REVIEW_STEP);
        }
        if (session != null) {
            actions.add(CycleAction.COMMENT);
        }
        var seen = coachAccess != null && coachAccess.lasts();
        if (kind == CycleKind.INSTRUCTIONAL && sharedAt != null && phase != Phase.CANCELLED && !seen && !endedByEct()) {
            actions.add(CycleAction.SHARE_WITH_COACH);
        }
        return actions;
    }

    /** What the ECT may do next, once the cycle is shared. */
    Set<CycleAction> ectActions() {
        var actions = EnumSet.noneOf(CycleAction.class);
        if (phase != Phase.CANCELLED) {
            actions.add(CycleAction.REFLECT);
        }
        if (session != null) {
            actions.add(CycleAction.COMMENT);
        }
        return actions;
    }

    AppliedMutations applied() {
        return applied;
    }

    /** For a cycle that takes place nowhere: nobody follows it. */
    void forgetEvents() {
        outbox.clear();
    }

    private ChosenStep chosenStep() {
        if (step == null) {
            throw outOfPhase("Choose a step first.");
        }
        return step;
    }

    private Session runningSession() {
        if (session == null || !phase.isInSession()) {
            throw outOfPhase(phase.isOver() ? "The session is over." : "Start the session first.");
        }
        return session;
    }

    private void requirePreparing() {
        if (!phase.isPreparing()) {
            throw outOfPhase("The session has started; this can no longer change.");
        }
    }

    private ProblemException outOfPhase(String message) {
        return new ProblemException(new PhaseProblem(message, List.of("input"), phase.name()));
    }

    private void endSession(Session running, Instant now) {
        session = running.ended(now);
        happened(mentorId, now, CycleEvent.SessionEnded::new);
        sessionEndedWith = lastSequence;
    }

    private void end(Phase over, Instant now) {
        moveTo(over, now);
        closedAt = now;
        openFor = null;
    }

    private void moveTo(Phase next, Instant now) {
        if (phase != next) {
            var from = phase;
            phase = next;
            happened(mentorId, now, header -> new CycleEvent.PhaseChanged(header, from, next));
        }
    }

    private void happened(String personId, Instant now, Function<Header, CycleEvent> event) {
        lastSequence++;
        var happened = event.apply(new Header(id, lastSequence, now, personId));
        if (happened.isChange()) {
            version = lastSequence;
        }
        outbox.add(happened);
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public CycleKind kind() {
        return kind;
    }

    public Phase phase() {
        return phase;
    }

    public String mentorId() {
        return mentorId;
    }

    public String ectId() {
        return ectId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant sharedAt() {
        return sharedAt;
    }

    /** Null while the session was shared with no coach. */
    public @Nullable CoachAccess coachAccess() {
        return coachAccess;
    }

    @Nullable
    String reviewedCycleId() {
        return reviewedCycleId;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public int lastSequence() {
        return lastSequence;
    }

    /** Events that are not known to stand in the log of events yet. */
    public List<CycleEvent> outbox() {
        return List.copyOf(outbox);
    }

    public Observation observation() {
        return observation;
    }

    public @Nullable ChosenStep step() {
        return step;
    }

    public @Nullable SessionPlan plan() {
        return plan;
    }

    /** When the two will meet; null before somebody said so. It stays when the session began at another time. */
    public @Nullable ScheduledSession scheduled() {
        return scheduled;
    }

    public @Nullable Session session() {
        return session;
    }

    public List<PracticeRound> rounds() {
        return List.copyOf(rounds);
    }

    public @Nullable FollowUp followUp() {
        return followUp;
    }

    /** In the order in which they were made. */
    List<MomentComment> comments() {
        return List.copyOf(comments);
    }

    @Nullable
    String reflection() {
        return reflection;
    }

    SharedNote note(NoteKind kind) {
        return notes
            .stream()
            .filter(note -> note.kind() == kind)
            .findFirst()
            .orElseGet(() -> SharedNote.empty(kind));
    }
}
