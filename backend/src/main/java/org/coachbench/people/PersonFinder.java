package org.coachbench.people;

import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.api.Problem;
import org.coachbench.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds somebody by what only those know who know them: nobody searches among the people of other schools. */
@Component
class PersonFinder {

    private static final String REMEDY = "If it is the same person, bring that one to your school instead.";

    private final People people;

    PersonFinder(People people) {
        this.people = people;
    }

    /** By exactly one of the three. */
    Person find(@Nullable String personId, @Nullable String email, @Nullable String trn) {
        if (
            Stream.of(Optional.ofNullable(personId), Optional.ofNullable(email), Optional.ofNullable(trn))
                .filter(Optional::isPresent)
                .count() != 1
        ) {
            throw Problem.invalid("Say who it is by email address or by teacher reference number.", "email");
        }
        if (personId != null) {
            return people.findById(personId).orElseThrow(() -> Problem.notFound("person", "personId"));
        }
        if (email != null) {
            return people
                .findByEmail(Email.of(email).address())
                .orElseThrow(() ->
                    Problem.invalid("Nobody is registered with this address. Check it, or register them.", "email")
                );
        }
        return people
            .findByTrn(Trn.of(String.valueOf(trn)).digits())
            .orElseThrow(() ->
                Problem.invalid(
                    "Nobody is registered with this teacher reference number. Check it, or register them.",
                    "trn"
                )
            );
    }

    /** Why a record could not be written: somebody else has the address, or else the number. */
    ProblemException taken(Email email, @Nullable String exceptPersonId) {
        return people
            .findByEmail(email.address())
            .filter(other -> !other.id().equals(exceptPersonId))
            .map(_ -> Problem.invalid("Somebody is registered with this address already. Check it. " + REMEDY, "email"))
            .orElseGet(() ->
                Problem.invalid(
                    "Somebody is registered with this teacher reference number already. Check it. " + REMEDY,
                    "trn"
                )
            );
    }
}
