package org.coachbench.diagnostics;

import java.util.Map;
import java.util.Set;
import org.coachbench.stepbank.Strand;

/**
 * What an ECT's own answers say, for choosing a step. Modules by id as everywhere: {@code module_retrieval}.
 *
 * @param sureOfStrand how sure they said they are, 1 (not yet) to 4 (very), by the newest answers to the statements of
 *     the orientation; without strands of which they said nothing, as the others
 * @param sureOfModule how sure they said they are of it, 1 to 4, in their newest reflection on it
 * @param doneOfModule how much of it they said they have done in class, 1 (not yet) to 4 (often), in the same
 * @param missedModules of whose questions the one that they answered last was answered wrongly
 */
public record DiagnosticFacts(
    Map<Strand, Integer> sureOfStrand,
    Map<String, Integer> sureOfModule,
    Map<String, Integer> doneOfModule,
    Set<String> missedModules
) {
    public static final DiagnosticFacts NONE = new DiagnosticFacts(Map.of(), Map.of(), Map.of(), Set.of());
}
