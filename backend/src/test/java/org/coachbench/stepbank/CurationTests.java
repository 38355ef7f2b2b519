package org.coachbench.stepbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A school's own bank, from the first draft to the bank that all schools share. */
@CoachbenchTest
class CurationTests {

    private static final String SEARCH =
        "query ($filter: StepFilter) { searchSteps(filter: $filter, first: 20) { edges { node { id title } } } }";

    private final Staffroom staffroom;
    private Staffroom.Pair pair;
    private TestClient tutor;
    private Curator curator;
    private String bank;

    CurationTests(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @BeforeEach
    void openBank() {
        pair = staffroom.pair();
        tutor = staffroom.tutorOf(pair.school()).client();
        curator = new Curator(tutor);
        bank = curator.open(pair.school().id());
    }

    @Test
    void aDraftIsForItsWritersAndAPublishedStepForTheSchool() {
        var mentorsDraft = new Curator(pair.mentor().client()).draft(bank, Curator.WAIT);
        var id = mentorsDraft.at("/step/id").asString();
        assertThat(mentorsDraft.at("/step/status").asString()).isEqualTo("DRAFT");
        assertThat(new Curator(pair.ect().client()).read(id).isNull()).isTrue();
        assertThat(found(pair.mentor().client(), "PUBLISHED")).isEmpty();
        assertThat(found(pair.mentor().client(), "DRAFT")).containsExactly(id);
        assertThat(found(pair.ect().client(), "DRAFT")).isEmpty();

        assertThat(new Curator(pair.mentor().client()).curate("publishStep", id).get("problems")).hasSize(1);
        assertThat(curator.curate("publishStep", id).get("problems")).isEmpty();
        assertThat(found(pair.ect().client(), "PUBLISHED")).containsExactly(id);
        assertThat(new Curator(pair.ect().client()).read(id).get("title").asString()).isEqualTo(
            "Wait after every question"
        );
        var stranger = staffroom.pair().mentor().client();
        assertThat(new Curator(stranger).read(id).isNull()).isTrue();
        assertThat(found(stranger, "PUBLISHED")).isEmpty();
    }

    @Test
    void aPublishedStepIsChosenAndACycleKeepsItsCopyWhateverBecomesOfIt() {
        var id = curator.published(bank);
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        var version = coach.done("recordEvidence", Map.of("text", "Six hands were up.")).get("version").asInt();
        var chosen = coach.done("chooseStep", Map.of("stepId", id, "version", version));
        curator.edit(id, Map.of("title", "Something else now"));
        curator.curate("publishStep", id);
        curator.curate("retireStep", id);
        assertThat(chosen.at("/step/title").asString()).isEqualTo("Wait after every question");
        var kept = coach.done("recordEvidence", Map.of("text", "One more."));
        assertThat(kept.at("/step/title").asString()).isEqualTo("Wait after every question");
        assertThat(found(pair.mentor().client(), "PUBLISHED")).isEmpty();
        assertThat(found(tutor, "RETIRED")).containsExactly(id);
        var elsewhere = staffroom.pair();
        var other = new Coach(elsewhere.mentor().client());
        other.start(elsewhere.ect().id());
        var noted = other.done("recordEvidence", Map.of("text", "Six hands were up.")).get("version").asInt();
        var refused = other.change("chooseStep", Map.of("stepId", curator.published(bank), "version", noted));
        assertThat(refused.at("/problems/0/__typename").asString()).isEqualTo("NotFoundProblem");
    }

    @Test
    void versionsTellWhatChanged() {
        var id = curator.published(bank);
        var edited = curator
            .edit(id, Map.of("title", "Wait for three seconds", "criteria", List.of("Waits")))
            .get("step");
        assertThat(edited.get("title").asString()).isEqualTo("Wait after every question");
        assertThat(edited.at("/draft/title").asString()).isEqualTo("Wait for three seconds");
        assertThat(new Curator(pair.ect().client()).read(id).get("draft").isNull()).isTrue();
        var published = curator.curate("publishStep", id).get("step");
        assertThat(published.get("title").asString()).isEqualTo("Wait for three seconds");
        assertThat(published.get("draft").isNull()).isTrue();
        var newest = published.get("versions").get(0);
        assertThat(newest.get("number").asInt()).isEqualTo(2);
        assertThat(newest.get("changes"))
            .extracting(change -> change.get("part").asString())
            .containsExactly("title", "criteria");
        assertThat(newest.at("/changes/1/before").asString()).isEqualTo(
            "Waits three seconds\nNames a pupil after the pause"
        );
        assertThat(newest.at("/changes/1/after").asString()).isEqualTo("Waits");
    }

    @Test
    void ofTwoWhoEditAtOnceOneIsToldOfTheOther() throws Exception {
        var id = curator.published(bank);
        var version = curator.read(id).get("version").asInt();
        var writers = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < 20; i++) {
            var content = Map.of("title", "Wait, take " + i);
            var input = Map.of(
                "stepId",
                id,
                "version",
                version,
                "moduleId",
                "module_retrieval",
                "content",
                content,
                "clientMutationId",
                "edit" + i
            );
            writers.add(() -> curator.step("editStep", input));
        }
        var done = new ArrayList<JsonNode>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var future : pool.invokeAll(writers)) {
                done.add(future.get());
            }
        }
        assertThat(done)
            .filteredOn(payload -> payload.get("problems").isEmpty())
            .hasSize(1);
        assertThat(done)
            .filteredOn(payload -> !payload.get("problems").isEmpty())
            .allSatisfy(payload -> {
                assertThat(payload.at("/problems/0/__typename").asString()).isEqualTo("ConflictProblem");
                assertThat(payload.at("/problems/0/currentVersion").asInt()).isEqualTo(version + 1);
            });
    }

    @Test
    void aRepeatedMutationChangesNothing() {
        var draft = Map.of(
            "bankId",
            bank,
            "moduleId",
            "module_retrieval",
            "content",
            Curator.WAIT,
            "clientMutationId",
            "once"
        );
        var first = curator.step("draftStep", draft).at("/step/id").asString();
        assertThat(curator.step("draftStep", draft).at("/step/id").asString()).isEqualTo(first);
        var publish = Map.of("stepId", first, "version", 0, "clientMutationId", "publish");
        assertThat(curator.step("publishStep", publish).at("/step/version").asInt()).isEqualTo(1);
        assertThat(curator.step("publishStep", publish).at("/step/version").asInt()).isEqualTo(1);
        var opening = Map.of(
            "schoolId",
            pair.school().id(),
            "title",
            "Mentors",
            "audience",
            "MENTORS",
            "clientMutationId",
            "open"
        );
        var opened = curator.mutate("openStepBank", opening, "bank { id }");
        assertThat(curator.mutate("openStepBank", opening, "bank { id }")).isEqualTo(opened);
    }

    @Test
    void aShippedStepIsAdaptedAndRemembersWhereItComesFrom() {
        var adapted = curator
            .step("adaptStep", Map.of("stepId", "step_wait-three-seconds", "bankId", bank))
            .get("step");
        assertThat(adapted.at("/adaptedFrom/id").asString()).isEqualTo("step_wait-three-seconds");
        assertThat(adapted.get("status").asString()).isEqualTo("DRAFT");
        assertThat(adapted.at("/module/id").asString()).isEqualTo("module_formative-assessment");
        assertThat(adapted.get("strand").asString()).isEqualTo("CURRICULUM_AND_ASSESSMENT");
        var shipped = Map.of("stepId", "step_wait-three-seconds", "version", 0);
        assertThat(curator.step("publishStep", shipped).at("/problems/0/__typename").asString()).isEqualTo(
            "NotFoundProblem"
        );
    }

    @Test
    void aProposalIsAnsweredOnceAndSharesACopy() {
        var id = curator.published(bank);
        var proposal = curator.propose(id);
        assertThat(curator.curate("proposeStep", id).at("/problems/0/message").asString()).contains("already");
        var administrator = staffroom.administrator().client();
        var waiting = administrator.data("{ stepBanks { owner audience openProposals { id } } }", Map.of());
        assertThat(waiting.toString()).contains(proposal);
        assertThat(tutor.data("{ stepBanks { owner openProposals { id } } }", Map.of()).toString()).doesNotContain(
            proposal
        );
        var answer = Map.of("proposalId", proposal, "accept", true, "reply", "Thank you.", "clientMutationId", "yes");
        var selection = "proposal { status reply } problems { message }";
        var tutorsTry = curator.mutate("answerProposal", answer, selection);
        assertThat(tutorsTry.get("problems")).hasSize(1);
        var accepted = new Curator(administrator).mutate("answerProposal", answer, selection);
        assertThat(accepted.at("/proposal/status").asString()).isEqualTo("ACCEPTED");
        assertThat(new Curator(administrator).mutate("answerProposal", answer, selection)).isEqualTo(accepted);
        assertThat(curator.read(id).at("/proposal/reply").asString()).isEqualTo("Thank you.");

        var elsewhere = staffroom.pair().mentor().client();
        var shared = elsewhere
            .data(
                SEARCH,
                Map.of("filter", Map.of("bankId", "bank_shared-teachers", "text", "Wait after every question"))
            )
            .at("/searchSteps/edges");
        assertThat(shared).isNotEmpty();
        var copy = new Curator(elsewhere).read(shared.get(0).at("/node/id").asString());
        assertThat(copy.get("status").asString()).isEqualTo("PUBLISHED");
        assertThat(copy.get("adaptedFrom").isNull()).isTrue();
    }

    @Test
    void adviceIsGivenAndNothingIsRefused() {
        var vague = Map.of("title", "Improve questioning and also routines", "criteria", List.of("Speaks clearly"));
        var advice = tutor
            .data(
                "query ($step: StepContentInput!) { stepAdvice(step: $step) { quality path message } }",
                Map.of("step", vague)
            )
            .get("stepAdvice");
        assertThat(advice)
            .extracting(one -> one.get("quality").asString())
            .contains("ONE_ACTION", "OBSERVABLE", "CUE", "FOR_PUPILS", "TICKABLE", "EXEMPLIFIED", "A_WEEKS_WORK");
        assertThat(advice)
            .extracting(one -> one.get("path").asString())
            .contains("title", "criteria.0");
        assertThat(curator.draft(bank, vague).get("problems")).isEmpty();
    }

    @Test
    void badInputIsToldWithItsPathAndNothingIsKept() {
        var none = found(tutor, "DRAFT");
        assertThat(path(curator.draft(bank, Map.of("title", " ")))).isEqualTo("input.content.title");
        assertThat(path(curator.draft(bank, Map.of("title", "x".repeat(100))))).isEqualTo("input.content.title");
        assertThat(path(curator.draft(bank, Map.of("title", "Wait a while", "criteria", List.of("a", ""))))).isEqualTo(
            "input.content.criteria.1"
        );
        assertThat(
            path(curator.draft(bank, Map.of("title", "Wait a while", "buildsOn", List.of("step_none"))))
        ).isEqualTo("input.content.buildsOn.0");
        assertThat(path(curator.draft("bank_none", Curator.WAIT))).isEqualTo("input.bankId");
        assertThat(path(curator.draft("bank_teachers", Curator.WAIT))).isEqualTo("input.bankId");
        var elsewhere = Map.of("bankId", bank, "moduleId", "module_none", "content", Curator.WAIT);
        assertThat(path(curator.step("draftStep", elsewhere))).isEqualTo("input.moduleId");
        var html = curator.draft(bank, Map.of("title", "<script>alert(1)</script> 😀"));
        assertThat(html.at("/step/title").asString()).isEqualTo("<script>alert(1)</script> 😀");
        assertThat(found(tutor, "DRAFT")).hasSize(none.size() + 1);
    }

    private List<String> found(TestClient who, String status) {
        return who
            .data(SEARCH, Map.of("filter", Map.of("bankId", bank, "status", status)))
            .at("/searchSteps/edges")
            .valueStream()
            .map(edge -> edge.at("/node/id").asString())
            .toList();
    }

    private static String path(JsonNode payload) {
        assertThat(payload.get("step").isNull()).isTrue();
        return String.join(".", payload.at("/problems/0/path").valueStream().map(JsonNode::asString).toList());
    }
}
