package org.coachbench.stepbank;

import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.Problem.notFound;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.spreadsheet.FileProblem;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Module;
import org.coachbench.stepbank.exchange.CaseFile;
import org.coachbench.stepbank.exchange.CsvFile;
import org.coachbench.stepbank.exchange.ExchangedBank;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedStep;
import org.coachbench.stepbank.exchange.ReadFile;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Reads steps from files into banks, and writes banks to files. */
@Service
class StepExchange {

    private static final int LONGEST_FILE = 8_000_000;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_MODULES = 200;
    private static final int MOST_SHOWN = 1000;
    private static final int MOST_PROBLEMS = 200;

    private final Banks banks;
    private final SchoolBanks schoolBanks;
    private final ShippedBanks shipped;
    private final BankSteps bankSteps;
    private final Steps steps;
    private final BankAccess access;
    private final InputRules rules;
    private final MongoOperations store;

    StepExchange(
        Banks banks,
        SchoolBanks schoolBanks,
        ShippedBanks shipped,
        BankSteps bankSteps,
        Steps steps,
        BankAccess access,
        InputRules rules,
        MongoOperations store
    ) {
        this.banks = banks;
        this.schoolBanks = schoolBanks;
        this.shipped = shipped;
        this.bankSteps = bankSteps;
        this.steps = steps;
        this.access = access;
        this.rules = rules;
        this.store = store;
    }

    enum ExchangeFormat {
        CASE,
        CSV,
    }

    enum ImportEffect {
        ADDED,
        CHANGED,
        UNCHANGED,
    }

    record ImportSteps(
        String bankId,
        ExchangeFormat format,
        @Size(max = LONGEST_FILE, message = "The file is too long: 8,000,000 characters at most.") String content,
        boolean dryRun,
        boolean publish,
        @Nullable @MutationId String clientMutationId
    ) {}

    record ImportedStep(String title, String module, ImportEffect effect) {}

    record ImportReport(List<ImportedStep> steps, List<FileProblem> fileProblems) {
        int count(ImportEffect effect) {
            return (int) steps
                .stream()
                .filter(step -> step.effect() == effect)
                .count();
        }

        List<ImportedStep> shown() {
            return steps.stream().limit(MOST_SHOWN).toList();
        }
    }

    /** The framework from which a bank was imported, kept whole for what this service does not understand of it. */
    @Document("case_files")
    private record CaseOriginal(@Id String bankId, String json) {}

    private record Arriving(ExchangedStep read, Module module, BankStep step, ImportEffect effect) {}

    ImportReport read(Viewer viewer, ImportSteps input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var bank = banks
            .find(standing, input.bankId(), BankAct.CURATE)
            .orElseThrow(() -> notFound("bank that you curate", "bankId"));
        var file = switch (input.format()) {
            case CASE -> CaseFile.read(input.content());
            case CSV -> CsvFile.read(input.content(), bank.title(), modules(bank));
        };
        var content = file.bank();
        if (content == null) {
            return refused(file);
        }
        var tooMany = tooMany(content, bank);
        if (tooMany != null) {
            return refused(new ReadFile(null, List.of(tooMany)));
        }
        refuseAnotherFramework(content, bank);
        var newModules = newModules(content, bank);
        if (!newModules.isEmpty() && bank.schoolId() == null) {
            throw Problem.invalid("This bank has the modules of the programme only. Import into a school's.", "bankId");
        }
        var arriving = arriving(content, bank, newModules, input.publish());
        if (!input.dryRun()) {
            keepOriginal(content, bank);
            addModules(bank, newModules.values().stream().distinct().toList(), content.licence());
            write(arriving, viewer, input.publish());
        }
        return new ImportReport(
            arriving
                .stream()
                .map(one -> new ImportedStep(one.read().content().title(), one.module().title(), one.effect()))
                .toList(),
            List.of()
        );
    }

    /** The published steps of a bank as a file. */
    String write(StepBank bank, ExchangeFormat format) {
        var original = store.findById(bank.id(), CaseOriginal.class);
        var content = new ExchangedBank(
            bank.title(),
            bank.licence(),
            modules(bank),
            published(bank),
            original == null ? null : original.json()
        );
        return switch (format) {
            case CASE -> CaseFile.write(content, now());
            case CSV -> CsvFile.write(content);
        };
    }

    private List<ExchangedStep> published(StepBank bank) {
        var keys = new HashMap<String, String>();
        var read =
            bank.owner() == BankOwner.COACHBENCH
                ? shipped
                      .steps()
                      .stream()
                      .filter(step -> step.bankId().equals(bank.id()))
                      .toList()
                : bankSteps
                      .findByBankId(bank.id())
                      .stream()
                      .map(step -> step.step(null))
                      .filter(step -> step.status() == StepStatus.PUBLISHED)
                      .toList();
        read.forEach(step -> keys.put(step.id(), step.key()));
        return read
            .stream()
            .map(step ->
                new ExchangedStep(
                    step.key(),
                    moduleKey(step.moduleId()),
                    step.content().withBuildsOn(
                        step
                            .content()
                            .buildsOn()
                            .stream()
                            .map(before -> keys.getOrDefault(before, before))
                            .toList()
                    )
                )
            )
            .toList();
    }

    private static @Nullable FileProblem tooMany(ExchangedBank content, StepBank bank) {
        if (content.steps().size() > MOST_STEPS) {
            return new FileProblem(null, null, null, "There are more than 10,000 steps. Split the file.");
        }
        if (content.modules().size() + bank.modules().size() > MOST_MODULES) {
            return new FileProblem(null, null, null, "There are more than 200 groups in all. Split the file.");
        }
        return null;
    }

    private static ImportReport refused(ReadFile file) {
        return new ImportReport(List.of(), file.problems().stream().limit(MOST_PROBLEMS).toList());
    }

    /** By their id in the file, the groups that the bank does not have, by id or title. */
    private static Map<String, Module> newModules(ExchangedBank content, StepBank bank) {
        var fresh = new LinkedHashMap<String, Module>();
        for (var module : content.modules()) {
            var used = content
                .steps()
                .stream()
                .anyMatch(step -> step.moduleId().equals(module.id()));
            if (used && known(bank, module) == null) {
                fresh.put(
                    module.id(),
                    new Module(Module.ID_PREFIX + module.id(), module.title(), module.strand(), null, 0)
                );
            }
        }
        return fresh;
    }

    private static @Nullable Module known(StepBank bank, ExchangedModule module) {
        var byId = bank
            .modules()
            .stream()
            .filter(one -> moduleKey(one.id()).equals(module.id()))
            .findFirst();
        return byId
            .or(() ->
                bank
                    .modules()
                    .stream()
                    .filter(one -> sameTitle(one.title(), module.title()))
                    .findFirst()
            )
            .orElse(null);
    }

    /** The bank's steps as they will be, with new ones for what it does not have by key, or else by title. */
    private List<Arriving> arriving(
        ExchangedBank content,
        StepBank bank,
        Map<String, Module> newModules,
        boolean publish
    ) {
        var there = bankSteps.findByBankId(bank.id());
        var byKey = there.stream().collect(toMap(BankStep::key, step -> step));
        var byTitle = new HashMap<String, BankStep>();
        there.forEach(step -> byTitle.putIfAbsent(titleKey(step.moduleId(), step.latest().title()), step));
        var modules = new HashMap<String, Module>(newModules);
        content.modules().forEach(module -> {
            var known = known(bank, module);
            if (known != null) {
                modules.put(module.id(), known);
            }
        });
        var now = now();
        var found = new ArrayList<BankStep>();
        for (var read : content.steps()) {
            var moduleId = moduleOf(read, modules).id();
            var existing = read.key() == null ? null : byKey.get(read.key());
            if (existing == null && read.key() == null) {
                existing = byTitle.get(titleKey(moduleId, read.content().title()));
            }
            found.add(
                existing == null
                    ? BankStep.write(bank.id(), read.key(), moduleId, read.content(), null, null, now)
                    : existing
            );
        }
        var ids = new HashMap<String, String>();
        there.forEach(step -> ids.put(step.key(), step.id()));
        for (int i = 0; i < found.size(); i++) {
            var read = content.steps().get(i);
            ids.put(read.key() == null ? read.content().title() : read.key(), found.get(i).id());
        }
        var arriving = new ArrayList<Arriving>();
        for (int i = 0; i < found.size(); i++) {
            var read = content.steps().get(i);
            var module = moduleOf(read, modules);
            var linked = read.content().withBuildsOn(
                read
                    .content()
                    .buildsOn()
                    .stream()
                    .map(before -> ids.getOrDefault(before, before))
                    .toList()
            );
            arriving.add(arriving(read, module, linked, found.get(i), publish));
        }
        return arriving;
    }

    private Arriving arriving(ExchangedStep read, Module module, StepContent content, BankStep step, boolean publish) {
        var isNew = !step.isStored();
        var same =
            !isNew &&
            step.latest().equals(content) &&
            step.moduleId().equals(module.id()) &&
            step.status() != StepStatus.RETIRED &&
            !(publish && step.hasDraft());
        if (!same) {
            step.edit(module.id(), content, now());
        }
        var effect = isNew ? ImportEffect.ADDED : same ? ImportEffect.UNCHANGED : ImportEffect.CHANGED;
        return new Arriving(read, module, step, effect);
    }

    private void refuseAnotherFramework(ExchangedBank content, StepBank bank) {
        var there = store.findById(bank.id(), CaseOriginal.class);
        var arriving = content.original();
        if (
            there != null &&
            arriving != null &&
            !CaseFile.documentIdentifier(there.json()).equals(CaseFile.documentIdentifier(arriving))
        ) {
            throw Problem.invalid(
                "This bank holds another framework already. Open a bank of its own for this one.",
                "bankId"
            );
        }
    }

    private void keepOriginal(ExchangedBank content, StepBank bank) {
        if (content.original() != null) {
            store.save(new CaseOriginal(bank.id(), content.original()));
        }
    }

    private void addModules(StepBank bank, List<Module> modules, @Nullable String licence) {
        if (bank.schoolId() != null && (!modules.isEmpty() || (bank.licence() == null && licence != null))) {
            var stored = schoolBanks.findById(bank.id()).orElseThrow();
            stored.addModules(modules);
            if (bank.licence() == null) {
                stored.licence(licence);
            }
            schoolBanks.save(stored);
        }
    }

    private void write(List<Arriving> arriving, Viewer viewer, boolean publish) {
        var written = new ArrayList<BankStep>();
        for (var one : arriving) {
            if (one.effect() != ImportEffect.UNCHANGED) {
                if (publish) {
                    one.step().publish(viewer.personId(), now());
                }
                written.add(one.step());
            }
        }
        steps.changed(bankSteps.saveAll(written));
    }

    private static Module moduleOf(ExchangedStep step, Map<String, Module> modules) {
        var module = modules.get(step.moduleId());
        if (module == null) {
            throw new IllegalStateException("A file was read with a step in no module of it: " + step.moduleId());
        }
        return module;
    }

    private static List<ExchangedModule> modules(StepBank bank) {
        return bank
            .modules()
            .stream()
            .map(module -> new ExchangedModule(moduleKey(module.id()), module.title(), module.strand()))
            .toList();
    }

    private static String moduleKey(String moduleId) {
        return moduleId.substring(Module.ID_PREFIX.length());
    }

    private static boolean sameTitle(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static String titleKey(String moduleId, String title) {
        return moduleId + " " + title.strip().toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
