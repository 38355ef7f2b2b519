package org.coachbench.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.coaching.Observation.Lesson;
import org.coachbench.coaching.SectionKind;
import org.jspecify.annotations.Nullable;

/**
 * A lesson and the meeting after it as they stand in a file of {@code rehearsal/}. {@link SceneReader} checks the limits that
 * stand here, and that the parts fit together.
 */
record Scene(
    @NotBlank String id,
    @NotBlank @Size(max = 80) String title,
    @NotNull Setting setting,
    @NotNull Lesson lesson,
    @Min(5) @Max(40) int minutes,
    @NotNull @Valid SceneEct ect,
    @NotBlank @Size(max = 1500) String beforeYouGoIn,
    @NotNull @Size(min = 10, max = 40) List<@NotNull @Valid Line> transcript,
    @NotNull @Size(min = 1, max = 4) List<@NotNull @Valid Work> pupilWork,
    @NotNull @Size(min = 3, max = 10) List<@NotNull @Valid Worth> worthNoting,
    @NotNull @Size(min = 1, max = 10) List<@NotNull String> evidenceToPraise,
    @NotNull List<@NotNull @Valid Decision> decisions,
    @NotNull @Valid Practice practice,
    @NotNull @Valid FollowUpChoice followUp,
    @NotNull @Size(min = 2, max = 2) List<@NotNull @Valid Mentor> mentors
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

    record SceneEct(@NotBlank @Size(max = 40) String name, @NotBlank @Size(max = 500) String about) {}

    /** No longer than a note, since it can be noted as it stands. */
    record Line(
        @NotBlank String id,
        @NotNull @Pattern(regexp = "\\d{1,2}:\\d\\d", message = "Give minutes and seconds, such as 2:05.") String at,
        @NotNull Who who,
        @NotBlank @Size(max = 1900) String text
    ) {}

    record Work(
        @NotBlank String id,
        @NotBlank @Size(max = 200) String from,
        @NotBlank @Size(max = 1500) String text,
        @NotBlank @Size(max = 1000) String shows
    ) {}

    record Worth(@NotNull String line, @NotBlank @Size(max = 1000) String because) {}

    /** Options, or at TAILOR one list for each option of STEP. */
    record Decision(
        @NotNull Stage moment,
        @NotBlank @Size(max = 200) String ask,
        @Nullable List<@NotNull @Valid Option> options,
        @JsonProperty("for") @Nullable Map<String, @NotNull List<@NotNull @Valid Option>> forStep
    ) {}

    /**
     * Something to choose; which parts are there depends on the moment.
     *
     * @param answer what the ECT says to it
     * @param better of feedback: whether the next round gets better
     */
    record Option(
        @NotBlank String id,
        @Nullable @Size(max = 2000) String text,
        @Nullable String step,
        @Nullable String evidence,
        @Nullable String title,
        @Nullable @Size(min = 2, max = 4) List<String> criteria,
        @Nullable String model,
        @Nullable String practice,
        @Nullable List<Section> sections,
        @Nullable Integer useInDays,
        @Nullable String where,
        @Nullable Integer dropInDays,
        @Nullable Boolean better,
        @Nullable @Size(max = 1000) String answer,
        @NotBlank @Size(max = 1000) String because
    ) {}

    record Section(SectionKind kind, String title, int minutes) {}

    record Practice(@JsonProperty("for") @NotNull Map<String, @NotNull @Valid PracticeOf> forStep) {}

    record PracticeOf(
        @NotNull @Valid Round first,
        @NotNull List<@NotNull @Valid Option> feedback,
        @NotNull @Valid SecondRound second,
        @NotNull List<@NotNull @Valid Option> closingFeedback
    ) {}

    /**
     * What the ECT does.
     *
     * @param criteriaSeen positions among the criteria of the tailored step; those beyond its number are nobody's
     */
    record Round(
        @NotBlank @Size(max = 2000) String does,
        @NotNull List<@NotNull Integer> criteriaSeen,
        @Nullable @Size(max = 500) String missed
    ) {}

    record SecondRound(@NotNull @Valid Round better, @NotNull @Valid Round same) {}

    record FollowUpChoice(@NotBlank @Size(max = 200) String ask, @NotNull List<@NotNull @Valid Option> options) {}

    record Mentor(
        @NotBlank @Size(max = 40) String name,
        @NotBlank @Size(max = 500) String about,
        @NotNull @Size(min = 3, max = 12) List<@NotNull String> notes,
        @NotNull Map<Stage, @NotNull @Valid MentorChoice> choices
    ) {}

    record MentorChoice(@NotNull String option, @NotBlank @Size(max = 1000) String why) {}

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
