package org.coachbench.diagnostics;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.coachbench.access.AccessPolicy.DiagnosticAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.diagnostics.DiagnosticFile.NeedEntry;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.DiagnosticSet.QuestionKind;
import org.coachbench.diagnostics.EctResponses.SaidOfExamples;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** ECTs answer, one question at a time. */
@Service
public class DiagnosticMutations {

    private static final int TRIES = 100;

    private final MongoOperations store;
    private final DiagnosticSets sets;
    private final DiagnosticAccess access;
    private final People people;
    private final InputRules rules;
    private final Clock clock;

    DiagnosticMutations(
        MongoOperations store,
        DiagnosticSets sets,
        DiagnosticAccess access,
        People people,
        InputRules rules,
        Clock clock
    ) {
        this.store = store;
        this.sets = sets;
        this.access = access;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    public record AnswerDiagnostic(
        String ectId,
        String setId,
        String questionId,
        int sitting,
        @Nullable Integer option,
        @Nullable @Size(max = 500, message = "Shorten this to 500 characters.") String line,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record CheckExamples(
        String ectId,
        SchoolPhase phase,
        String family,
        @Nullable String needId,
        @Nullable @MutationId String clientMutationId
    ) {}

    public Person answer(Viewer viewer, AnswerDiagnostic input) {
        rules.check(input);
        var ect = ect(viewer, input.ectId());
        var set = sets
            .find(input.setId())
            .orElseThrow(() -> Problem.invalid("There is no such set of questions.", "setId"));
        var question = set
            .question(input.questionId())
            .orElseThrow(() -> Problem.invalid("The set has no such question.", "questionId"));
        requireFit(question, input);
        var line = input.line() == null ? null : input.line().strip();
        return change(viewer, ect, input, input.clientMutationId(), responses ->
            responses.answer(set, question, input.sitting(), input.option(), line, clock.instant())
        );
    }

    private static void requireFit(Question question, AnswerDiagnostic input) {
        var option = input.option();
        if (question.kind() == QuestionKind.OPEN_LINE) {
            if (input.line() == null || option != null) {
                throw Problem.invalid("Write a line, or leave it empty.", "line");
            }
        } else if (option == null || option < 0 || option >= question.options().size() || input.line() != null) {
            throw Problem.invalid("Choose one of the options.", "option");
        }
    }

    public Person checkExamples(Viewer viewer, CheckExamples input) {
        rules.check(input);
        var ect = ect(viewer, input.ectId());
        var family = sets
            .examples()
            .subject()
            .groups()
            .stream()
            .filter(one -> one.text().equals(input.family()))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("Choose one of the subjects.", "family"));
        if (
            input.needId() != null &&
            needs()
                .stream()
                .noneMatch(need -> need.id().equals(input.needId()))
        ) {
            throw Problem.invalid("Choose one of the needs, or none.", "needId");
        }
        return change(viewer, ect, input, input.clientMutationId(), responses ->
            responses.sayOfExamples(
                new SaidOfExamples(input.phase(), family.text(), family.subjects(), input.needId(), clock.instant())
            )
        );
    }

    private List<NeedEntry> needs() {
        return sets.examples().need().options();
    }

    private Person ect(Viewer viewer, String ectId) {
        return access
            .allowed(viewer, DiagnosticAct.ANSWER, people.findById(ectId).stream().toList())
            .stream()
            .findFirst()
            .orElseThrow(() -> Problem.notFound("ECT for whom you answer", "ectId"));
    }

    private Person change(
        Viewer viewer,
        Person ect,
        Object input,
        @Nullable String mutationId,
        Consumer<EctResponses> change
    ) {
        var key = AppliedMutations.key(viewer.personId(), input, mutationId);
        for (int tries = 1; ; tries++) {
            var stored = store.findById(ect.id(), EctResponses.class);
            var responses = stored == null ? new EctResponses(ect.id()) : stored;
            if (responses.applied().contains(key)) {
                return ect;
            }
            change.accept(responses);
            responses.applied().add(key);
            try {
                store.save(responses);
                return ect;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
