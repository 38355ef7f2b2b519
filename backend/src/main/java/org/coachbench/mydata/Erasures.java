package org.coachbench.mydata;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.people.InService;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.signin.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Says whether somebody can be erased, and begins it. */
@Service
class Erasures {

    private final MongoOperations store;
    private final People people;
    private final PersonAccess access;
    private final InService inService;
    private final Accounts accounts;
    private final Holds holds;
    private final Eraser eraser;
    private final InputRules rules;
    private final Clock clock;

    Erasures(
        MongoOperations store,
        People people,
        PersonAccess access,
        InService inService,
        Accounts accounts,
        Holds holds,
        Eraser eraser,
        InputRules rules,
        Clock clock
    ) {
        this.store = store;
        this.people = people;
        this.access = access;
        this.inService = inService;
        this.accounts = accounts;
        this.holds = holds;
        this.eraser = eraser;
        this.rules = rules;
        this.clock = clock;
    }

    record ErasePerson(String personId, String name, @Nullable @MutationId String clientMutationId) {}

    /**
     * How it stands with a person's erasure.
     *
     * @param blocks what stands in its way
     * @param begun null when it was not begun
     */
    record Standing(Person person, List<String> blocks, @Nullable Erasure begun, int kinds) {}

    Optional<Standing> standing(Viewer viewer, String personId) {
        return mayErase(viewer, personId).map(person -> {
            var begun = store.findById(personId, Erasure.class);
            return new Standing(person, begun == null ? blocks(viewer, person) : List.of(), begun, eraser.kindsToDo());
        });
    }

    /** Once begun, the same again changes nothing. It goes on in the background, and after a break in another process. */
    Standing erase(Viewer viewer, ErasePerson input) {
        rules.check(input);
        var person = mayErase(viewer, input.personId()).orElseThrow(() -> Problem.notFound("person", "personId"));
        if (store.findById(person.id(), Erasure.class) == null) {
            if (!person.name().equals(input.name().strip())) {
                throw Problem.invalid("This is not their name. Type it as it stands above.", "name");
            }
            var blocks = blocks(viewer, person);
            if (!blocks.isEmpty()) {
                throw Problem.invalid(String.join(" ", blocks), "personId");
            }
            begin(viewer, person);
        }
        return standing(viewer, person.id()).orElseThrow();
    }

    private void begin(Viewer viewer, Person person) {
        try {
            store.insert(Erasure.begin(person.id(), viewer.personId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (DuplicateKeyException _) {
            // Another administrator began it at the same moment.
        }
        Thread.ofVirtual()
            .name("erasure")
            .start(() -> eraser.erase(person.id()));
    }

    private Optional<Person> mayErase(Viewer viewer, String personId) {
        return people
            .findById(personId)
            .filter(person -> access.allows(viewer, PersonAct.ERASE, person, access.tutoredSchools(viewer)));
    }

    private List<String> blocks(Viewer viewer, Person person) {
        var blocks = new ArrayList<String>();
        if (viewer.personId().equals(person.id())) {
            blocks.add("This is you. Ask another administrator.");
        } else if (accounts.isLastAdministrator(person.id())) {
            blocks.add("They are the last administrator. Give somebody else that account first.");
        }
        blocks.addAll(inService.why(person));
        if (Holds.isOn(person, holds.lastingOn(List.of(person)))) {
            blocks.add("A hold keeps what is held about them. End the hold first.");
        }
        var others = worked(person.id());
        var onOthers = holds.lastingOn(others);
        if (others.stream().anyMatch(other -> Holds.isOn(other, onOthers))) {
            blocks.add(
                "A hold keeps what is held about somebody whom they coached, or who coached them. End the hold first."
            );
        }
        return blocks;
    }

    /** With whom they were one of a pair: what the two wrote is about both. */
    private List<Person> worked(String personId) {
        var others = new HashSet<String>();
        for (var collection : List.of(CoachingCycle.COLLECTION, "pastoral_meetings")) {
            var all = store.getCollection(collection);
            all.distinct("ectId", eq("mentorId", personId), String.class).into(others);
            all.distinct("mentorId", eq("ectId", personId), String.class).into(others);
        }
        return people.findAllById(others);
    }
}
