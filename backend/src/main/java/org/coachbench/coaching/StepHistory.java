package org.coachbench.coaching;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** What an ECT's cycles tell their mentor about the step that comes next; as many store commands for eighty cycles as for one. */
@Service
public class StepHistory {

    private final CycleAccess access;
    private final MongoOperations store;

    StepHistory(CycleAccess access, MongoOperations store) {
        this.access = access;
        this.store = store;
    }

    /** How steps of banks stand; of several cycles with one step the newest tells. */
    public Map<String, StepOutcome> outcomes(Viewer mentor, String ectId, @Nullable String exceptCycleId) {
        var chosen = Query.query(
            where("ectId")
                .is(ectId)
                .and("kind")
                .is(CycleKind.INSTRUCTIONAL)
                .and("step.stepId")
                .ne(null)
                .and("phase")
                .ne(Phase.CANCELLED)
                .andOperator(access.readable(mentor))
        ).with(Sort.by(Sort.Direction.ASC, "id"));
        chosen.fields().include("step.stepId", "step.outcome");
        var outcomes = new HashMap<String, StepOutcome>();
        store
            .find(chosen, StepOnly.class, CoachingCycle.COLLECTION)
            .stream()
            .filter(cycle -> !cycle.id().equals(exceptCycleId))
            .forEach(cycle -> outcomes.put(cycle.step().stepId(), cycle.step().outcome()));
        return outcomes;
    }

    /** The notes of the mentor's own last drop-ins, the newest drop-in first; those of a mentor before stay theirs. */
    public List<List<String>> notes(Viewer mentor, String ectId, int dropIns) {
        var newest = Query.query(
            where("ectId")
                .is(ectId)
                .and("kind")
                .is(CycleKind.INSTRUCTIONAL)
                .and("mentorId")
                .is(mentor.personId())
                .and("phase")
                .ne(Phase.CANCELLED)
        )
            .with(Sort.by(Sort.Direction.DESC, "id"))
            .limit(dropIns);
        newest.fields().include("observation.evidence.text");
        return store
            .find(newest, NotesOnly.class, CoachingCycle.COLLECTION)
            .stream()
            .map(cycle -> cycle.observation().evidence().stream().map(NoteOnly::text).toList())
            .toList();
    }

    private record StepOnly(String id, OutcomeOnly step) {}

    private record OutcomeOnly(String stepId, StepOutcome outcome) {}

    private record NotesOnly(EvidenceOnly observation) {}

    private record EvidenceOnly(List<NoteOnly> evidence) {}

    private record NoteOnly(String text) {}
}
