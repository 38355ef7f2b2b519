package org.coachbench.stepbank;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.coachbench.stepbank.Step.PracticeTask;
import org.coachbench.stepbank.Step.StepModel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the bank that ships with the service from its YAML files: {@code bank.yaml} names the modules in order, one
 * file a module holds its steps. A file that is wrong stops the start and says where.
 */
record ShippedBank(StepBank bank, List<Step> steps) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "classpath*:stepbank/teachers/";

    private record BankFile(
        String id,
        String title,
        StepBank.Audience audience,
        String licence,
        List<ModuleEntry> modules
    ) {}

    private record ModuleEntry(String id, String title, Strand strand, int theme) {}

    private record StepsFile(String module, List<StepEntry> steps) {}

    private record StepEntry(
        String id,
        String title,
        String why,
        String cue,
        List<String> criteria,
        List<StepModel> models,
        List<PracticeTask> practice,
        @Nullable List<String> pitfalls,
        @Nullable List<String> tags,
        @Nullable List<String> phrasings
    ) {}

    static ShippedBank read() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var bankFile = parse(resolver.getResources(FOLDER + "bank.yaml")[0], BankFile.class);
        var bankId = "bank_" + bankFile.id();
        var files = new ArrayList<StepsFile>();
        for (var resource : resolver.getResources(FOLDER + "??-*.yaml")) {
            files.add(parse(resource, StepsFile.class));
        }
        var known = bankFile.modules().stream().map(ModuleEntry::id).toList();
        for (var file : files) {
            if (!known.contains(file.module())) {
                throw new IllegalStateException("Step bank: bank.yaml names no module " + file.module());
            }
        }
        var steps = new ArrayList<Step>();
        var ids = new HashSet<String>();
        var byModule = files.stream().collect(groupingBy(StepsFile::module));
        var modules = new ArrayList<StepBank.Module>();
        for (var entry : bankFile.modules()) {
            var entries = byModule
                .getOrDefault(entry.id(), List.of())
                .stream()
                .flatMap(file -> file.steps().stream())
                .toList();
            for (var step : entries) {
                if (!ids.add(step.id())) {
                    throw new IllegalStateException("Step bank: two steps are called " + step.id());
                }
                steps.add(step(bankId, entry, step));
            }
            modules.add(
                new StepBank.Module(
                    "module_" + entry.id(),
                    entry.title(),
                    entry.strand(),
                    entry.theme(),
                    entries.size()
                )
            );
        }
        var bank = new StepBank(bankId, bankFile.title(), bankFile.audience(), bankFile.licence(), modules);
        return new ShippedBank(bank, List.copyOf(steps));
    }

    private static Step step(String bankId, ModuleEntry module, StepEntry entry) {
        return new Step(
            "step_" + entry.id(),
            bankId,
            "module_" + module.id(),
            module.strand(),
            entry.title(),
            entry.why().strip(),
            entry.cue(),
            entry.criteria(),
            entry.models(),
            entry.practice(),
            orEmpty(entry.pitfalls()),
            orEmpty(entry.tags()),
            orEmpty(entry.phrasings())
        );
    }

    private static List<String> orEmpty(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private static <T> T parse(Resource file, Class<T> type) throws IOException {
        try (var content = file.getInputStream()) {
            return YAML.readValue(content, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("Step bank: " + file.getFilename() + ": " + e.getOriginalMessage(), e);
        }
    }
}
