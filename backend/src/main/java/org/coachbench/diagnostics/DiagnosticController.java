package org.coachbench.diagnostics;

import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coachbench.access.AccessPolicy.DiagnosticAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.diagnostics.DiagnosticFile.FamilyEntry;
import org.coachbench.diagnostics.DiagnosticFile.NeedEntry;
import org.coachbench.diagnostics.DiagnosticFile.PhaseEntry;
import org.coachbench.diagnostics.DiagnosticMutations.AnswerDiagnostic;
import org.coachbench.diagnostics.DiagnosticMutations.CheckExamples;
import org.coachbench.diagnostics.Diagnostics.AskedSet;
import org.coachbench.diagnostics.Diagnostics.Completion;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What diagnostics.graphqls says. */
@Controller
class DiagnosticController {

    private final DiagnosticRecords records;
    private final DiagnosticMutations mutations;
    private final DiagnosticAccess access;
    private final DiagnosticSets sets;

    DiagnosticController(
        DiagnosticRecords records,
        DiagnosticMutations mutations,
        DiagnosticAccess access,
        DiagnosticSets sets
    ) {
        this.records = records;
        this.mutations = mutations;
        this.access = access;
        this.sets = sets;
    }

    record DiagnosticsPayload(@Nullable Person ect, List<Problem> problems) {}

    record ExampleQuestions(
        String title,
        String about,
        String asksPhase,
        List<PhaseEntry> phases,
        String asksSubject,
        List<FamilyEntry> families,
        String asksNeed,
        List<NeedEntry> needs
    ) {}

    @QueryMapping
    ExampleQuestions exampleQuestions() {
        var file = sets.examples();
        return new ExampleQuestions(
            file.title(),
            file.about(),
            file.phase().asks(),
            file.phase().options(),
            file.subject().asks(),
            file.subject().groups(),
            file.need().asks(),
            file.need().options()
        );
    }

    @BatchMapping(typeName = "Person")
    Map<Person, Diagnostics> diagnostics(List<Person> asked, Principal principal) {
        return records.of(access.allowed(Viewer.of(principal), DiagnosticAct.READ, asked));
    }

    @BatchMapping(typeName = "Person")
    Map<Person, List<Completion>> diagnosticsCompletion(List<Person> asked, Principal principal) {
        return records.completions(access.allowed(Viewer.of(principal), DiagnosticAct.READ_COMPLETION, asked));
    }

    @SchemaMapping(typeName = "Diagnostics")
    @Nullable
    AskedSet set(Diagnostics diagnostics, @Argument String id) {
        return diagnostics
            .sets()
            .stream()
            .filter(set -> set.id().equals(id))
            .findFirst()
            .orElse(null);
    }

    @MutationMapping
    DiagnosticsPayload answerDiagnostic(@Argument AnswerDiagnostic input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> mutations.answer(viewer, input));
    }

    @MutationMapping
    DiagnosticsPayload checkExamples(@Argument CheckExamples input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> mutations.checkExamples(viewer, input));
    }

    private static DiagnosticsPayload payload(Supplier<Person> change) {
        return orProblems(
            () -> new DiagnosticsPayload(change.get(), List.of()),
            problems -> new DiagnosticsPayload(null, problems)
        );
    }
}
