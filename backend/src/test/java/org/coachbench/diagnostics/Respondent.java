package org.coachbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.TestClient;
import tools.jackson.databind.JsonNode;

/** An ECT who answers questions over the API. */
public class Respondent {

    private static final String SET =
        "query ($ect: ID!, $set: ID!) { node(id: $ect) { ... on Person { diagnostics { set(id: $set) { id kind title about module { id } from now state sitting completedOn questions { id kind asks strand module { id } options { text right why } answer { sitting option line right } earlier { sitting option line } } } } } } }";
    private static final String ANSWER =
        "mutation ($input: AnswerDiagnosticInput!) { answerDiagnostic(input: $input) { ect { id } problems { __typename message } } }";
    private static final String EXAMPLES =
        "mutation ($input: CheckExamplesInput!) { checkExamples(input: $input) { ect { id } problems { __typename message } } }";

    private final TestClient client;
    private final String ectId;

    public Respondent(Colleague ect) {
        this(ect.client(), ect.id());
    }

    Respondent(TestClient client, String ectId) {
        this.client = client;
        this.ectId = ectId;
    }

    /** As the ECT, or whoever this one asks as, is told of a set. */
    public JsonNode set(String setId) {
        return client.data(SET, Map.of("ect", ectId, "set", setId)).at("/node/diagnostics/set");
    }

    public List<JsonNode> questions(String setId) {
        return StreamSupport.stream(set(setId).get("questions").spliterator(), false).toList();
    }

    /** The problems; empty when it was kept. */
    JsonNode answer(String setId, int sitting, String questionId, Object said) {
        return answer(setId, sitting, questionId, said, null);
    }

    JsonNode answer(String setId, int sitting, String questionId, Object said, String mutationId) {
        var input = new LinkedHashMap<String, Object>();
        input.put("ectId", ectId);
        input.put("setId", setId);
        input.put("questionId", questionId);
        input.put("sitting", sitting);
        input.put(said instanceof String ? "line" : "option", said);
        if (mutationId != null) {
            input.put("clientMutationId", mutationId);
        }
        return client.data(ANSWER, Map.of("input", input)).at("/answerDiagnostic/problems");
    }

    public void said(String setId, int sitting, String questionId, Object said) {
        assertThat(answer(setId, sitting, questionId, said)).isEmpty();
    }

    /** Answers all of a set: the same option everywhere. */
    public void completes(String setId, int sitting, int option) {
        for (var question : questions(setId)) {
            var open = question.get("kind").asString().equals("OPEN_LINE");
            said(setId, sitting, question.get("id").asString(), open ? "Year 8 on Tuesday" : (Object) option);
        }
    }

    public JsonNode checksExamples(String phase, String family, String needId) {
        var input = new LinkedHashMap<String, Object>();
        input.put("ectId", ectId);
        input.put("phase", phase);
        input.put("family", family);
        input.put("needId", needId);
        return client.data(EXAMPLES, Map.of("input", input)).at("/checkExamples/problems");
    }
}
