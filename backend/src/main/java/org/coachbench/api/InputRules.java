package org.coachbench.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coachbench.api.Problem.ValidationProblem;
import org.springframework.stereotype.Component;

/** Checks a mutation's input by the constraints declared on its record; every violation becomes a problem with its path. */
@Component
public class InputRules {

    private final Validator validator;

    InputRules(Validator validator) {
        this.validator = validator;
    }

    public void check(Object input) {
        var problems = validator
            .validate(input)
            .stream()
            .map(violation -> new ValidationProblem(violation.getMessage(), path(violation)))
            .sorted(Comparator.comparing(problem -> String.join(".", problem.path())))
            .limit(50)
            .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static List<String> path(ConstraintViolation<?> violation) {
        var path = new ArrayList<String>();
        path.add("input");
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.add(node.getIndex().toString());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                path.add(node.getName());
            }
        }
        return path;
    }
}
