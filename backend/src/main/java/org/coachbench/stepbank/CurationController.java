package org.coachbench.stepbank;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.spreadsheet.FileProblem;
import org.coachbench.stepbank.Curation.AdaptStep;
import org.coachbench.stepbank.Curation.DraftStep;
import org.coachbench.stepbank.Curation.EditStep;
import org.coachbench.stepbank.Curation.OpenStepBank;
import org.coachbench.stepbank.Curation.PublishStep;
import org.coachbench.stepbank.Curation.RetireStep;
import org.coachbench.stepbank.Sharing.AnswerProposal;
import org.coachbench.stepbank.Sharing.ProposeStep;
import org.coachbench.stepbank.StepExchange.ExchangeFormat;
import org.coachbench.stepbank.StepExchange.ImportEffect;
import org.coachbench.stepbank.StepExchange.ImportSteps;
import org.coachbench.stepbank.StepExchange.ImportedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of stepbank.graphqls, and the export of a bank. */
@Controller
class CurationController {

    private final Curation curation;
    private final Sharing sharing;
    private final StepExchange exchange;
    private final Banks banks;

    CurationController(Curation curation, Sharing sharing, StepExchange exchange, Banks banks) {
        this.curation = curation;
        this.sharing = sharing;
        this.exchange = exchange;
        this.banks = banks;
    }

    record StepBankPayload(@Nullable StepBank bank, List<Problem> problems) {}

    record StepPayload(@Nullable Step step, List<Problem> problems) {}

    record StepProposalPayload(@Nullable StepProposal proposal, List<Problem> problems) {}

    record ImportStepsPayload(
        List<ImportedStep> steps,
        int added,
        int changed,
        int unchanged,
        List<FileProblem> fileProblems,
        List<Problem> problems
    ) {}

    @MutationMapping
    StepBankPayload openStepBank(@Argument OpenStepBank input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new StepBankPayload(curation.openBank(viewer, input), List.of()),
            problems -> new StepBankPayload(null, problems)
        );
    }

    @MutationMapping
    StepPayload draftStep(@Argument DraftStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> curation.draft(viewer, input));
    }

    @MutationMapping
    StepPayload editStep(@Argument EditStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> curation.edit(viewer, input));
    }

    @MutationMapping
    StepPayload publishStep(@Argument PublishStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> curation.publish(viewer, input));
    }

    @MutationMapping
    StepPayload retireStep(@Argument RetireStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> curation.retire(viewer, input));
    }

    @MutationMapping
    StepPayload adaptStep(@Argument AdaptStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> curation.adapt(viewer, input));
    }

    @MutationMapping
    StepPayload proposeStep(@Argument ProposeStep input, @AuthenticationPrincipal Viewer viewer) {
        return step(() -> sharing.propose(viewer, input));
    }

    @MutationMapping
    StepProposalPayload answerProposal(@Argument AnswerProposal input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new StepProposalPayload(sharing.answer(viewer, input), List.of()),
            problems -> new StepProposalPayload(null, problems)
        );
    }

    @MutationMapping
    ImportStepsPayload importSteps(@Argument ImportSteps input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> {
                var report = exchange.read(viewer, input);
                return new ImportStepsPayload(
                    report.shown(),
                    report.count(ImportEffect.ADDED),
                    report.count(ImportEffect.CHANGED),
                    report.count(ImportEffect.UNCHANGED),
                    report.fileProblems(),
                    List.of()
                );
            },
            problems -> new ImportStepsPayload(List.of(), 0, 0, 0, List.of(), problems)
        );
    }

    @SchemaMapping(typeName = "StepBank", field = "export")
    String export(StepBank bank, @Argument ExchangeFormat format) {
        return exchange.write(bank, format);
    }

    private StepPayload step(Supplier<BankStep> change) {
        return orProblems(
            () -> {
                var changed = change.get();
                var bank = banks.find(changed.bankId()).orElseThrow();
                return new StepPayload(Steps.step(changed, bank), List.of());
            },
            problems -> new StepPayload(null, problems)
        );
    }
}
