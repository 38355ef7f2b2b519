package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.stepbank.Curator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Those who look after banks see how suggestions fit, and nobody behind them. */
@CoachbenchTest
class SuggestionChoicesTests {

    private static final String BELL = "Ring the brass ship's bell, then point at the anchor";

    private final Staffroom staffroom;

    SuggestionChoicesTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void theFirstChoiceOfACycleCountsBesideWhatWasSuggested() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school()).client();
        for (int i = 1; i < 5; i++) {
            staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        }
        var curator = new Curator(tutor);
        var bank = curator.open(pair.school().id());
        var bell = published(curator, bank, BELL);
        var flag = published(curator, bank, "Lower the flag at half past nine");
        var first = dropIn(pair, "Rang no brass bell; nobody saw the anchor of the ship.");
        assertThat(suggested(pair)).first().isEqualTo(bell);
        choose(first, pair, flag);
        choose(first, pair, bell);
        assertThat(choices(tutor, bell)).isEqualTo(counts(1, 0, 0));
        assertThat(choices(tutor, flag)).isEqualTo(counts(0, 1, 1));
        first.done("cancelCycle", Map.of("reason", "The lesson was covered."));
        choose(dropIn(pair, "Rang no brass bell; nobody saw the anchor of the ship."), pair, bell);
        assertThat(choices(tutor, bell)).isEqualTo(counts(2, 1, 0));
        assertThat(choices(staffroom.administrator().client(), bell)).isEqualTo(counts(2, 1, 0));
        assertThat(choices(pair.mentor().client(), bell)).isNull();
        assertThat(choices(pair.ect().client(), bell)).isNull();
    }

    @Test
    void theBankOfASchoolWithFewerThanFiveEctsTellsNothing() {
        var pair = staffroom.pair();
        for (int i = 1; i < 4; i++) {
            staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        }
        var tutor = staffroom.tutorOf(pair.school()).client();
        var curator = new Curator(tutor);
        var step = published(curator, curator.open(pair.school().id()), BELL);
        assertThat(choices(tutor, step)).isNull();
        assertThat(choices(staffroom.administrator().client(), step)).isNull();
        staffroom.ectWithoutAccount(pair.mentor(), pair.school());
        assertThat(choices(tutor, step)).isEqualTo(counts(0, 0, 0));
    }

    @Test
    void ofStepsThatShipWithTheServiceAdministratorsAreTold() {
        var step = "step_wait-three-seconds";
        assertThat(choices(staffroom.administrator().client(), step)).containsOnlyKeys(
            "suggestedFirst",
            "chosen",
            "chosenUnsuggested"
        );
        assertThat(choices(staffroom.tutorOf(staffroom.school()).client(), step)).isNull();
    }

    private static String published(Curator curator, String bank, String title) {
        var content = new HashMap<String, Object>(Map.of("title", title));
        content.put("criteria", List.of("It is heard"));
        content.put("why", "So that pupils look up.");
        var id = curator.draft(bank, content).at("/step/id").asString();
        curator.curate("publishStep", id);
        return id;
    }

    private static Coach dropIn(Staffroom.Pair pair, String note) {
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        coach.done("recordEvidence", Map.of("text", note));
        coach.done("recordEvidence", Map.of("text", note));
        return coach;
    }

    private static void choose(Coach coach, Staffroom.Pair pair, String stepId) {
        var version = pair
            .mentor()
            .client()
            .data("query ($id: ID!) { coachingCycle(id: $id) { version } }", Map.of("id", coach.cycleId()))
            .at("/coachingCycle/version")
            .asInt();
        coach.done("chooseStep", Map.of("stepId", stepId, "version", version));
    }

    private static List<String> suggested(Staffroom.Pair pair) {
        return pair
            .mentor()
            .client()
            .data("query ($ect: ID!) { suggestedSteps(ectId: $ect) { step { id } } }", Map.of("ect", pair.ect().id()))
            .findValuesAsString("id");
    }

    private static Map<String, Integer> counts(int suggestedFirst, int chosen, int chosenUnsuggested) {
        return Map.of("suggestedFirst", suggestedFirst, "chosen", chosen, "chosenUnsuggested", chosenUnsuggested);
    }

    private static @Nullable Map<String, Integer> choices(TestClient client, String stepId) {
        JsonNode choices = client
            .data(
                "query ($id: ID!) { node(id: $id) { ... on Step { suggestionChoices { suggestedFirst chosen chosenUnsuggested } } } }",
                Map.of("id", stepId)
            )
            .at("/node/suggestionChoices");
        if (choices.isNull()) {
            return null;
        }
        var counts = new HashMap<String, Integer>();
        choices.propertyNames().forEach(name -> counts.put(name, choices.get(name).asInt()));
        return counts;
    }
}
