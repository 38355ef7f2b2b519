package org.coachbench.rehearsal;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.coaching.ChosenStep;
import org.coachbench.coaching.FollowUp;
import org.coachbench.coaching.Observation.EvidenceNote;
import org.coachbench.coaching.SessionPlan;
import org.coachbench.rehearsal.Rehearsal.Mode;
import org.coachbench.rehearsal.Rehearsal.Noted;
import org.coachbench.rehearsal.Scene.Option;
import org.coachbench.rehearsal.Scene.Section;
import org.coachbench.stepbank.Step;
import org.coachbench.stepbank.TeacherSteps;
import org.jspecify.annotations.Nullable;

/** What its mentor is shown of a rehearsal, and when: this is the one place that decides what is told already. */
final class Shown {

    private final Scene scene;
    private final Rehearsal rehearsal;
    private final TeacherSteps steps;
    private final @Nullable String stepOption;

    private Shown(Scene scene, Rehearsal rehearsal, TeacherSteps steps) {
        this.scene = scene;
        this.rehearsal = rehearsal;
        this.steps = steps;
        stepOption = rehearsal.chosen(Stage.STEP).orElse(null);
    }

    static RehearsalView of(Scene scene, Rehearsal rehearsal, TeacherSteps steps) {
        return new Shown(scene, rehearsal, steps).view();
    }

    /** A rehearsal as its mentor sees it now; null is what does not exist yet or is not told yet. */
    record RehearsalView(
        String id,
        int version,
        Scene scene,
        Mode mode,
        Stage stage,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<NoteView> notes,
        List<WorkView> pupilWork,
        @Nullable List<WorthView> worthNoting,
        @Nullable List<String> praiseLines,
        List<DecisionView> decisions,
        @Nullable String praise,
        @Nullable ChosenStep step,
        @Nullable SessionPlan plan,
        List<WordsView> dialogue,
        List<RoundView> rounds,
        @Nullable FollowUp followUp,
        @Nullable List<MentorView> mentors
    ) {}

    record NoteView(String id, String text, @Nullable String lineId) {}

    record WorkView(String id, String from, String text, @Nullable String shows) {}

    record WorthView(String lineId, String because, boolean noted) {}

    record DecisionView(Stage stage, String ask, List<OptionView> options, @Nullable String chosenId) {}

    record OptionView(
        String id,
        @Nullable String text,
        @Nullable Step step,
        @Nullable String title,
        @Nullable List<String> criteria,
        @Nullable String model,
        @Nullable String practice,
        @Nullable List<Section> sections,
        @Nullable Integer useInDays,
        @Nullable String where,
        @Nullable Integer dropInDays,
        @Nullable String because
    ) {}

    record WordsView(Stage stage, boolean byMentor, String text) {}

    record RoundView(int number, String does, boolean ticked, List<CriterionView> criteria, @Nullable String missed) {}

    record CriterionView(String id, String text, boolean ticked, @Nullable Boolean there) {}

    record MentorView(String name, String about, List<String> notes, List<MentorChoiceView> choices) {}

    record MentorChoiceView(Stage stage, OptionView option, String why) {}

    /** What the ECT does in a round; the second one depends on the feedback on the first. */
    static Scene.Round round(Scene scene, Rehearsal rehearsal, Stage stage) {
        var stepOption = rehearsal.chosen(Stage.STEP).orElseThrow();
        var practice = scene.practiceOf(stepOption).orElseThrow();
        if (stage == Stage.FIRST_ROUND) {
            return practice.first();
        }
        var feedback = scene.option(Stage.FEEDBACK, stepOption, rehearsal.chosen(Stage.FEEDBACK).orElseThrow());
        return Boolean.TRUE.equals(feedback.orElseThrow().better())
            ? practice.second().better()
            : practice.second().same();
    }

    /** Told once the stage was left: at once in GUIDED, at the end in UNGUIDED. */
    private boolean tells(Stage left) {
        return rehearsal.stage() == Stage.DEBRIEF || (rehearsal.mode() == Mode.GUIDED && isPast(left));
    }

    private boolean isPast(Stage stage) {
        return rehearsal.stage().isAfter(stage);
    }

    private RehearsalView view() {
        var cycle = rehearsal.cycle();
        return new RehearsalView(
            rehearsal.id(),
            rehearsal.version(),
            scene,
            rehearsal.mode(),
            rehearsal.stage(),
            rehearsal.startedAt(),
            rehearsal.finishedAt(),
            notes(),
            scene
                .pupilWork()
                .stream()
                .map(work ->
                    new WorkView(work.id(), work.from(), work.text(), tells(Stage.LESSON) ? work.shows() : null)
                )
                .toList(),
            tells(Stage.LESSON) ? worthNoting() : null,
            tells(Stage.PRAISE) ? scene.evidenceToPraise() : null,
            decisions(),
            isPast(Stage.PRAISE) ? praise() : null,
            isPast(Stage.STEP) ? cycle.step() : null,
            isPast(Stage.PLAN) ? cycle.plan() : null,
            dialogue(),
            Stream.of(Stage.FIRST_ROUND, Stage.SECOND_ROUND)
                .filter(stage -> rehearsal.stage() == stage || isPast(stage))
                .map(this::round)
                .toList(),
            cycle.followUp(),
            rehearsal.stage() == Stage.DEBRIEF ? mentors() : null
        );
    }

    private List<NoteView> notes() {
        var texts = rehearsal.cycle().observation().evidence();
        return rehearsal
            .noted()
            .stream()
            .map(noted -> new NoteView(noted.evidenceNoteId(), text(texts, noted), noted.lineId()))
            .toList();
    }

    private static String text(List<EvidenceNote> notes, Noted noted) {
        return notes
            .stream()
            .filter(note -> note.id().equals(noted.evidenceNoteId()))
            .map(EvidenceNote::text)
            .findFirst()
            .orElseThrow();
    }

    private List<WorthView> worthNoting() {
        var noted = rehearsal.noted().stream().map(Noted::lineId).filter(Objects::nonNull).collect(toSet());
        return scene
            .worthNoting()
            .stream()
            .map(worth -> new WorthView(worth.line(), worth.because(), noted.contains(worth.line())))
            .toList();
    }

    /** Praise that was chosen again stands beside the first in the cycle; the last is what is said. */
    private String praise() {
        return rehearsal.cycle().observation().praise().getLast().text();
    }

    private List<DecisionView> decisions() {
        return Stream.of(Stage.values())
            .filter(Stage::isDecision)
            .filter(stage -> stage == rehearsal.stage() || isPast(stage))
            .map(stage ->
                new DecisionView(
                    stage,
                    scene.ask(stage),
                    scene
                        .options(stage, stepOption)
                        .stream()
                        .map(option -> option(option, tells(stage)))
                        .toList(),
                    rehearsal.chosen(stage).orElse(null)
                )
            )
            .toList();
    }

    private OptionView option(Option option, boolean told) {
        return new OptionView(
            option.id(),
            option.text(),
            option.step() == null ? null : steps.named(option.step()).orElseThrow(),
            option.title(),
            option.criteria(),
            option.model(),
            option.practice(),
            option.sections(),
            option.useInDays(),
            option.where(),
            option.dropInDays(),
            told ? option.because() : null
        );
    }

    /** As it was said: praise and step have their place after the first words. */
    private List<WordsView> dialogue() {
        var said = new ArrayList<WordsView>();
        if (isPast(Stage.OPENING)) {
            exchange(said, Stage.OPENING, chosen(Stage.OPENING).text());
            exchange(said, Stage.PRAISE, praise());
            exchange(said, Stage.STEP, Objects.requireNonNull(rehearsal.cycle().step()).title());
        }
        for (var stage : List.of(Stage.MODEL, Stage.FEEDBACK, Stage.CLOSING_FEEDBACK)) {
            if (isPast(stage)) {
                exchange(said, stage, chosen(stage).text());
            }
        }
        if (isPast(Stage.FOLLOW_UP)) {
            exchange(said, Stage.FOLLOW_UP, chosen(Stage.FOLLOW_UP).where());
        }
        return said;
    }

    private void exchange(List<WordsView> said, Stage stage, @Nullable String words) {
        said.add(new WordsView(stage, true, Objects.requireNonNull(words)));
        said.add(new WordsView(stage, false, Objects.requireNonNull(chosen(stage).answer())));
    }

    private Option chosen(Stage stage) {
        return scene.option(stage, stepOption, rehearsal.chosen(stage).orElseThrow()).orElseThrow();
    }

    private RoundView round(Stage stage) {
        var round = round(scene, rehearsal, stage);
        var position = stage == Stage.FIRST_ROUND ? 0 : 1;
        var logged = rehearsal.cycle().rounds().stream().skip(position).findFirst();
        var ticked = logged.map(one -> Set.copyOf(one.criteriaSeen())).orElse(Set.of());
        var criteria = Objects.requireNonNull(rehearsal.cycle().step()).criteria();
        var told = tells(stage);
        return new RoundView(
            position + 1,
            round.does(),
            logged.isPresent(),
            IntStream.range(0, criteria.size())
                .mapToObj(i -> {
                    var criterion = criteria.get(i);
                    var there = told ? round.criteriaSeen().contains(i) : null;
                    return new CriterionView(criterion.id(), criterion.text(), ticked.contains(criterion.id()), there);
                })
                .toList(),
            told ? round.missed() : null
        );
    }

    private List<MentorView> mentors() {
        return scene
            .mentors()
            .stream()
            .map(mentor -> {
                var theirStep = Objects.requireNonNull(mentor.choices().get(Stage.STEP)).option();
                var choices = Stream.of(Stage.values())
                    .filter(Stage::isDecision)
                    .map(stage -> {
                        var choice = Objects.requireNonNull(mentor.choices().get(stage));
                        var option = scene.option(stage, theirStep, choice.option()).orElseThrow();
                        return new MentorChoiceView(stage, option(option, true), choice.why());
                    })
                    .toList();
                return new MentorView(mentor.name(), mentor.about(), mentor.notes(), choices);
            })
            .toList();
    }
}
