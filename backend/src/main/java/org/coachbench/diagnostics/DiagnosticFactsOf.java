package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells other modules what answers say. Whoever asks has made sure that the viewer may see it. */
@Component
public class DiagnosticFactsOf {

    private final DiagnosticRecords records;
    private final DiagnosticSets sets;

    DiagnosticFactsOf(DiagnosticRecords records, DiagnosticSets sets) {
        this.records = records;
        this.sets = sets;
    }

    /** By ECT, with {@link DiagnosticFacts#NONE} for those who answered nothing; one store command for any number. */
    public Map<String, DiagnosticFacts> ects(Collection<String> ectIds) {
        var responses = records.responses(ectIds);
        return ectIds
            .stream()
            .distinct()
            .collect(toMap(identity(), id -> facts(responses.getOrDefault(id, new EctResponses(id)))));
    }

    private DiagnosticFacts facts(EctResponses responses) {
        return new SaidAnswers(sets.all(), responses).facts();
    }
}
