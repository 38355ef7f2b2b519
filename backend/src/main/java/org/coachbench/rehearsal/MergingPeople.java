package org.coachbench.rehearsal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Rehearsals stay with the record that began them; their owner can take them away. */
@Component("mergingPeopleOfRehearsals")
class MergingPeople {

    private final MongoOperations store;

    MergingPeople(MongoOperations store) {
        this.store = store;
    }

    @EventListener
    void refuseWhoRehearses(PeopleMerging merging) {
        if (rehearses(merging.doubleId())) {
            throw Problem.invalid(
                rehearses(merging.keptId())
                    ? "Both records have rehearsals, which are for that person alone. They can take those of the double away; else keep both records."
                    : "The double has rehearsals. Keep that record, and merge this one into it.",
                "doubleId"
            );
        }
    }

    private boolean rehearses(String personId) {
        return store.exists(Query.query(where("personId").is(personId)), Rehearsal.class);
    }
}
