package org.coachbench.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ends a mutation that a person has to put right; nothing was changed. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public ProblemException(List<? extends Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The payload of a mutation: of what it did, or of the problems that stood in its way. */
    public static <P> P orProblems(Supplier<P> mutation, Function<List<Problem>, P> refused) {
        try {
            return mutation.get();
        } catch (ProblemException e) {
            return refused.apply(e.problems);
        }
    }
}
