package org.coachbench.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.coaching.SectionKind;
import org.jspecify.annotations.Nullable;

/** A lesson and the meeting after it as they stand in a file of {@code rehearsal/}; {@link SceneReader} checks them. */
record Scene(
    String id,
    String title,
    Setting setting,
    Lesson lesson,
    int minutes,
    SceneEct ect,
    String beforeYouGoIn,
    List<Line> transcript,
    List<Work> pupilWork,
    List<Worth> worthNoting,
    List<String> evidenceToPraise,
    List<Decision> decisions,
    Practice practice,
    FollowUpChoice followUp,
    List<Mentor> mentors
) {
    enum Setting {
        EARLY_YEARS,
        PRIMARY,
        SECONDARY,
        SEND,
    }

    enum Who {
        TEACHER,
        PUPIL,
        PUPILS,
        SEEN,
    }

    record SceneEct(String name, String about) {}

    record Line(String id, String at, Who who, String text) {}

    record Work(String id, String from, String text, String shows) {}

    record Worth(String line, String because) {}

    /** Options, or at TAILOR one list for each option of STEP. */
    record Decision(
        Stage moment,
        String ask,
        @Nullable List<Option> options,
        @JsonProperty("for") @Nullable Map<String, List<Option>> forStep
    ) {}

    /**
     * Something to choose; which parts are there depends on the moment.
     *
     * @param answer what the ECT says to it
     * @param better of feedback: whether the next round gets better
     */
    record Option(
        String id,
        @Nullable String text,
        @Nullable String step,
        @Nullable String evidence,
        @Nullable String title,
        @Nullable List<String> criteria,
        @Nullable String model,
        @Nullable String practice,
        @Nullable List<Section> sections,
        @Nullable Integer useInDays,
        @Nullable String where,
        @Nullable Integer dropInDays,
        @Nullable Boolean better,
        @Nullable String answer,
        String because
    ) {}

    record Section(SectionKind kind, String title, int minutes) {}

    record Practice(@JsonProperty("for") Map<String, PracticeOf> forStep) {}

    record PracticeOf(Round first, List<Option> feedback, SecondRound second, List<Option> closingFeedback) {}

    /**
     * What the ECT does.
     *
     * @param criteriaSeen positions among the criteria of the tailored step; those beyond its number are nobody's
     */
    record Round(String does, List<Integer> criteriaSeen, @Nullable String missed) {}

    record SecondRound(Round better, Round same) {}

    record FollowUpChoice(String ask, List<Option> options) {}

    record Mentor(String name, String about, List<String> notes, Map<Stage, MentorChoice> choices) {}

    record MentorChoice(String option, String why) {}

    /** The question at a stage that is a decision. */
    String ask(Stage stage) {
        return switch (stage) {
            case FEEDBACK -> "What do you say to the first round?";
            case CLOSING_FEEDBACK -> "What do you say to the second round?";
            case FOLLOW_UP -> followUp.ask();
            default -> decision(stage).ask();
        };
    }

    /** What can be chosen, which from TAILOR on may depend on the chosen option of STEP. */
    List<Option> options(Stage stage, @Nullable String stepOption) {
        return switch (stage) {
            case TAILOR -> of(decision(stage).forStep(), stepOption);
            case FEEDBACK -> practiceOf(stepOption).map(PracticeOf::feedback).orElse(List.of());
            case CLOSING_FEEDBACK -> practiceOf(stepOption).map(PracticeOf::closingFeedback).orElse(List.of());
            case FOLLOW_UP -> followUp.options();
            default -> Optional.ofNullable(decision(stage).options()).orElse(List.of());
        };
    }

    Optional<Option> option(Stage stage, @Nullable String stepOption, String optionId) {
        return options(stage, stepOption)
            .stream()
            .filter(option -> option.id().equals(optionId))
            .findFirst();
    }

    Optional<PracticeOf> practiceOf(@Nullable String stepOption) {
        return Optional.ofNullable(stepOption).map(practice.forStep()::get);
    }

    boolean hasLine(String id) {
        return Stream.concat(transcript.stream().map(Line::id), pupilWork.stream().map(Work::id)).anyMatch(id::equals);
    }

    private Decision decision(Stage stage) {
        return decisions
            .stream()
            .filter(decision -> decision.moment() == stage)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Nothing is decided at " + stage));
    }

    private static List<Option> of(@Nullable Map<String, List<Option>> forStep, @Nullable String stepOption) {
        return forStep == null || stepOption == null ? List.of() : forStep.getOrDefault(stepOption, List.of());
    }
}
