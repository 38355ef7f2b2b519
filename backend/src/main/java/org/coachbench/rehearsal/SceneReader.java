package org.coachbench.rehearsal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.api.InputRules;
import org.coachbench.api.Problem;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CycleCommand;
import org.coachbench.coaching.CycleKind;
import org.coachbench.coaching.SessionPlan;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.rehearsal.Scene.Option;
import org.coachbench.rehearsal.Scene.PracticeOf;
import org.coachbench.rehearsal.Scene.Round;
import org.coachbench.rehearsal.Scene.Section;
import org.coachbench.stepbank.TeacherSteps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads scenes, and refuses one that could not be rehearsed to its end, with the file and the place. Whatever becomes part of
 * a cycle is checked by the rules of a cycle.
 */
final class SceneReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
    private static final List<Stage> DECISIONS = Stream.of(Stage.values()).filter(Stage::isDecision).toList();
    /** Those with a list of their own in a scene; the others stand in {@code practice} and {@code followUp}. */
    private static final List<Stage> LISTED = List.of(
        Stage.PRAISE,
        Stage.STEP,
        Stage.TAILOR,
        Stage.PLAN,
        Stage.OPENING,
        Stage.MODEL
    );

    private final TeacherSteps steps;
    private final InputRules rules;

    SceneReader(TeacherSteps steps, InputRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    Scene read(String file, String yaml) {
        Scene scene;
        try {
            scene = YAML.readValue(yaml, Scene.class);
        } catch (JacksonException e) {
            throw wrong(
                file,
                "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()),
                e.getOriginalMessage()
            );
        }
        new Check(file, scene).all();
        return scene;
    }

    private static IllegalStateException wrong(String file, String place, String problem) {
        return new IllegalStateException("Rehearsal: %s: %s: %s".formatted(file, place, problem));
    }

    /** One scene in its file. */
    private final class Check {

        private final String file;
        private final Scene scene;

        Check(String file, Scene scene) {
            this.file = file;
            this.scene = scene;
        }

        void all() {
            require((scene.id() + ".yaml").equals(file), "id", "is not the name of the file.");
            text("title", scene.title(), 80);
            require(scene.setting() != null, "setting", "is missing.");
            require(scene.minutes() >= 5 && scene.minutes() <= 40, "minutes", "are not 5 to 40.");
            text("ect.name", scene.ect().name(), 40);
            text("ect.about", scene.ect().about(), 500);
            text("beforeYouGoIn", scene.beforeYouGoIn(), 1500);
            byRules(
                "lesson",
                new CycleCommand.DescribeLesson(
                    "",
                    new CycleCommand.LessonInput(
                        scene.lesson().subject(),
                        scene.lesson().className(),
                        scene.lesson().topic()
                    ),
                    null,
                    null
                )
            );
            lines();
            decisions();
            practice();
            mentors();
        }

        private void lines() {
            list("transcript", scene.transcript(), 10, 40);
            list("pupilWork", scene.pupilWork(), 1, 4);
            list("worthNoting", scene.worthNoting(), 3, 10);
            list("evidenceToPraise", scene.evidenceToPraise(), 1, 10);
            unique(
                "transcript and pupilWork",
                Stream.concat(
                    scene.transcript().stream().map(Scene.Line::id),
                    scene.pupilWork().stream().map(Scene.Work::id)
                ).toList()
            );
            for (var line : scene.transcript()) {
                require(line.who() != null, line.id(), "does not say who.");
                require(
                    line.at() != null && line.at().matches("\\d{1,2}:\\d\\d"),
                    line.id(),
                    "has no time such as 2:05."
                );
                // It can be noted as it stands.
                text(line.id(), line.text(), 2000);
            }
            for (var work : scene.pupilWork()) {
                text(work.id() + ".from", work.from(), 200);
                text(work.id(), work.text(), 1500);
                text(work.id() + ".shows", work.shows(), 1000);
            }
            for (var worth : scene.worthNoting()) {
                line("worthNoting", worth.line());
                text("worthNoting " + worth.line(), worth.because(), 1000);
            }
            scene.evidenceToPraise().forEach(line -> line("evidenceToPraise", line));
        }

        private void decisions() {
            var moments = scene.decisions().stream().map(Scene.Decision::moment).toList();
            require(moments.equals(LISTED), "decisions", "are not about " + LISTED + " in this order.");
            for (var decision : scene.decisions()) {
                text(decision.moment() + ".ask", decision.ask(), 200);
                var byStep = decision.moment() == Stage.TAILOR;
                require(
                    byStep == (decision.options() == null),
                    decision.moment() + "",
                    "has options where it must not."
                );
                require(
                    byStep == (decision.forStep() != null),
                    decision.moment() + "",
                    "has lists for steps where it must not."
                );
            }
            var stepOptions = options(Stage.STEP, null);
            forEachStep("TAILOR.for", Objects.requireNonNull(scene.decisions().get(2).forStep()).keySet());
            for (var stage : LISTED) {
                if (stage != Stage.TAILOR) {
                    options(stage, null).forEach(option -> option(stage, place(stage, null, option), option));
                }
            }
            for (var chosen : stepOptions) {
                var tailored = options(Stage.TAILOR, chosen.id());
                tailored.forEach(option -> option(Stage.TAILOR, place(Stage.TAILOR, chosen.id(), option), option));
                var most = tailored
                    .stream()
                    .mapToInt(option -> criteria(option).size())
                    .max()
                    .orElseThrow();
                var practised = scene
                    .practiceOf(chosen.id())
                    .orElseThrow(() -> wrong(file, "practice.for." + chosen.id(), "is missing."));
                for (var round : List.of(practised.first(), practised.second().better(), practised.second().same())) {
                    round("practice.for." + chosen.id(), round, most);
                }
            }
            for (var option : options(Stage.FOLLOW_UP, null)) {
                option(Stage.FOLLOW_UP, place(Stage.FOLLOW_UP, null, option), option);
            }
        }

        private void practice() {
            forEachStep("practice.for", scene.practice().forStep().keySet());
            for (var stepOption : scene.practice().forStep().keySet()) {
                for (var stage : List.of(Stage.FEEDBACK, Stage.CLOSING_FEEDBACK)) {
                    options(stage, stepOption).forEach(option ->
                        option(stage, place(stage, stepOption, option), option)
                    );
                }
                var feedback = scene.practiceOf(stepOption).map(PracticeOf::feedback).orElseThrow();
                require(
                    feedback.stream().allMatch(option -> option.better() != null) &&
                        feedback.stream().anyMatch(option -> Boolean.TRUE.equals(option.better())),
                    "practice.for.%s.feedback".formatted(stepOption),
                    "does not say of each option whether the next round gets better, or none makes it so."
                );
            }
        }

        private void forEachStep(String place, Set<String> named) {
            var stepOptions = options(Stage.STEP, null).stream().map(Option::id).collect(toSet());
            require(named.equals(stepOptions), place, "is for %s, and STEP offers %s.".formatted(named, stepOptions));
        }

        private void round(String place, Round round, int criteria) {
            byRules(place + ".does", new CycleCommand.LogPracticeRound("", round.does(), List.of(), null, null));
            require(
                round
                    .criteriaSeen()
                    .stream()
                    .allMatch(index -> index >= 0 && index < criteria),
                place + ".criteriaSeen",
                "counts from 0 to %d here.".formatted(criteria - 1)
            );
            if (round.missed() != null) {
                text(place + ".missed", round.missed(), 500);
            }
        }

        private void option(Stage stage, String place, Option option) {
            text(place + ".because", option.because(), 1000);
            if (stage != Stage.TAILOR && stage != Stage.PLAN) {
                text(place + ".answer", option.answer(), 1000);
            }
            switch (stage) {
                case PRAISE -> byRules(
                    place,
                    new CycleCommand.RecordPraise("", string(place + ".text", option.text()), null, null)
                );
                case STEP -> {
                    var named = string(place + ".step", option.step());
                    require(
                        steps.named(named).isPresent(),
                        place + ".step",
                        "is no step of the teachers' bank: " + named
                    );
                    line(place + ".evidence", string(place + ".evidence", option.evidence()));
                }
                case TAILOR -> {
                    list(place + ".criteria", criteria(option), 2, 4);
                    byRules(
                        place,
                        new CycleCommand.TailorStep(
                            "",
                            string(place + ".title", option.title()),
                            criteria(option),
                            string(place + ".model", option.model()),
                            string(place + ".practice", option.practice()),
                            null,
                            null
                        )
                    );
                }
                case PLAN -> agenda(place, option.sections() == null ? List.of() : option.sections());
                case FEEDBACK, CLOSING_FEEDBACK -> byRules(
                    place,
                    new CycleCommand.GiveFeedback("", "", string(place + ".text", option.text()), null, null)
                );
                case FOLLOW_UP -> {
                    var use = option.useInDays();
                    var dropIn = option.dropInDays();
                    require(
                        use != null && dropIn != null && 0 <= use && use <= dropIn,
                        place,
                        "has not first use, then drop-in."
                    );
                    var day = LocalDate.EPOCH;
                    byRules(
                        place,
                        new CycleCommand.AgreeFollowUp(
                            "",
                            day,
                            string(place + ".where", option.where()),
                            day,
                            null,
                            null
                        )
                    );
                }
                default -> text(place + ".text", option.text(), 2000);
            }
        }

        private void agenda(String place, List<Section> sections) {
            byRules(place, new CycleCommand.PlanSession("", inputs(sections), null, null));
            try {
                var plan = SessionPlan.of(
                    sections
                        .stream()
                        .map(s -> new PlannedSection("", s.kind(), s.title(), s.minutes(), ""))
                        .toList(),
                    CycleKind.INSTRUCTIONAL
                );
                require(
                    plan.totalMinutes() == plan.budgetMinutes(),
                    place,
                    "lasts %d minutes.".formatted(plan.totalMinutes())
                );
            } catch (ProblemException e) {
                throw wrong(file, place, told(e));
            }
        }

        private void mentors() {
            list("mentors", scene.mentors(), 2, 2);
            for (var mentor : scene.mentors()) {
                var place = "mentors." + mentor.name();
                text("mentors.name", mentor.name(), 40);
                text(place + ".about", mentor.about(), 500);
                list(place + ".notes", mentor.notes(), 3, 12);
                mentor.notes().forEach(line -> line(place + ".notes", line));
                require(
                    mentor.choices().keySet().equals(new HashSet<>(DECISIONS)),
                    place + ".choices",
                    "are about %s, not about %s.".formatted(mentor.choices().keySet(), DECISIONS)
                );
                var step = Objects.requireNonNull(mentor.choices().get(Stage.STEP)).option();
                mentor.choices().forEach((stage, choice) -> {
                    text(place + "." + stage + ".why", choice.why(), 1000);
                    require(
                        scene.option(stage, step, choice.option()).isPresent(),
                        place + "." + stage,
                        "chooses what is not on offer: " + choice.option()
                    );
                });
            }
            var chosen = scene
                .mentors()
                .stream()
                .map(mentor -> mentor.choices().values().stream().map(Scene.MentorChoice::option).toList())
                .toList();
            require(!chosen.get(0).equals(chosen.get(1)), "mentors", "choose alike everywhere.");
        }

        /** At least three of them, each with an id of its own. */
        private List<Option> options(Stage stage, @Nullable String stepOption) {
            var options = scene.options(stage, stepOption);
            var place = stage + (stepOption == null ? "" : " for " + stepOption);
            list(place, options, 2, 4);
            unique(place, options.stream().map(Option::id).toList());
            return options;
        }

        private static String place(Stage stage, @Nullable String stepOption, Option option) {
            return Stream.of(stage.name(), stepOption, option.id()).filter(Objects::nonNull).collect(joining("."));
        }

        private void byRules(String place, Object command) {
            try {
                rules.check(command);
            } catch (ProblemException e) {
                throw wrong(file, place, told(e));
            }
        }

        private static String told(ProblemException e) {
            return e.problems().stream().map(Problem::message).collect(joining(" "));
        }

        private void line(String place, String id) {
            require(scene.hasLine(id), place, "names no line and no work: " + id);
        }

        private void unique(String place, List<String> ids) {
            var seen = new HashSet<String>();
            ids.forEach(id -> require(seen.add(id), place, "has the id twice: " + id));
        }

        private void list(String place, @Nullable List<?> list, int fewest, int most) {
            var size = list == null ? 0 : list.size();
            require(size >= fewest && size <= most, place, "are %d; give %d to %d.".formatted(size, fewest, most));
        }

        private String string(String place, @Nullable String text) {
            if (text == null || text.isBlank()) {
                throw wrong(file, place, "is missing.");
            }
            return text;
        }

        private void text(String place, @Nullable String text, int most) {
            var length = string(place, text).length();
            require(length <= most, place, "has %d characters; the most is %d.".formatted(length, most));
        }

        private void require(boolean holds, String place, String problem) {
            if (!holds) {
                throw wrong(file, place, problem);
            }
        }
    }

    private static List<String> criteria(Option option) {
        return Objects.requireNonNullElse(option.criteria(), List.of());
    }

    static List<CycleCommand.SectionInput> inputs(List<Section> sections) {
        return sections
            .stream()
            .map(s -> new CycleCommand.SectionInput(s.kind(), s.title(), s.minutes(), ""))
            .toList();
    }
}
