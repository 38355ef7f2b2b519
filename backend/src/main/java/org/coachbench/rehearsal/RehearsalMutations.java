package org.coachbench.rehearsal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.ConflictProblem;
import org.coachbench.api.Problem.PhaseProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleActs;
import org.coachbench.coaching.CycleCommand;
import org.coachbench.coaching.SectionKind;
import org.coachbench.people.SchoolDay;
import org.coachbench.rehearsal.Rehearsal.Mode;
import org.coachbench.rehearsal.Scene.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Changes rehearsals. What is done in the scene is done to the cycle in it, whose rules decide. */
@Service
class RehearsalMutations {

    private static final int MOST = 100;

    private final MongoOperations store;
    private final Scenes scenes;
    private final CycleActs acts;
    private final InputRules rules;
    private final Clock clock;

    RehearsalMutations(MongoOperations store, Scenes scenes, CycleActs acts, InputRules rules, Clock clock) {
        this.store = store;
        this.scenes = scenes;
        this.acts = acts;
        this.rules = rules;
        this.clock = clock;
    }

    /** A change of a rehearsal that exists. */
    sealed interface Act {
        String rehearsalId();

        int version();

        @Nullable
        String clientMutationId();
    }

    record StartRehearsal(String sceneId, Mode mode, @Nullable @MutationId String clientMutationId) {}

    record NoteInRehearsal(
        String rehearsalId,
        int version,
        String text,
        @Nullable String lineId,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    record TakeBackNoteInRehearsal(
        String rehearsalId,
        int version,
        String evidenceNoteId,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    record GoToStageInRehearsal(
        String rehearsalId,
        int version,
        Stage stage,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    record ChooseInRehearsal(
        String rehearsalId,
        int version,
        Stage stage,
        String optionId,
        @Nullable String text,
        @Nullable String title,
        @Nullable List<String> criteria,
        @Nullable String model,
        @Nullable String practice,
        @Nullable List<CycleCommand.SectionInput> sections,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    record TickInRehearsal(
        String rehearsalId,
        int version,
        List<String> criteriaSeen,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    record RemoveRehearsal(
        String rehearsalId,
        int version,
        @Nullable @MutationId String clientMutationId
    ) implements Act {}

    Rehearsal start(Viewer viewer, StartRehearsal input) {
        rules.check(input);
        var startedBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (startedBy != null) {
            var first = startedBy(startedBy);
            if (first.isPresent()) {
                return first.get();
            }
        }
        var scene = scenes.find(input.sceneId()).orElseThrow(() -> Problem.notFound("scene", "sceneId"));
        if (store.count(Query.query(where("personId").is(viewer.personId())), Rehearsal.class) >= MOST) {
            throw Problem.invalid("You have %d rehearsals. Take one away first.".formatted(MOST), "sceneId");
        }
        var id = Rehearsal.newId();
        var cycle = acts.beginRehearsed(id, viewer.personId(), Rehearsal.ectId(id), scene.lesson());
        try {
            return store.insert(
                new Rehearsal(
                    id,
                    viewer.personId(),
                    scene.id(),
                    input.mode(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    cycle,
                    startedBy
                )
            );
        } catch (DuplicateKeyException e) {
            return Optional.ofNullable(startedBy)
                .flatMap(this::startedBy)
                .orElseThrow(() -> e);
        }
    }

    private Optional<Rehearsal> startedBy(String startedBy) {
        return Optional.ofNullable(store.findOne(Query.query(where("startedBy").is(startedBy)), Rehearsal.class));
    }

    Rehearsal change(Viewer viewer, Act act) {
        rules.check(act);
        var rehearsal = find(viewer, act);
        var key = AppliedMutations.key(viewer.personId(), act, act.clientMutationId());
        if (rehearsal.applied().contains(key)) {
            return rehearsal;
        }
        requireLatest(rehearsal, act);
        var scene = scenes.find(rehearsal.sceneId()).orElseThrow();
        new Turn(viewer, scene, rehearsal).take(act);
        rehearsal.applied().add(key);
        try {
            return store.save(rehearsal);
        } catch (OptimisticLockingFailureException e) {
            var now = find(viewer, act);
            if (now.applied().contains(key)) {
                return now;
            }
            throw conflict(now);
        }
    }

    void remove(Viewer viewer, RemoveRehearsal input) {
        rules.check(input);
        var rehearsal = find(viewer, input);
        requireLatest(rehearsal, input);
        store.remove(rehearsal);
    }

    private Rehearsal find(Viewer viewer, Act act) {
        return Optional.ofNullable(store.findById(act.rehearsalId(), Rehearsal.class))
            .filter(rehearsal -> AccessPolicy.allowsRehearsal(viewer, rehearsal.personId()))
            .orElseThrow(() -> Problem.notFound("rehearsal of yours", "rehearsalId"));
    }

    private static void requireLatest(Rehearsal rehearsal, Act act) {
        if (rehearsal.version() != act.version()) {
            throw conflict(rehearsal);
        }
    }

    private static ProblemException conflict(Rehearsal current) {
        return new ProblemException(
            new ConflictProblem(
                "You went on in another window. Look at it as it is now, then decide.",
                List.of("input", "version"),
                current.version()
            )
        );
    }

    /** One act in a rehearsal. */
    private final class Turn {

        private final Viewer viewer;
        private final Scene scene;
        private final Rehearsal rehearsal;
        private final CoachingCycle cycle;

        Turn(Viewer viewer, Scene scene, Rehearsal rehearsal) {
            this.viewer = viewer;
            this.scene = scene;
            this.rehearsal = rehearsal;
            cycle = rehearsal.cycle();
        }

        void take(Act act) {
            switch (act) {
                case NoteInRehearsal a -> note(a);
                case TakeBackNoteInRehearsal a -> {
                    rehearse(new CycleCommand.RemoveEvidence(cycle.id(), a.evidenceNoteId(), null, null));
                    rehearsal.tookBack(a.evidenceNoteId());
                }
                case GoToStageInRehearsal a -> goTo(a.stage());
                case ChooseInRehearsal a -> choose(a);
                case TickInRehearsal a -> tick(a.criteriaSeen());
                case RemoveRehearsal _ -> throw new IllegalArgumentException("It is not changed, it goes.");
            }
        }

        private void note(NoteInRehearsal act) {
            if (act.lineId() != null && !scene.hasLine(act.lineId())) {
                throw Problem.notFound("line in this lesson", "lineId");
            }
            var before = cycle.observation().evidence();
            rehearse(new CycleCommand.RecordEvidence(cycle.id(), act.text(), null, null, null));
            cycle
                .observation()
                .evidence()
                .stream()
                .filter(note -> !before.contains(note))
                .forEach(note -> rehearsal.noted(note.id(), act.lineId()));
        }

        private void goTo(Stage stage) {
            var now = rehearsal.stage();
            if (now == Stage.LESSON && stage == Stage.PRAISE) {
                rehearsal.goOn();
            } else if (rehearsal.mode() == Mode.UNGUIDED) {
                throw outOfTurn("There is no way back in an unguided rehearsal. Go on, and compare at the end.");
            } else if (!now.isBeforeTheMeeting()) {
                throw outOfTurn("The meeting has started; what came before it can no longer change.");
            } else if (!now.isAfter(stage)) {
                throw outOfTurn("Choose what is to be chosen now, then go on.");
            } else {
                rehearsal.goBackTo(stage);
            }
        }

        private void choose(ChooseInRehearsal act) {
            var stage = rehearsal.stage();
            if (act.stage() != stage || !stage.isDecision()) {
                throw outOfTurn("This is not what is to be chosen now. Look at where the rehearsal is.");
            }
            var option = scene
                .option(stage, rehearsal.chosen(Stage.STEP).orElse(null), act.optionId())
                .orElseThrow(() -> Problem.notFound("option here", "optionId"));
            switch (stage) {
                case PRAISE -> {
                    var text = Objects.requireNonNullElse(act.text(), Objects.requireNonNull(option.text()));
                    rehearse(new CycleCommand.RecordPraise(cycle.id(), text, null, null));
                }
                case STEP -> {
                    var stepId = "step_" + option.step();
                    var note = rehearsal.noteOn(option.evidence()).orElse(null);
                    rehearse(new CycleCommand.ChooseStep(cycle.id(), stepId, null, note, null, null));
                }
                case TAILOR -> tailor(act, option);
                case PLAN -> {
                    var sections =
                        act.sections() == null
                            ? SceneReader.inputs(Objects.requireNonNull(option.sections()))
                            : act.sections();
                    rehearse(new CycleCommand.PlanSession(cycle.id(), sections, null, null));
                }
                case OPENING -> {
                    rehearse(new CycleCommand.ShareCycle(cycle.id(), null, null));
                    rehearse(new CycleCommand.StartSession(cycle.id(), null, null));
                }
                case MODEL -> walkTo(SectionKind.MODEL, 0);
                case FEEDBACK, CLOSING_FEEDBACK -> {
                    var roundId = cycle.rounds().getLast().id();
                    var text = Objects.requireNonNull(option.text());
                    rehearse(new CycleCommand.GiveFeedback(cycle.id(), roundId, text, null, null));
                }
                case FOLLOW_UP -> followUp(option);
                default -> throw new IllegalStateException("Nothing is decided at " + stage);
            }
            rehearsal.chose(option.id());
        }

        /** What the ECT rehearses is written for as many criteria as the option has. */
        private void tailor(ChooseInRehearsal act, Option option) {
            var offered = Objects.requireNonNull(option.criteria());
            var criteria = Objects.requireNonNullElse(act.criteria(), offered);
            if (criteria.size() != offered.size()) {
                throw Problem.invalid(
                    "Keep %d criteria here; put them in your own words.".formatted(offered.size()),
                    "criteria"
                );
            }
            rehearse(
                new CycleCommand.TailorStep(
                    cycle.id(),
                    Objects.requireNonNullElse(act.title(), Objects.requireNonNull(option.title())),
                    criteria,
                    Objects.requireNonNullElse(act.model(), Objects.requireNonNull(option.model())),
                    Objects.requireNonNullElse(act.practice(), Objects.requireNonNull(option.practice())),
                    null,
                    null
                )
            );
        }

        private void followUp(Option option) {
            walkTo(SectionKind.FOLLOW_UP, 0);
            rehearse(
                new CycleCommand.AgreeFollowUp(
                    cycle.id(),
                    inDays(Objects.requireNonNull(option.useInDays())),
                    Objects.requireNonNull(option.where()),
                    inDays(Objects.requireNonNull(option.dropInDays())),
                    null,
                    null
                )
            );
            rehearse(new CycleCommand.CloseCycle(cycle.id(), null, null));
            rehearsal.finish(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }

        private void tick(List<String> criteriaSeen) {
            var stage = rehearsal.stage();
            if (!stage.isRound()) {
                throw outOfTurn("No round of practice is to be looked at now.");
            }
            walkTo(SectionKind.PRACTICE_AND_FEEDBACK, cycle.rounds().size());
            var does = Shown.round(scene, rehearsal, stage).does();
            rehearse(new CycleCommand.LogPracticeRound(cycle.id(), does, criteriaSeen, null, null));
            rehearsal.goOn();
        }

        /** On through the agenda, where it has such a section. */
        private void walkTo(SectionKind kind, int position) {
            var plan = Objects.requireNonNull(cycle.plan());
            plan.sections()
                .stream()
                .filter(section -> section.kind() == kind)
                .skip(position)
                .findFirst()
                .ifPresent(section -> rehearse(new CycleCommand.StartSection(cycle.id(), section.id(), null, null)));
        }

        private void rehearse(CycleCommand command) {
            acts.rehearse(viewer, command, cycle);
        }

        /** Nobody teaches at weekends. */
        private LocalDate inDays(int days) {
            var day = SchoolDay.of(clock.instant()).plusDays(days);
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
        }

        private ProblemException outOfTurn(String message) {
            return new ProblemException(new PhaseProblem(message, List.of("input"), cycle.phase().name()));
        }
    }
}
