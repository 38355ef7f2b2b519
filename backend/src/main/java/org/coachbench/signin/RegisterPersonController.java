package org.coachbench.signin;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Person;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.RegisterPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Registers a person together with their account, and gives it another one-time password. */
@Controller
class RegisterPersonController {

    private final Registration registration;
    private final Accounts accounts;

    RegisterPersonController(Registration registration, Accounts accounts) {
        this.registration = registration;
        this.accounts = accounts;
    }

    record RegisterPersonPayload(@Nullable Person person, @Nullable String oneTimePassword, List<Problem> problems) {}

    record RenewOneTimePassword(String personId) {}

    @MutationMapping
    RegisterPersonPayload registerPerson(@Argument RegisterPerson input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> {
                var person = registration.registerPerson(viewer, input);
                var password = accounts.giveOneTimePassword(person, false).orElse(null);
                return new RegisterPersonPayload(person, password, List.of());
            },
            problems -> new RegisterPersonPayload(null, null, problems)
        );
    }

    @MutationMapping
    RegisterPersonPayload renewOneTimePassword(
        @Argument RenewOneTimePassword input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return orProblems(
            () -> {
                var person = registration.correctable(viewer, input.personId());
                var password = accounts
                    .renewOneTimePassword(person.id())
                    .orElseThrow(() ->
                        Problem.invalid("They chose a password of their own already, or have no account.", "personId")
                    );
                return new RegisterPersonPayload(person, password, List.of());
            },
            problems -> new RegisterPersonPayload(null, null, problems)
        );
    }
}
