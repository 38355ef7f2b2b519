package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.stepbank.BankAccess.Standing;
import org.coachbench.stepbank.EctSteps.EctProgress;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.StepIndex.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds steps as far as the viewer may read them. Shipped ones lie in memory; the others are in the store and in this
 * process's index, which looks for what other processes changed every two seconds.
 */
@Component
public class Steps implements DisposableBean {

    /** How far the clocks of two processes may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);
    /** After all shipped steps. */
    private static final long SCHOOLS_ORDER = 1_000_000;

    private final ShippedBanks shipped;
    private final Banks banks;
    private final BankSteps bankSteps;
    private final BankAccess access;
    private final EctSteps ectSteps;
    private final CompletableFuture<StepIndex> index;
    private final Map<String, Integer> indexed = new ConcurrentHashMap<>();
    private Instant lookedAt = Instant.EPOCH;

    Steps(ShippedBanks shipped, Banks banks, BankSteps bankSteps, BankAccess access, EctSteps ectSteps) {
        this.shipped = shipped;
        this.banks = banks;
        this.bankSteps = bankSteps;
        this.access = access;
        this.ectSteps = ectSteps;
        index = CompletableFuture.supplyAsync(this::indexShipped);
    }

    record StepFilter(
        @Nullable String text,
        @Nullable Strand strand,
        @Nullable String moduleId,
        @Nullable String bankId,
        @Nullable Audience audience,
        @Nullable SchoolPhase phase,
        @Nullable Subject subject,
        @Nullable Boolean send,
        @Nullable StepStatus status,
        @Nullable Progress progress
    ) {
        record Progress(String ectId, EctProgress progress) {}

        StepStatus statusOrPublished() {
            return status == null ? StepStatus.PUBLISHED : status;
        }
    }

    /** The published step, if the viewer may read its bank. */
    public Optional<Step> find(Viewer viewer, String stepId) {
        return readable(access.standing(viewer), stepId).filter(step -> step.status() == StepStatus.PUBLISHED);
    }

    Optional<Step> readable(Standing standing, String stepId) {
        return Optional.ofNullable(readable(standing, Set.of(stepId)).get(stepId));
    }

    /** By id, those that the viewer may read: published ones, and of banks in which they write all others too. */
    Map<String, Step> readable(Standing standing, Collection<String> stepIds) {
        var found = new HashMap<String, Step>();
        var others = new ArrayList<String>();
        for (var id : stepIds) {
            shipped.find(id).ifPresentOrElse(step -> found.put(id, step), () -> others.add(id));
        }
        if (!others.isEmpty()) {
            var stored = bankSteps.findAllById(others);
            var theirBanks = banks.byIds(stored.stream().map(BankStep::bankId).toList());
            for (var one : stored) {
                var bank = theirBanks.get(one.bankId());
                var act = one.status() == StepStatus.PUBLISHED ? BankAct.READ : BankAct.WRITE;
                if (bank != null && standing.allows(act, bank)) {
                    found.put(one.id(), step(one, bank));
                }
            }
        }
        return found;
    }

    /** What fits, best first; the ids of the first five hundred and how many there are. */
    StepIndex.Found search(Viewer viewer, StepFilter filter) {
        var standing = access.standing(viewer);
        var act = filter.statusOrPublished() == StepStatus.PUBLISHED ? BankAct.READ : BankAct.WRITE;
        var searched = banks
            .readable(standing)
            .stream()
            .filter(bank -> filter.bankId() == null || bank.id().equals(filter.bankId()))
            .filter(bank -> standing.allows(act, bank))
            .map(StepBank::id)
            .collect(toSet());
        var audience = filter.audience() == null && filter.bankId() == null ? Audience.TEACHERS : filter.audience();
        Set<String> only = null;
        Set<String> except = Set.of();
        if (filter.progress() != null) {
            var wanted = filter.progress().progress();
            var progress = ectSteps.progress(viewer, filter.progress().ectId());
            if (wanted == EctProgress.NEW) {
                except = progress.keySet();
            } else {
                only = progress
                    .entrySet()
                    .stream()
                    .filter(step -> step.getValue() == wanted)
                    .map(Map.Entry::getKey)
                    .collect(toSet());
            }
        }
        return index
            .join()
            .find(
                new Wanted(
                    filter.text(),
                    filter.strand(),
                    filter.moduleId(),
                    searched,
                    audience,
                    filter.phase(),
                    filter.subject(),
                    Boolean.TRUE.equals(filter.send()),
                    filter.statusOrPublished(),
                    only,
                    except
                )
            );
    }

    List<String> nearest(Wanted wanted, int most) {
        return index.join().nearest(wanted, most);
    }

    /** Where in a search a cursor stands; it is the id of the last step seen. */
    static int positionAfter(StepIndex.Found found, String cursor) {
        var position = found.ids().indexOf(cursor);
        if (position < 0) {
            throw new BadRequest("after must be a cursor of the same search.");
        }
        return position + 1;
    }

    List<String> leadsTo(String stepId) {
        return index.join().leadsTo(stepId);
    }

    int published(String bankId) {
        return index.join().published(bankId);
    }

    /** What this process writes is found by its next search. */
    void changed(Collection<BankStep> steps) {
        index(steps);
    }

    @Scheduled(fixedDelayString = "PT2S")
    void followOtherProcesses() {
        var now = Instant.now();
        index(bankSteps.findByChangedAtAfter(lookedAt));
        lookedAt = now.minus(CLOCKS);
    }

    private synchronized void index(Collection<BankStep> steps) {
        var fresh = steps
            .stream()
            .filter(step -> indexed.getOrDefault(step.id(), -1) < step.version())
            .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var theirBanks = banks.byIds(fresh.stream().map(BankStep::bankId).toList());
        fresh
            .stream()
            .filter(step -> theirBanks.containsKey(step.bankId()))
            .collect(groupingBy(BankStep::bankId))
            .forEach((bankId, ofBank) -> {
                var bank = requireNonNull(theirBanks.get(bankId));
                var read = ofBank
                    .stream()
                    .map(step -> step(step, bank))
                    .toList();
                index.join().put(read, bank.audience(), SCHOOLS_ORDER);
            });
        fresh.forEach(step -> indexed.put(step.id(), step.version()));
    }

    static Step step(BankStep step, StepBank bank) {
        var strand = bank
            .modules()
            .stream()
            .filter(module -> module.id().equals(step.moduleId()))
            .findFirst()
            .map(StepBank.Module::strand)
            .orElse(null);
        return step.step(strand);
    }

    private StepIndex indexShipped() {
        var made = new StepIndex();
        var order = 0L;
        for (var bank : shipped.banks()) {
            var ofBank = shipped
                .steps()
                .stream()
                .filter(step -> step.bankId().equals(bank.id()))
                .toList();
            made.put(ofBank, bank.audience(), order);
            order += ofBank.size();
        }
        return made;
    }

    /** A shipped file that is wrong ends the start. */
    @EventListener(ApplicationStartedEvent.class)
    void waitForTheIndex() {
        index.join();
    }

    @Override
    public void destroy() throws IOException {
        index.join().close();
    }
}
