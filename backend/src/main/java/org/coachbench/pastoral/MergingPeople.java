package org.coachbench.pastoral;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Pastoral meetings stay with the two who met. */
@Component("mergingPeopleOfPastoral")
class MergingPeople {

    private final MongoOperations store;

    MergingPeople(MongoOperations store) {
        this.store = store;
    }

    @EventListener
    void refuseWhoMet(PeopleMerging merging) {
        var met = new Criteria().orOperator(
            where("ectId").is(merging.doubleId()),
            where("mentorId").is(merging.doubleId())
        );
        if (store.exists(Query.query(met), PastoralMeeting.class)) {
            throw Problem.invalid(
                "The double has pastoral meetings, which stay with the record. Keep that record, and merge this one into it.",
                "doubleId"
            );
        }
    }
}
