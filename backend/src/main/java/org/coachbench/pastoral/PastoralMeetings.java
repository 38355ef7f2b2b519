package org.coachbench.pastoral;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PastoralAct;
import org.coachbench.access.AccessPolicy.PastoralRelation;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.ConflictProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.ProgrammePlanning;
import org.coachbench.programme.ProgrammePlanning.LogPastoralMeeting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Pastoral meetings, for the two who meet and nobody else. That one took place counts towards the ECT's cadence. */
@Service
class PastoralMeetings {

    private static final Logger log = LoggerFactory.getLogger(PastoralMeetings.class);
    private static final int MOST_OF_A_PAIR = 200;
    private static final int MOST_SHOWN = 400;
    private static final int MONTHS_AHEAD = 12;

    private final MongoOperations store;
    private final NoteSeals seals;
    private final PastoralTopics topics;
    private final People people;
    private final PersonAccess access;
    private final ProgrammePlanning planning;
    private final InputRules rules;
    private final JsonMapper json;

    PastoralMeetings(
        MongoOperations store,
        NoteSeals seals,
        PastoralTopics topics,
        People people,
        PersonAccess access,
        ProgrammePlanning planning,
        InputRules rules,
        JsonMapper json
    ) {
        this.store = store;
        this.seals = seals;
        this.topics = topics;
        this.people = people;
        this.access = access;
        this.planning = planning;
        this.rules = rules;
        this.json = json;
    }

    record PlanPastoralMeeting(
        String ectId,
        LocalDate on,
        @Nullable @Valid PastoralNotes notes,
        @Nullable @MutationId String clientMutationId
    ) {}

    record WritePastoralNotes(
        String meetingId,
        int basedOn,
        @Valid PastoralNotes notes,
        @Nullable @MutationId String clientMutationId
    ) {}

    record MovePastoralMeeting(String meetingId, LocalDate on, @Nullable @MutationId String clientMutationId) {}

    record HoldPastoralMeeting(String meetingId, LocalDate on, @Nullable @MutationId String clientMutationId) {}

    record DropPastoralMeeting(String meetingId, @Nullable @MutationId String clientMutationId) {}

    /** What is sealed: the meeting's id goes with its notes, so that they cannot be read under another one's name. */
    private record SealedNotes(String meetingId, PastoralNotes notes) {}

    boolean keepsNotes() {
        return seals.canSeal();
    }

    PastoralMeeting plan(Viewer viewer, PlanPastoralMeeting input) {
        rules.check(input);
        var ect = people
            .findById(input.ectId())
            .filter(person -> access.allows(viewer, PersonAct.LOG_MEETING, person, Set.of()))
            .orElseThrow(() -> Problem.notFound("ECT whom you mentor", "ectId"));
        var plannedBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (plannedBy != null) {
            var planned = byPlan(plannedBy);
            if (planned.isPresent()) {
                return planned.get();
            }
        }
        requireComing(input.on());
        var ofPair = where("ectId").is(ect.id()).and("mentorId").is(viewer.personId());
        if (store.count(Query.query(ofPair), PastoralMeeting.class) >= MOST_OF_A_PAIR) {
            throw Problem.invalid("There are %d pastoral meetings already.".formatted(MOST_OF_A_PAIR), "ectId");
        }
        var meeting = PastoralMeeting.plan(viewer.personId(), ect.id(), input.on(), plannedBy);
        if (input.notes() != null) {
            write(meeting, input.notes());
        }
        try {
            return store.insert(meeting);
        } catch (DuplicateKeyException e) {
            return Optional.ofNullable(plannedBy)
                .flatMap(this::byPlan)
                .orElseThrow(() -> e);
        }
    }

    private Optional<PastoralMeeting> byPlan(String plannedBy) {
        return Optional.ofNullable(store.findOne(Query.query(where("plannedBy").is(plannedBy)), PastoralMeeting.class));
    }

    PastoralMeeting write(Viewer viewer, WritePastoralNotes input) {
        rules.check(input);
        return change(viewer, PastoralAct.WRITE, input.meetingId(), input, input.clientMutationId(), meeting -> {
            if (meeting.version() != input.basedOn()) {
                throw conflict(meeting.version());
            }
            write(meeting, input.notes());
        });
    }

    private void write(PastoralMeeting meeting, PastoralNotes notes) {
        if (!seals.canSeal()) {
            throw Problem.invalid(
                "Notes cannot be kept here until whoever runs the service has set a key for them.",
                "notes"
            );
        }
        for (int i = 0; i < notes.topicIds().size(); i++) {
            if (!topics.has(notes.topicIds().get(i))) {
                throw Problem.invalid(
                    "There is no such topic. Choose another one.",
                    "notes",
                    "topicIds",
                    String.valueOf(i)
                );
            }
        }
        meeting.seal(seals.seal(json.writeValueAsBytes(new SealedNotes(meeting.id(), notes))));
    }

    PastoralMeeting move(Viewer viewer, MovePastoralMeeting input) {
        rules.check(input);
        return change(viewer, PastoralAct.HOLD, input.meetingId(), input, input.clientMutationId(), meeting -> {
            if (meeting.tookPlace()) {
                throw Problem.invalid("It took place already.", "meetingId");
            }
            requireComing(input.on());
            meeting.move(input.on());
        });
    }

    /** Counted first: cut off in between, it is done again by the repeat, and the day is counted once. */
    PastoralMeeting hold(Viewer viewer, HoldPastoralMeeting input) {
        rules.check(input);
        return change(viewer, PastoralAct.HOLD, input.meetingId(), input, input.clientMutationId(), meeting -> {
            if (meeting.tookPlace()) {
                throw Problem.invalid("It took place already.", "meetingId");
            }
            planning.logPastoralMeeting(
                viewer,
                new LogPastoralMeeting(meeting.ectId(), input.on(), meeting.id() + " " + input.on())
            );
            meeting.tookPlaceOn(input.on());
        });
    }

    /** What never took place need not be kept. */
    void drop(Viewer viewer, DropPastoralMeeting input) {
        rules.check(input);
        var meeting = find(viewer, PastoralAct.HOLD, input.meetingId());
        if (meeting.tookPlace()) {
            throw Problem.invalid("It took place, and counts.", "meetingId");
        }
        store.remove(meeting);
    }

    private PastoralMeeting change(
        Viewer viewer,
        PastoralAct act,
        String meetingId,
        Object input,
        @Nullable String mutationId,
        Consumer<PastoralMeeting> change
    ) {
        var key = AppliedMutations.key(viewer.personId(), input, mutationId);
        var meeting = find(viewer, act, meetingId);
        if (meeting.applied().contains(key)) {
            return meeting;
        }
        change.accept(meeting);
        meeting.applied().add(key);
        try {
            return store.save(meeting);
        } catch (OptimisticLockingFailureException e) {
            var now = store.findById(meetingId, PastoralMeeting.class);
            if (now == null) {
                throw notFound();
            }
            if (now.applied().contains(key)) {
                return now;
            }
            throw conflict(now.version());
        }
    }

    PastoralMeeting find(Viewer viewer, PastoralAct act, String id) {
        var meeting = store.findById(id, PastoralMeeting.class);
        if (meeting == null) {
            throw notFound();
        }
        var mentorsNow = people
            .findById(meeting.ectId())
            .filter(ect -> mentors(meeting.mentorId(), ect))
            .isPresent();
        if (!AccessPolicy.allows(act, relation(viewer, meeting, mentorsNow))) {
            throw notFound();
        }
        return meeting;
    }

    private static ProblemException notFound() {
        return Problem.notFound("pastoral meeting of yours that you may change", "meetingId");
    }

    private static ProblemException conflict(int version) {
        return new ProblemException(
            new ConflictProblem(
                "The other of you changed this meanwhile. Read it again, then decide.",
                List.of("input", "basedOn"),
                version
            )
        );
    }

    private static void requireComing(LocalDate on) {
        var today = SchoolDay.today();
        if (on.isBefore(today) || on.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            throw Problem.invalid("Enter today or a day of the next %d months.".formatted(MONTHS_AHEAD), "on");
        }
    }

    /** The viewer's own, the latest first. */
    List<PastoralMeeting> of(Viewer viewer, @Nullable String ectId) {
        var mine = new Criteria().orOperator(
            where("mentorId").is(viewer.personId()),
            where("ectId").is(viewer.personId())
        );
        var wanted = ectId == null ? mine : new Criteria().andOperator(mine, where("ectId").is(ectId));
        var query = Query.query(wanted)
            .with(Sort.by(Sort.Direction.DESC, "day", "_id"))
            .limit(MOST_SHOWN);
        return store
            .find(query, PastoralMeeting.class)
            .stream()
            .filter(meeting -> AccessPolicy.allows(PastoralAct.READ, relation(viewer, meeting, false)))
            .toList();
    }

    /** For somebody who was given this meeting: whether they may write in it. */
    boolean mayWrite(Viewer viewer, PastoralMeeting meeting, Person ect) {
        return AccessPolicy.allows(PastoralAct.WRITE, relation(viewer, meeting, mentors(meeting.mentorId(), ect)));
    }

    /** For somebody who was given this meeting. Null when the key is gone with which they were sealed. */
    @Nullable
    PastoralNotes notes(PastoralMeeting meeting) {
        var sealed = meeting.sealed();
        if (sealed == null) {
            return PastoralNotes.NONE;
        }
        var open = seals.open(sealed).orElse(null);
        if (open == null) {
            log.warn("The notes of {} are sealed with key {}, which is not configured", meeting.id(), sealed.key());
            return null;
        }
        var notes = json.readValue(open, SealedNotes.class);
        if (!notes.meetingId().equals(meeting.id())) {
            throw new IllegalStateException("The notes of %s are another meeting's.".formatted(meeting.id()));
        }
        return notes.notes();
    }

    private static boolean mentors(String mentorId, Person ect) {
        return ect
            .mentorOn(SchoolDay.today())
            .filter(mentoring -> mentoring.mentorId().equals(mentorId))
            .isPresent();
    }

    private static PastoralRelation relation(Viewer viewer, PastoralMeeting meeting, boolean mentorsNow) {
        if (viewer.personId().equals(meeting.mentorId())) {
            return mentorsNow ? PastoralRelation.MENTOR : PastoralRelation.FORMER_MENTOR;
        }
        if (viewer.personId().equals(meeting.ectId())) {
            return mentorsNow ? PastoralRelation.ECT : PastoralRelation.FORMER_ECT;
        }
        return PastoralRelation.STRANGER;
    }
}
