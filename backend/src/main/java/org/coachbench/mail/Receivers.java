package org.coachbench.mail;

import java.util.Optional;
import org.coachbench.people.Leavers;
import org.coachbench.people.People;
import org.springframework.stereotype.Component;

/** Looks up whom a letter goes to. */
@Component
class Receivers {

    private final People people;
    private final Leavers leavers;

    Receivers(People people, Leavers leavers) {
        this.people = people;
        this.leavers = leavers;
    }

    /** Whom a letter goes to, as they are registered when it is sent. */
    record Receiver(String name, String address) {}

    /** Empty for somebody who left, or is not here any more. */
    Optional<Receiver> find(String personId) {
        return people
            .findById(personId)
            .filter(person -> !leavers.hasLeft(person))
            .map(person -> new Receiver(person.name(), person.emailAddress()));
    }
}
