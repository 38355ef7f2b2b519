package org.coachbench.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Puts right what is registered of a person, and makes one record of two. */
@Service
class Corrections {

    private final People people;
    private final Schools schools;
    private final Organisations organisations;
    private final PersonFinder finder;
    private final Changes changes;
    private final PersonAccess access;
    private final Registration registration;
    private final InputRules rules;
    private final ApplicationEventPublisher events;

    Corrections(
        People people,
        Schools schools,
        Organisations organisations,
        PersonFinder finder,
        Changes changes,
        PersonAccess access,
        Registration registration,
        InputRules rules,
        ApplicationEventPublisher events
    ) {
        this.people = people;
        this.schools = schools;
        this.organisations = organisations;
        this.finder = finder;
        this.changes = changes;
        this.access = access;
        this.registration = registration;
        this.rules = rules;
        this.events = events;
    }

    record CorrectPerson(
        String personId,
        @NotBlank(message = "Enter the name.") @Size(max = 70, message = "Shorten this to 70 characters.") String name,
        String email,
        @Nullable String trn,
        @Nullable @MutationId String clientMutationId
    ) {}

    record MergePeople(String keepId, String doubleId, @Nullable @MutationId String clientMutationId) {}

    Person correctPerson(Viewer viewer, CorrectPerson input) {
        rules.check(input);
        registration.correctable(viewer, input.personId());
        var email = Email.of(input.email());
        var trn = Trn.ofNullable(input.trn());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        try {
            return changes.person(input.personId(), "personId", key, person ->
                person.correct(input.name(), email, trn)
            );
        } catch (DuplicateKeyException e) {
            throw finder.taken(email, input.personId());
        }
    }

    /**
     * One document after the other is written, the double's own last: cut off in between, the same again does the rest,
     * since what stands in both records already is taken for one. Only a number that the kept one lacks is taken over
     * after that, and would have to be entered again.
     */
    Person mergePeople(Viewer viewer, MergePeople input) {
        rules.check(input);
        var kept = require(viewer, PersonAct.MERGE, input.keepId(), "keepId");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (kept.applied().contains(key) && !people.existsById(input.doubleId())) {
            return kept;
        }
        var twin = require(viewer, PersonAct.MERGE, input.doubleId(), "doubleId");
        if (kept.id().equals(twin.id())) {
            throw Problem.invalid("These are the same record. Choose the other one.", "doubleId");
        }
        refuseTwoNumbers(kept, twin);
        events.publishEvent(new PeopleMerging(kept.id(), twin.id()));
        kept.takeOver(twin);
        for (var ect : people.everMentoredBy(twin.id())) {
            changes.person(ect.id(), "doubleId", null, person -> person.mentorIsNow(kept.id(), twin.id()));
        }
        for (var school : schools.everWithOfficeOf(twin.id())) {
            changes.school(school.id(), null, there -> there.mergeAppointments(kept.id(), twin.id()));
        }
        for (var organisation : organisations.everReadBy(twin.id())) {
            changes.organisation(Organisation.class, organisation.id(), "doubleId", null, there ->
                there.mergeAppointments(kept.id(), twin.id())
            );
        }
        // Its number can be the other's only once it is gone.
        changes.person(kept.id(), "keepId", null, person -> person.takeOver(twin));
        events.publishEvent(new PeopleMerged(kept.id(), twin.id()));
        people.deleteById(twin.id());
        return changes.person(kept.id(), "keepId", key, person -> person.takeNumberOf(twin));
    }

    private static void refuseTwoNumbers(Person kept, Person twin) {
        var one = kept.teacherReferenceNumber();
        var other = twin.teacherReferenceNumber();
        if (one != null && other != null && !one.equals(other)) {
            throw Problem.invalid(
                "They have two teacher reference numbers, %s and %s: they are two people, or one number has to be corrected first.".formatted(
                    one,
                    other
                ),
                "doubleId"
            );
        }
    }

    private Person require(Viewer viewer, PersonAct act, String personId, String path) {
        return people
            .findById(personId)
            .filter(person -> access.allows(viewer, act, person, access.tutoredSchools(viewer)))
            .orElseThrow(() -> Problem.notFound("person", path));
    }
}
