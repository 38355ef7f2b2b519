package org.coachbench.diagnostics;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Answers stay with the record under which they were given. */
@Component("mergingPeopleOfDiagnostics")
class MergingPeople {

    private final MongoOperations store;

    MergingPeople(MongoOperations store) {
        this.store = store;
    }

    @EventListener
    void refuseWhoAnswered(PeopleMerging merging) {
        if (answered(merging.doubleId())) {
            throw Problem.invalid(
                answered(merging.keptId())
                    ? "Both records have answers to diagnostics, which stay with the record. Keep both records."
                    : "The double has answers to diagnostics, which stay with the record. Keep that record, and merge this one into it.",
                "doubleId"
            );
        }
    }

    private boolean answered(String personId) {
        return store.exists(Query.query(Criteria.where("_id").is(personId)), EctResponses.class);
    }
}
