package org.coachbench.rehearsal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.api.InputRules;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CycleCommand;
import org.coachbench.coaching.CycleKind;
import org.coachbench.coaching.SessionPlan;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.rehearsal.Scene.MentorChoice;
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
 * a cycle is checked by the rules of a cycle. Ids of scenes, lines and options stay once they are shipped: rehearsals name them.
 */
final class SceneReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
    private static final Set<Stage> DECISIONS = Stream.of(Stage.values()).filter(Stage::isDecision).collect(toSet());
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
            var line = e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getLineNr());
            throw wrong(file, "line " + line, e.getOriginalMessage());
        }
        new Check(file, scene).all();
        return scene;
    }

    static List<CycleCommand.SectionInput> inputs(List<Section> sections) {
        return sections
            .stream()
            .map(section -> new CycleCommand.SectionInput(section.kind(), section.title(), section.minutes(), ""))
            .toList();
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
            byRules("scene", scene);
            require((scene.id() + ".yaml").equals(file), "id", "is not the name of the file.");
            var lesson = scene.lesson();
            var input = new CycleCommand.LessonInput(lesson.subject(), lesson.className(), lesson.topic());
            byRules("lesson", new CycleCommand.DescribeLesson("", input, null, null));
            lines();
            shapeOfDecisions();
            options(Stage.STEP, null).forEach(chosen -> afterStep(chosen.id()));
            for (var stage : List.of(
                Stage.PRAISE,
                Stage.STEP,
                Stage.PLAN,
                Stage.OPENING,
                Stage.MODEL,
                Stage.FOLLOW_UP
            )) {
                eachOption(stage, null);
            }
            scene.mentors().forEach(this::mentor);
            var ways = scene.mentors().stream().map(Scene.Mentor::choices).map(this::optionsOf).distinct();
            require(ways.count() > 1, "mentors", "choose alike everywhere.");
        }

        private void lines() {
            unique(
                "transcript and pupilWork",
                Stream.concat(
                    scene.transcript().stream().map(Scene.Line::id),
                    scene.pupilWork().stream().map(Scene.Work::id)
                ).toList()
            );
            scene.worthNoting().forEach(worth -> line("worthNoting", worth.line()));
            scene.evidenceToPraise().forEach(line -> line("evidenceToPraise", line));
        }

        private void shapeOfDecisions() {
            var moments = scene.decisions().stream().map(Scene.Decision::moment).toList();
            require(moments.equals(LISTED), "decisions", "are not about " + LISTED + " in this order.");
            for (var decision : scene.decisions()) {
                var byStep = decision.moment() == Stage.TAILOR;
                require(
                    byStep ? decision.options() == null : decision.forStep() == null,
                    decision.moment().name(),
                    byStep ? "has options; give them for each step." : "has options for steps; give one list."
                );
                if (byStep) {
                    forEachStep("TAILOR.for", requireNonNull(decision.forStep()).keySet());
                }
            }
            forEachStep("practice.for", scene.practice().forStep().keySet());
        }

        private void forEachStep(String place, Set<String> named) {
            var offered = options(Stage.STEP, null).stream().map(Option::id).collect(toSet());
            require(named.equals(offered), place, "is for %s, and STEP offers %s.".formatted(named, offered));
        }

        /** What is there for one option of STEP. */
        private void afterStep(String stepOption) {
            for (var stage : List.of(Stage.TAILOR, Stage.FEEDBACK, Stage.CLOSING_FEEDBACK)) {
                eachOption(stage, stepOption);
            }
            var place = "practice.for." + stepOption;
            var practised = scene.practiceOf(stepOption).orElseThrow();
            require(
                practised
                    .feedback()
                    .stream()
                    .allMatch(option -> option.better() != null) &&
                    practised
                        .feedback()
                        .stream()
                        .anyMatch(option -> Boolean.TRUE.equals(option.better())),
                place + ".feedback",
                "does not say of each option whether the next round gets better, or none makes it so."
            );
            var criteria = options(Stage.TAILOR, stepOption)
                .stream()
                .mapToInt(option -> criteria(option).size())
                .max()
                .orElseThrow();
            for (var round : rounds(practised)) {
                require(
                    round
                        .criteriaSeen()
                        .stream()
                        .allMatch(index -> index >= 0 && index < criteria),
                    place + ".criteriaSeen",
                    "counts from 0 to %d here.".formatted(criteria - 1)
                );
            }
        }

        private static List<Round> rounds(PracticeOf practised) {
            return List.of(practised.first(), practised.second().better(), practised.second().same());
        }

        private void eachOption(Stage stage, @Nullable String stepOption) {
            for (var option : options(stage, stepOption)) {
                var place = Stream.of(stage.name(), stepOption, option.id())
                    .filter(Objects::nonNull)
                    .collect(joining("."));
                if (stage != Stage.TAILOR && stage != Stage.PLAN) {
                    given(place + ".answer", option.answer());
                }
                byTheCycle(stage, place, option);
            }
        }

        /** What is chosen is done to a cycle; it must be able to take it. */
        private void byTheCycle(Stage stage, String place, Option option) {
            switch (stage) {
                case PRAISE -> {
                    var text = given(place + ".text", option.text());
                    byRules(place, new CycleCommand.RecordPraise("", text, null, null));
                }
                case STEP -> {
                    var named = given(place + ".step", option.step());
                    require(
                        steps.named(named).isPresent(),
                        place + ".step",
                        "is no step of the teachers' bank: " + named
                    );
                    line(place + ".evidence", given(place + ".evidence", option.evidence()));
                }
                case TAILOR -> byRules(
                    place,
                    new CycleCommand.TailorStep(
                        "",
                        given(place + ".title", option.title()),
                        criteria(option),
                        given(place + ".model", option.model()),
                        given(place + ".practice", option.practice()),
                        null,
                        null
                    )
                );
                case PLAN -> agenda(place, Objects.requireNonNullElse(option.sections(), List.of()));
                case FEEDBACK, CLOSING_FEEDBACK -> {
                    var text = given(place + ".text", option.text());
                    byRules(place, new CycleCommand.GiveFeedback("", "", text, null, null));
                }
                case FOLLOW_UP -> {
                    var use = option.useInDays();
                    var dropIn = option.dropInDays();
                    require(
                        use != null && dropIn != null && 0 <= use && use <= dropIn,
                        place,
                        "has not first use, then drop-in."
                    );
                    var where = given(place + ".where", option.where());
                    var day = LocalDate.EPOCH;
                    byRules(place, new CycleCommand.AgreeFollowUp("", day, where, day, null, null));
                }
                default -> given(place + ".text", option.text());
            }
        }

        private void agenda(String place, List<Section> sections) {
            byRules(place, new CycleCommand.PlanSession("", inputs(sections), null, null));
            var planned = sections
                .stream()
                .map(section -> new PlannedSection("", section.kind(), section.title(), section.minutes(), ""))
                .toList();
            try {
                var plan = SessionPlan.of(planned, CycleKind.INSTRUCTIONAL);
                var minutes = plan.totalMinutes();
                require(minutes == plan.budgetMinutes(), place, "lasts %d minutes.".formatted(minutes));
            } catch (ProblemException e) {
                throw wrong(file, place, told(e));
            }
        }

        private void mentor(Scene.Mentor mentor) {
            var place = "mentors." + mentor.name();
            mentor.notes().forEach(line -> line(place + ".notes", line));
            var about = mentor.choices().keySet();
            require(about.equals(DECISIONS), place + ".choices", "are about %s, not %s.".formatted(about, DECISIONS));
            var step = requireNonNull(mentor.choices().get(Stage.STEP)).option();
            mentor
                .choices()
                .forEach((stage, choice) ->
                    require(
                        scene.option(stage, step, choice.option()).isPresent(),
                        place + "." + stage,
                        "chooses what is not on offer: " + choice.option()
                    )
                );
        }

        private List<String> optionsOf(Map<Stage, MentorChoice> choices) {
            return DECISIONS.stream()
                .map(stage -> requireNonNull(choices.get(stage)).option())
                .toList();
        }

        private List<Option> options(Stage stage, @Nullable String stepOption) {
            var options = scene.options(stage, stepOption);
            var place = stage + (stepOption == null ? "" : " for " + stepOption);
            require(options.size() >= 2 && options.size() <= 4, place, "has not 2 to 4 options.");
            unique(place, options.stream().map(Option::id).toList());
            return options;
        }

        private static List<String> criteria(Option option) {
            return Objects.requireNonNullElse(option.criteria(), List.of());
        }

        private void byRules(String place, Object checked) {
            try {
                rules.check(checked);
            } catch (ProblemException e) {
                throw wrong(file, place, told(e));
            }
        }

        private static String told(ProblemException e) {
            return e
                .problems()
                .stream()
                .map(
                    problem -> String.join(".", problem.path()).replaceFirst("^input\\.", "") + ": " + problem.message()
                )
                .collect(joining("; "));
        }

        private void line(String place, String id) {
            require(scene.hasLine(id), place, "names no line and no work: " + id);
        }

        private void unique(String place, List<String> ids) {
            var seen = new HashSet<String>();
            ids.forEach(id -> require(seen.add(id), place, "has the id twice: " + id));
        }

        private String given(String place, @Nullable String text) {
            if (text == null || text.isBlank()) {
                throw wrong(file, place, "is missing.");
            }
            return text;
        }

        private void require(boolean holds, String place, String problem) {
            if (!holds) {
                throw wrong(file, place, problem);
            }
        }
    }
}
