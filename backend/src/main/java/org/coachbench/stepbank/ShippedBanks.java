package org.coachbench.stepbank;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.StepModel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The banks that ship with the service, read once from their YAML files: {@code bank.yaml} names the modules in order,
 * one file a module holds its steps, in the shape of {@code steps.schema.json}. They are read beside the start of the
 * service, which does not wait for them.
 */
@Component
class ShippedBanks {

    private static final List<String> FOLDERS = List.of("teachers", "mentors");

    private final CompletableFuture<Content> content = CompletableFuture.supplyAsync(ShippedBanks::read);

    /** Banks and their steps in the order of the programme. */
    private record Content(List<StepBank> banks, Map<String, Step> steps) {}

    private record BankFile(String id, String title, Audience audience, String licence, List<ModuleEntry> modules) {}

    private record ModuleEntry(String id, String title, @Nullable Strand strand, @Nullable Integer theme) {}

    private record StepsFile(String module, List<StepEntry> steps) {}

    private record StepEntry(
        String id,
        String title,
        String why,
        String cue,
        List<String> criteria,
        List<StepModel> models,
        List<PracticeTask> practice,
        List<String> pitfalls,
        @Nullable List<String> buildsOn,
        List<String> tags,
        List<String> phrasings
    ) {}

    List<StepBank> banks() {
        return content.join().banks();
    }

    /** The shipped bank for an audience, whose modules every bank for it has. */
    StepBank bank(Audience audience) {
        return banks()
            .stream()
            .filter(bank -> bank.audience() == audience)
            .findFirst()
            .orElseThrow();
    }

    List<Step> steps() {
        return List.copyOf(content.join().steps().values());
    }

    Optional<Step> find(String stepId) {
        return Optional.ofNullable(content.join().steps().get(stepId));
    }

    private static Content read() {
        var banks = new ArrayList<StepBank>();
        var steps = new LinkedHashMap<String, Step>();
        for (var folder : FOLDERS) {
            var bankFile = parse(resources(folder, "bank.yaml").getFirst(), BankFile.class);
            var files = resources(folder, "??-*.yaml")
                .stream()
                .map(file -> parse(file, StepsFile.class))
                .collect(groupingBy(StepsFile::module));
            var bankId = StepBank.ID_PREFIX + bankFile.id();
            var modules = new ArrayList<StepBank.Module>();
            for (var module : bankFile.modules()) {
                var entries = files
                    .getOrDefault(module.id(), List.of())
                    .stream()
                    .flatMap(file -> file.steps().stream())
                    .toList();
                modules.add(
                    new StepBank.Module(
                        StepBank.Module.ID_PREFIX + module.id(),
                        module.title(),
                        module.strand(),
                        module.theme(),
                        entries.size()
                    )
                );
                entries.forEach(entry -> {
                    var step = step(bankId, module, entry);
                    if (steps.put(step.id(), step) != null) {
                        throw new IllegalStateException("Step bank: two steps are called " + entry.id());
                    }
                });
                files.remove(module.id());
            }
            if (!files.isEmpty()) {
                throw new IllegalStateException("Step bank: bank.yaml names no module " + files.keySet());
            }
            banks.add(
                new StepBank(
                    bankId,
                    bankFile.title(),
                    bankFile.audience(),
                    BankOwner.COACHBENCH,
                    null,
                    bankFile.licence(),
                    modules
                )
            );
        }
        return new Content(List.copyOf(banks), steps);
    }

    private static Step step(String bankId, ModuleEntry module, StepEntry entry) {
        var buildsOn = entry.buildsOn() == null ? List.<String>of() : entry.buildsOn();
        return new Step(
            Step.ID_PREFIX + entry.id(),
            entry.id(),
            bankId,
            StepBank.Module.ID_PREFIX + module.id(),
            module.strand(),
            StepStatus.PUBLISHED,
            0,
            new StepContent(
                entry.title(),
                entry.why().strip(),
                entry.cue(),
                entry.criteria(),
                entry.models(),
                entry.practice(),
                entry.pitfalls(),
                entry.tags(),
                entry.phrasings(),
                buildsOn
                    .stream()
                    .map(before -> Step.ID_PREFIX + before)
                    .toList()
            )
        );
    }

    private static List<Resource> resources(String folder, String pattern) {
        try {
            return List.of(
                // The thread that reads beside the start knows no other class loader than the JVM's.
                new PathMatchingResourcePatternResolver(ShippedBanks.class.getClassLoader()).getResources(
                    "classpath*:stepbank/%s/%s".formatted(folder, pattern)
                )
            );
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parse(Resource file, Class<T> type) {
        try (var text = file.getInputStream()) {
            return new YAMLMapper().readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("Step bank: " + file.getFilename() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
