package org.coachbench.stepbank;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coachbench.stepbank.StepContent.PracticeTask;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.StepModel;
import org.coachbench.stepbank.StepContent.Subject;
import org.jspecify.annotations.Nullable;

/** What somebody writes in a step, checked and put in order. */
record StepContentInput(
    @NotBlank(message = "Enter a title.") @Size(min = 5, max = 99, message = "Use 5 to 99 characters.") String title,
    @Size(max = 1000, message = "Shorten this to 1,000 characters.") String why,
    @Size(max = 200, message = "Shorten this to 200 characters.") String cue,
    @Size(max = 5, message = "Keep five at most.") List<@Line String> criteria,
    @Size(max = 6, message = "Keep six at most.") List<@Valid StepModelInput> models,
    @Size(max = 4, message = "Keep four at most.") List<@Valid PracticeTaskInput> practice,
    @Size(max = 5, message = "Keep five at most.") List<@Line String> pitfalls,
    @Size(max = 8, message = "Keep eight at most.")
    List<@NotBlank(message = "Enter a word or remove it.") @Size(
        max = 60,
        message = "Shorten this to 60 characters."
    ) String> tags,
    @Size(max = 8, message = "Keep eight at most.") List<@Line String> phrasings,
    @Size(max = 4, message = "Keep four at most.") List<String> buildsOn
) {
    StepContent content() {
        return new StepContent(
            title.strip(),
            why.strip(),
            cue.strip(),
            stripped(criteria),
            models
                .stream()
                .map(m -> new StepModel(m.phase(), m.subject(), m.lesson().strip(), m.text().strip()))
                .toList(),
            practice
                .stream()
                .map(p ->
                    new PracticeTask(
                        p.task().strip(),
                        p.coach().strip(),
                        p.minutes(),
                        blankToNull(p.harder()),
                        blankToNull(p.easier())
                    )
                )
                .toList(),
            stripped(pitfalls),
            stripped(tags),
            stripped(phrasings),
            buildsOn
        );
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    record StepModelInput(
        SchoolPhase phase,
        Subject subject,
        @NotBlank(message = "Enter the year group and what is taught.")
        @Size(max = 60, message = "Shorten this to 60 characters.")
        String lesson,
        @NotBlank(message = "Describe what it looks and sounds like.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text
    ) {}

    record PracticeTaskInput(
        @NotBlank(message = "Enter what to rehearse.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String task,
        @Size(max = 300, message = "Shorten this to 300 characters.") String coach,
        @Min(value = 1, message = "Enter 1 to 20 minutes.")
        @Max(value = 20, message = "Enter 1 to 20 minutes.")
        int minutes,
        @Nullable @Size(max = 300, message = "Shorten this to 300 characters.") String harder,
        @Nullable @Size(max = 300, message = "Shorten this to 300 characters.") String easier
    ) {}
}
