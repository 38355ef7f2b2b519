package org.coachbench.diagnostics;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.DiagnosticSet.QuestionKind;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All that an ECT answered. One document, found by its id alone: each answer is one write, and of two devices that answer
 * at once the second one reads again and adds its own.
 */
@Document("diagnostic_responses")
class EctResponses {

    static final int MOST_SITTINGS = 20;

    @Id
    private final String ectId;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private List<Answer> answers = new ArrayList<>();
    private @Nullable SaidOfExamples examples;
    private AppliedMutations applied = new AppliedMutations();

    /**
     * @param option the number of what was chosen, 0 for the first; null for an open line. The files keep their order.
     * @param line null for a question with options
     */
    record Answer(
        String setId,
        int sitting,
        String questionId,
        @Nullable Integer option,
        @Nullable String line,
        Instant at
    ) {
        boolean isTo(String set, int number, String question) {
            return setId.equals(set) && sitting == number && questionId.equals(question);
        }
    }

    /** @param subjects of the family, so that they still mean the same when its wording changes */
    record SaidOfExamples(
        SchoolPhase phase,
        String family,
        Set<Subject> subjects,
        @Nullable String needId,
        Instant at
    ) {}

    EctResponses(String ectId) {
        this.ectId = ectId;
    }

    void answer(
        DiagnosticSet set,
        Question question,
        int sitting,
        @Nullable Integer option,
        @Nullable String line,
        Instant at
    ) {
        requireOpen(set, sitting);
        var before = answers
            .stream()
            .filter(answer -> answer.isTo(set.id(), sitting, question.id()))
            .findFirst()
            .orElse(null);
        if (before != null && question.kind() == QuestionKind.CHOICE) {
            throw Problem.invalid(
                "You answered this already, maybe on another device. Go on with the next question; you can answer all of them again later.",
                "questionId"
            );
        }
        answers.remove(before);
        answers.add(new Answer(set.id(), sitting, question.id(), option, line, at));
    }

    private void requireOpen(DiagnosticSet set, int sitting) {
        var newest = sitting(set.id());
        if (sitting == newest || (newest == 0 && sitting == 1)) {
            return;
        }
        if (sitting != newest + 1) {
            throw Problem.invalid(
                "These questions were begun again meanwhile. Open them again and go on there.",
                "sitting"
            );
        }
        if (completedAt(set, newest).isEmpty()) {
            throw Problem.invalid("Answer the rest of these questions first.", "sitting");
        }
        if (newest == MOST_SITTINGS) {
            throw Problem.invalid("These questions can be answered %d times.".formatted(MOST_SITTINGS), "sitting");
        }
    }

    void sayOfExamples(SaidOfExamples said) {
        examples = said;
    }

    /** The number of the newest sitting of a set; 0 when there is none. */
    int sitting(String setId) {
        return answers
            .stream()
            .filter(answer -> answer.setId().equals(setId))
            .mapToInt(Answer::sitting)
            .max()
            .orElse(0);
    }

    /** When the last answer was given of those that a sitting needs; empty while some are missing. */
    Optional<Instant> completedAt(DiagnosticSet set, int sitting) {
        var given = set
            .questions()
            .stream()
            .filter(question -> !question.mayBeLeftOut())
            .map(question ->
                to(question.id())
                    .filter(answer -> answer.sitting() == sitting)
                    .findFirst()
                    .map(Answer::at)
            )
            .toList();
        return given.stream().allMatch(Optional::isPresent)
            ? given.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
            : Optional.empty();
    }

    /** The newest sitting that was completed. */
    Optional<Instant> lastCompletedAt(DiagnosticSet set) {
        return Stream.iterate(sitting(set.id()), number -> number > 0, number -> number - 1)
            .flatMap(number -> completedAt(set, number).stream())
            .findFirst();
    }

    /** The answers to a question, the newest sitting first. */
    Stream<Answer> to(String questionId) {
        return answers
            .stream()
            .filter(answer -> answer.questionId().equals(questionId))
            .sorted(comparingInt(Answer::sitting).reversed());
    }

    /** In the order in which they were given. */
    List<Answer> answers() {
        return answers.stream().sorted(comparing(Answer::at)).toList();
    }

    @Nullable
    SaidOfExamples examples() {
        return examples;
    }

    String ectId() {
        return ectId;
    }

    AppliedMutations applied() {
        return applied;
    }
}
