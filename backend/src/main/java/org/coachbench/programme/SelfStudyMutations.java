package org.coachbench.programme;

import java.time.Clock;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** People say themselves what they completed. */
@Service
public class SelfStudyMutations {

    private static final int TRIES = 100;

    private final MongoOperations store;
    private final ProgrammePlanFile file;
    private final ProgrammePlanAccess access;
    private final People people;
    private final InputRules rules;
    private final Clock clock;

    SelfStudyMutations(
        MongoOperations store,
        ProgrammePlanFile file,
        ProgrammePlanAccess access,
        People people,
        InputRules rules,
        Clock clock
    ) {
        this.store = store;
        this.file = file;
        this.access = access;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    public record MarkSelfStudy(
        String personId,
        String itemId,
        boolean completed,
        @Nullable @MutationId String clientMutationId
    ) {}

    public Person mark(Viewer viewer, MarkSelfStudy input) {
        rules.check(input);
        var standing = access.standing(viewer);
        var person = people
            .findById(input.personId())
            .filter(found -> standing.allows(ProgrammeAct.TELL_OF_STUDY, found))
            .orElseThrow(() -> Problem.notFound("person whose self-study you mark", "personId"));
        if (!file.hasItemFor(person, input.itemId())) {
            throw Problem.invalid("Your programme has no such module.", "itemId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        for (int tries = 1; ; tries++) {
            var stored = store.findById(person.id(), SelfStudy.class);
            var study = stored == null ? new SelfStudy(person.id()) : stored;
            if (study.applied().contains(key)) {
                return person;
            }
            if (input.completed()) {
                study.complete(input.itemId(), SchoolDay.of(clock.instant()));
            } else {
                study.reopen(input.itemId());
            }
            study.applied().add(key);
            try {
                store.save(study);
                return person;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
