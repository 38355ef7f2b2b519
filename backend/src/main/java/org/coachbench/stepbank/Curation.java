package org.coachbench.stepbank;

import static org.coachbench.api.Problem.notFound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.ConflictProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.people.Schools;
import org.coachbench.stepbank.BankAccess.Standing;
import org.coachbench.stepbank.StepBank.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Writes the banks of schools. */
@Service
class Curation {

    private static final int MOST_BANKS = 20;

    private final Banks banks;
    private final SchoolBanks schoolBanks;
    private final Schools schools;
    private final BankSteps bankSteps;
    private final Steps steps;
    private final BankAccess access;
    private final InputRules rules;

    Curation(
        Banks banks,
        SchoolBanks schoolBanks,
        Schools schools,
        BankSteps bankSteps,
        Steps steps,
        BankAccess access,
        InputRules rules
    ) {
        this.banks = banks;
        this.schoolBanks = schoolBanks;
        this.schools = schools;
        this.bankSteps = bankSteps;
        this.steps = steps;
        this.access = access;
        this.rules = rules;
    }

    record OpenStepBank(
        String schoolId,
        @NotBlank(message = "Enter a title.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String title,
        Audience audience,
        @Nullable @MutationId String clientMutationId
    ) {}

    record DraftStep(
        String bankId,
        String moduleId,
        @Valid StepContentInput content,
        @Nullable @MutationId String clientMutationId
    ) {}

    record EditStep(
        String stepId,
        int version,
        String moduleId,
        @Valid StepContentInput content,
        @Nullable @MutationId String clientMutationId
    ) {}

    record PublishStep(String stepId, int version, @Nullable @MutationId String clientMutationId) {}

    record RetireStep(String stepId, int version, @Nullable @MutationId String clientMutationId) {}

    record AdaptStep(String stepId, String bankId, @Nullable @MutationId String clientMutationId) {}

    StepBank openBank(Viewer viewer, OpenStepBank input) {
        rules.check(input);
        var curates = access.standing(viewer).allows(BankAct.CURATE, BankOwner.SCHOOL, input.schoolId());
        if (!curates || !schools.existsById(input.schoolId())) {
            throw notFound("school whose steps you curate", "schoolId");
        }
        var openedBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (openedBy != null) {
            var first = schoolBanks.findByOpenedBy(openedBy);
            if (first.isPresent()) {
                return banks.bank(first.get());
            }
        }
        if (schoolBanks.findBySchoolIdIn(List.of(input.schoolId())).size() >= MOST_BANKS) {
            throw Problem.invalid("A school has %d banks at most.".formatted(MOST_BANKS), "schoolId");
        }
        try {
            return banks.bank(
                schoolBanks.save(SchoolBank.open(input.schoolId(), input.title(), input.audience(), openedBy))
            );
        } catch (DuplicateKeyException e) {
            if (openedBy == null) {
                throw e;
            }
            return banks.bank(schoolBanks.findByOpenedBy(openedBy).orElseThrow(() -> e));
        }
    }

    BankStep draft(Viewer viewer, DraftStep input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var bank = banks
            .find(standing, input.bankId(), BankAct.WRITE)
            .orElseThrow(() -> notFound("bank in which you write", "bankId"));
        requireModule(bank, input.moduleId());
        var content = input.content().content();
        requireSteps(standing, content, null);
        var writtenBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return written(BankStep.write(bank.id(), null, input.moduleId(), content, null, writtenBy, now()), writtenBy);
    }

    BankStep adapt(Viewer viewer, AdaptStep input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var original = steps
            .readable(standing, input.stepId())
            .orElseThrow(() -> notFound("step that you may read", "stepId"));
        var bank = banks
            .find(standing, input.bankId(), BankAct.WRITE)
            .orElseThrow(() -> notFound("bank in which you write", "bankId"));
        // A group that only the other bank has: the curator chooses a module when editing.
        var known = bank
            .modules()
            .stream()
            .anyMatch(module -> module.id().equals(original.moduleId()));
        var moduleId = known ? original.moduleId() : bank.modules().getFirst().id();
        var writtenBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return written(
            BankStep.write(bank.id(), null, moduleId, original.content(), original.id(), writtenBy, now()),
            writtenBy
        );
    }

    BankStep edit(Viewer viewer, EditStep input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var content = input.content().content();
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(standing, input.stepId(), input.version(), key, BankAct.WRITE, (bank, step) -> {
            requireModule(bank, input.moduleId());
            requireSteps(standing, content, input.stepId());
            step.edit(input.moduleId(), content, now());
        });
    }

    BankStep publish(Viewer viewer, PublishStep input) {
        rules.check(input);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(access.standing(viewer), input.stepId(), input.version(), key, BankAct.CURATE, (bank, step) ->
            step.publish(viewer.personId(), now())
        );
    }

    BankStep retire(Viewer viewer, RetireStep input) {
        rules.check(input);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(access.standing(viewer), input.stepId(), input.version(), key, BankAct.CURATE, (bank, step) ->
            step.retire(now())
        );
    }

    private interface BankStepChange {
        void apply(StepBank bank, BankStep step);
    }

    private BankStep change(
        Standing standing,
        String stepId,
        int version,
        @Nullable String key,
        BankAct act,
        BankStepChange change
    ) {
        var step = writable(standing, stepId, act);
        if (step.applied().contains(key)) {
            return step;
        }
        if (step.version() != version) {
            throw conflict(step);
        }
        change.apply(banks.find(step.bankId()).orElseThrow(), step);
        step.applied().add(key);
        try {
            var written = bankSteps.save(step);
            steps.changed(List.of(written));
            return written;
        } catch (OptimisticLockingFailureException e) {
            throw conflict(bankSteps.findById(stepId).orElseThrow(() -> e));
        }
    }

    private BankStep writable(Standing standing, String stepId, BankAct act) {
        return bankSteps
            .findById(stepId)
            .filter(step -> banks.find(standing, step.bankId(), act).isPresent())
            .orElseThrow(() -> notFound("step that you may change", "stepId"));
    }

    private BankStep written(BankStep step, @Nullable String writtenBy) {
        try {
            var written = bankSteps.save(step);
            steps.changed(List.of(written));
            return written;
        } catch (DuplicateKeyException e) {
            if (writtenBy == null) {
                throw e;
            }
            return bankSteps.findByWrittenBy(writtenBy).orElseThrow(() -> e);
        }
    }

    static ProblemException conflict(BankStep step) {
        return new ProblemException(
            new ConflictProblem(
                "Somebody else changed this step meanwhile. Look at their change, then try again.",
                List.of("input", "version"),
                step.version()
            )
        );
    }

    private static void requireModule(StepBank bank, String moduleId) {
        if (
            bank
                .modules()
                .stream()
                .noneMatch(module -> module.id().equals(moduleId))
        ) {
            throw notFound("module in this bank", "moduleId");
        }
    }

    private void requireSteps(Standing standing, StepContent content, @Nullable String self) {
        var known = steps.readable(standing, content.buildsOn());
        for (int i = 0; i < content.buildsOn().size(); i++) {
            var before = content.buildsOn().get(i);
            if (!known.containsKey(before) || before.equals(self)) {
                throw notFound("other step that you may read", "content", "buildsOn", String.valueOf(i));
            }
        }
    }

    /** The stores keep milliseconds. */
    private Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
