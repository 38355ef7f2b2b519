package org.coachbench.stepbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.stepbank.Step.SchoolPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped steps are whole, and found. */
@CoachbenchTest
class StepBankTests {

    private static final String SEARCH =
        "query ($filter: StepFilter, $first: Int!, $after: String) { searchSteps(filter: $filter, first: $first, after: $after) { totalCount edges { node { id title } cursor } pageInfo { hasNextPage endCursor } } }";

    private final Staffroom staffroom;
    private TestClient mentor;

    StepBankTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void signIn() {
        mentor = staffroom.colleague(false).client();
    }

    @Test
    void fortyStepsOverAllFourStrandsShip() throws IOException {
        var steps = ShippedBank.read().steps();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(40);
        assertThat(steps).extracting(Step::strand).containsAll(EnumSet.allOf(Strand.class));
        assertThat(steps).extracting(Step::id).doesNotHaveDuplicates();
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.title()).hasSizeLessThan(100);
            assertThat(step.why()).contains("so that");
            assertThat(step.criteria()).hasSizeBetween(2, 5);
            assertThat(step.practice()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(step.models())
                .extracting(Step.StepModel::phase)
                .contains(SchoolPhase.PRIMARY, SchoolPhase.SECONDARY);
        });
    }

    @Test
    void aMentorsWordsFindAStep() {
        var found = mentor.data(SEARCH, Map.of("filter", Map.of("text", "Pupils CALL out"), "first", 5));
        assertThat(found.at("/searchSteps/edges/0/node/id").asString()).isEqualTo("step_wait-three-seconds");
    }

    @Test
    void textIsNeverAPattern() {
        var found = mentor.data(SEARCH, Map.of("filter", Map.of("text", ".*"), "first", 1));
        var none = mentor.data(SEARCH, Map.of("filter", Map.of("text", "zzz.*"), "first", 1));
        assertThat(found.at("/searchSteps/totalCount").asInt()).isGreaterThanOrEqualTo(40);
        assertThat(none.at("/searchSteps/totalCount").asInt()).isZero();
    }

    @Test
    void pagesJoinWithoutGapOrRepeat() {
        var first = mentor.data(SEARCH, Map.of("first", 30)).get("searchSteps");
        var second = mentor
            .data(SEARCH, Map.of("first", 100, "after", first.at("/pageInfo/endCursor").asString()))
            .get("searchSteps");
        assertThat(first.get("edges").size() + second.get("edges").size()).isEqualTo(first.get("totalCount").asInt());
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void aPageSizeOrCursorOutOfRangeIsABadRequest() {
        for (var variables : List.of(Map.of("first", 0), Map.of("first", 101), Map.of("first", 5, "after", "x"))) {
            var answer = mentor.ask(SEARCH, variables);
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
        }
    }
}
