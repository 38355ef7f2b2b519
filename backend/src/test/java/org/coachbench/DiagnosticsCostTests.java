package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.diagnostics.DiagnosticFactsOf;
import org.coachbench.diagnostics.Respondent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** What ECTs' answers cost the store to read, however many there are. */
@Isolated
@CoachbenchTest
class DiagnosticsCostTests {

    private static final String PICTURE =
        "query ($ect: ID!) { node(id: $ect) { ... on Person { diagnostics { strands { points { sure } } lookAgain { id } sets { state questions { earlier { option } } } example { phase } } } } }";
    private static final String PICTURES =
        "{ viewer { mentorships { ect { diagnostics { strands { points { sure } } } diagnosticsCompletion { completedOn } } } } }";
    private static final String REFLECTION = "reflection_retrieval";

    private final Staffroom staffroom;
    private final StoreCommands commands;
    private final DiagnosticFactsOf facts;

    DiagnosticsCostTests(
        @Autowired Staffroom staffroom,
        @Autowired StoreCommands commands,
        @Autowired DiagnosticFactsOf facts
    ) {
        this.staffroom = staffroom;
        this.commands = commands;
        this.facts = facts;
    }

    @Test
    void thePictureTakesTheSameCommandsForOneAnswerAndForEighty() {
        var pair = staffroom.pair();
        var ect = new Respondent(pair.ect());
        var of = Map.of("ect", pair.ect().id());
        ect.said(REFLECTION, 1, REFLECTION + "_sure", 0);
        var withOne = commands.during(() -> pair.mentor().client().data(PICTURE, of));
        ect.said(REFLECTION, 1, REFLECTION + "_done", 0);
        IntStream.rangeClosed(2, 20).forEach(sitting -> {
            ect.said(REFLECTION, sitting, REFLECTION + "_sure", sitting % 4);
            ect.said(REFLECTION, sitting, REFLECTION + "_done", sitting % 4);
        });
        for (var theme = 1; theme <= 4; theme++) {
            ect.completes("retrieval_" + theme, 1, 1);
        }
        ect.completes("orientation", 1, 2);
        var withMany = commands.during(() -> {
            var seen = pair.mentor().client().data(PICTURE, of).at("/node/diagnostics");
            assertThat(seen.findValuesAsString("option")).hasSizeGreaterThanOrEqualTo(19);
        });
        assertThat(withMany).isEqualTo(withOne);
    }

    @Test
    void manyEctsTakeTheSameCommandsAsOne() {
        var pair = staffroom.pair();
        new Respondent(pair.ect()).said("orientation", 1, "start-sure-behaviour", 1);
        var withOne = commands.during(() -> pair.mentor().client().data(PICTURES, Map.of()));
        var ects = new ArrayList<String>(List.of(pair.ect().id()));
        for (int i = 0; i < 9; i++) {
            Colleague other = staffroom.ectOf(pair.mentor(), pair.school());
            new Respondent(other).said("orientation", 1, "start-sure-behaviour", 1);
            ects.add(other.id());
        }
        var withTen = commands.during(() ->
            assertThat(pair.mentor().client().data(PICTURES, Map.of()).at("/viewer/mentorships")).hasSize(10)
        );
        assertThat(withTen).isEqualTo(withOne);
        assertThat(commands.during(() -> assertThat(facts.ects(ects)).hasSize(10))).containsExactly(
            "find diagnostic_responses"
        );
    }
}
