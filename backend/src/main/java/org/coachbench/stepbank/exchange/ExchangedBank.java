package org.coachbench.stepbank.exchange;

import java.util.List;
import org.coachbench.stepbank.StepContent;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;

/**
 * A bank as it is written to a file or read from one.
 *
 * @param original the CASE file from which the bank was imported, so that what we did not understand is in an export
 *     again; null when there was none
 */
public record ExchangedBank(
    String title,
    @Nullable String licence,
    List<ExchangedModule> modules,
    List<ExchangedStep> steps,
    @Nullable String original
) {
    public record ExchangedModule(String id, String title, @Nullable Strand strand) {}

    /**
     * A step with its place.
     *
     * @param key tells the step within its bank for ever; a file without keys leaves it null
     * @param content its {@code buildsOn} holds keys
     */
    public record ExchangedStep(@Nullable String key, String moduleId, StepContent content) {}
}
