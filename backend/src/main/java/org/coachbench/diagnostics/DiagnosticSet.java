package org.coachbench.diagnostics;

import java.util.List;
import java.util.Optional;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.TeacherModules.TeacherModule;
import org.jspecify.annotations.Nullable;

/**
 * A set of questions as it ships.
 *
 * @param module that a reflection belongs to; null for other sets
 * @param theme on which a retrieval set looks back; null for other sets
 */
public record DiagnosticSet(
    String id,
    DiagnosticKind kind,
    String title,
    String about,
    @Nullable TeacherModule module,
    @Nullable Integer theme,
    List<Question> questions
) {
    public enum DiagnosticKind {
        ORIENTATION,
        REFLECTION,
        RETRIEVAL,
    }

    public enum QuestionKind {
        CHOICE,
        SURE,
        DONE,
        OPEN_LINE,
    }

    /**
     * A question or a statement about oneself.
     *
     * @param module null for a statement about a whole strand
     * @param options four; none for an open line
     */
    public record Question(
        String id,
        QuestionKind kind,
        String asks,
        Strand strand,
        @Nullable TeacherModule module,
        List<Option> options
    ) {
        boolean mayBeLeftOut() {
            return kind == QuestionKind.OPEN_LINE;
        }

        /** Null where nothing is right or wrong. */
        @Nullable
        Boolean isRight(@Nullable Integer option) {
            if (option == null || option >= options.size()) {
                return null;
            }
            return options.get(option).right();
        }
    }

    /**
     * Something to choose.
     *
     * @param right null where nothing is right or wrong, and then nothing is to be said why
     */
    public record Option(String text, @Nullable Boolean right, @Nullable String why) {}

    Optional<Question> question(String questionId) {
        return questions
            .stream()
            .filter(question -> question.id().equals(questionId))
            .findFirst();
    }
}
