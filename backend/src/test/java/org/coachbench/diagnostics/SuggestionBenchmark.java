package org.coachbench.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.coachbench.Coachbench;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleCommand.ChooseStep;
import org.coachbench.coaching.CycleCommand.LessonInput;
import org.coachbench.coaching.CycleCommand.RecordEvidence;
import org.coachbench.coaching.CycleMutations;
import org.coachbench.coaching.StartCycle;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterPerson;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.coachbench.people.School;
import org.coachbench.people.SchoolRole;
import org.coachbench.stepbank.StepOffer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * How long suggestions take on the embedded store for an ECT with eighty cycles behind them and twenty notes in each
 * drop-in, among those of 500 other ECTs. Not a test: run {@code mvn -pl backend -am -DskipWebClient test-compile exec:exec
 * -Dbenchmark=org.coachbench.diagnostics.SuggestionBenchmark}.
 */
public final class SuggestionBenchmark {

    private static final LocalDate START = LocalDate.of(2025, 9, 1);
    private static final Viewer REGISTRAR = new Viewer("person_registrar", true);
    private static final List<String> SEEN = List.of(
        "Half of the class chatted while she gave the task.",
        "The same three pupils put their hands up for every question.",
        "Most could not remember anything from last month.",
        "As soon as they worked alone every hand was up for help.",
        "Argued with a pupil about the consequence across the room."
    );
    private static final int CYCLES = 80;
    private static final int NOTES = 20;
    private static final int OTHERS = 500;
    private static final int ROUNDS = 200;

    private SuggestionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var data = Files.createTempDirectory("suggestions");
        try (
            var service = SpringApplication.run(Coachbench.class, "--server.port=0", "--coachbench.data-dir=" + data)
        ) {
            var registration = service.getBean(Registration.class);
            var school = registration.registerSchool(REGISTRAR, new RegisterSchool("900001", "School", null));
            var mentor = new Viewer(person(registration, "mentor", school, SchoolRole.MENTOR), false);
            var ectId = person(registration, "ect", school, SchoolRole.ECT);
            registration.startMentorship(
                REGISTRAR,
                new StartMentorship(mentor.personId(), ectId, school.id(), START, null, null)
            );
            coached(service, mentor, ectId);
            var steps = service.getBean(SuggestedSteps.class);
            for (int round = 0; round < 3; round++) {
                measure("the first three", () -> steps.first(mentor, ectId, 3).orElseThrow().size());
                measure("why not this one", () ->
                    steps.why(mentor, ectId, "step_hinge-question-on-boards").orElseThrow().outOf()
                );
            }
        }
    }

    private interface Asked {
        int answers();
    }

    private static void measure(String what, Asked asked) {
        var micros = IntStream.range(0, ROUNDS)
            .mapToLong(_ -> {
                var begun = System.nanoTime();
                if (asked.answers() < 3) {
                    throw new IllegalStateException("Nothing was suggested.");
                }
                return (System.nanoTime() - begun) / 1000;
            })
            .sorted()
            .toArray();
        System.out.printf(
            "%s, %d times: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
            what,
            ROUNDS,
            micros[ROUNDS / 2] / 1000.0,
            micros[(ROUNDS * 95) / 100] / 1000.0,
            micros[ROUNDS - 1] / 1000.0
        );
    }

    /** One cycle as it is recorded, and copies of it with other steps, of this ECT and of others. */
    private static void coached(ApplicationContext service, Viewer mentor, String ectId) {
        var mutations = service.getBean(CycleMutations.class);
        var lesson = new LessonInput("Science", "8B", "Circuits");
        var cycle = mutations.start(mentor, new StartCycle(null, ectId, lesson, null, null));
        for (int i = 0; i < NOTES; i++) {
            mutations.change(mentor, new RecordEvidence(cycle.id(), SEEN.get(i % SEEN.size()), null, null, null));
        }
        mutations.change(mentor, new ChooseStep(cycle.id(), "step_wait-three-seconds", null, null, null, null));
        var store = service.getBean(MongoOperations.class);
        var recorded = store.findById(cycle.id(), Document.class, CoachingCycle.COLLECTION);
        if (recorded == null) {
            throw new IllegalStateException("The cycle was not kept.");
        }
        var stepIds = service
            .getBean(StepOffer.class)
            .to(mentor)
            .stream()
            .map(one -> one.step().id())
            .toList();
        for (int i = 1; i < CYCLES; i++) {
            store.insert(copy(recorded, ectId, mentor.personId(), stepIds.get(i)), CoachingCycle.COLLECTION);
        }
        for (int i = 0; i < OTHERS; i++) {
            var stepId = stepIds.get(i % stepIds.size());
            store.insert(copy(recorded, "person_other" + i, "person_mentor" + i, stepId), CoachingCycle.COLLECTION);
        }
    }

    private static Document copy(Document recorded, String ectId, String mentorId, String stepId) {
        var copy = new Document(recorded);
        copy.put("_id", "cycle_" + new ObjectId());
        copy.put("ectId", ectId);
        copy.put("mentorId", mentorId);
        copy.put("phase", "CLOSED");
        copy.remove("openFor");
        var step = new Document(copy.get("step", Document.class));
        step.put("stepId", stepId);
        step.put("outcome", "EMBEDDED");
        copy.put("step", step);
        return copy;
    }

    private static String person(Registration registration, String name, School school, SchoolRole role) {
        var id = registration.register("benchmark", new RegisterPerson(name, name + "@example.org", null, null)).id();
        registration.placeAtSchool(REGISTRAR, new PlaceAtSchool(id, school.id(), role, START, null, null));
        return id;
    }
}
