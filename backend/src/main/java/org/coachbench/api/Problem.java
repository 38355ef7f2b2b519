package org.coachbench.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What stood in the way of a mutation, told so that a person can put it right. */
public sealed interface Problem {
    /** A full sentence for the person at the screen. */
    String message();

    /** The way to the part of the input that has to change, beginning with {@code input}. */
    List<String> path();

    /** A part of the input is missing, too long, out of range, or contradicts a rule. */
    record ValidationProblem(String message, List<String> path) implements Problem {}

    /** Somebody else changed the same thing first. */
    record ConflictProblem(String message, List<String> path, int currentVersion) implements Problem {}

    /** The coaching cycle is not at the point where this can be done; {@code phase} is where it is. */
    record PhaseProblem(String message, List<String> path, String phase) implements Problem {}

    /** The same person was nudged about the same thing a few school days ago. */
    record RecentNudgeProblem(String message, List<String> path, Instant lastSentAt) implements Problem {}

    /** No such thing, or not the viewer's: the two must look the same from outside. */
    record NotFoundProblem(String message, List<String> path) implements Problem {}

    /** Something is wrong with the part of the input at {@code path}, which is given without {@code input}. */
    static ProblemException invalid(String message, String... path) {
        return new ProblemException(new ValidationProblem(message, inputPath(path)));
    }

    /** The id at {@code path} names nothing that the viewer may use. */
    static ProblemException notFound(String what, String... path) {
        return new ProblemException(new NotFoundProblem("There is no such " + what + ".", inputPath(path)));
    }

    private static List<String> inputPath(String... path) {
        return Stream.concat(Stream.of("input"), Arrays.stream(path)).toList();
    }
}
