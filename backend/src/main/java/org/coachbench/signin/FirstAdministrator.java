package org.coachbench.signin;

import org.coachbench.people.Registration;
import org.coachbench.people.Registration.RegisterPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets somebody in when the service starts with nobody in it; the one-time password is printed once. */
@Component
@Order(2)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Registration registration;
    private final String email;

    FirstAdministrator(
        Accounts accounts,
        Registration registration,
        @Value("${coachbench.administrator-email}") String email
    ) {
        this.accounts = accounts;
        this.registration = registration;
        this.email = email;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        var person = registration.register(
            "first start",
            new RegisterPerson("Administrator", email, null, "first administrator")
        );
        accounts
            .giveOneTimePassword(person, true)
            .ifPresent(password ->
                log.info(
                    "\n\n    First administrator: sign in as {} with the one-time password {}\n    It is shown this once and must be changed at the first sign-in.\n",
                    email,
                    password
                )
            );
    }
}
