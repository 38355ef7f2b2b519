package org.coachbench.oversight;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Messages, concerns and visits name people for good: who is named in one cannot become somebody else. */
@Component("mergingPeopleOfOversight")
class MergingPeople {

    private final MongoOperations store;

    MergingPeople(MongoOperations store) {
        this.store = store;
    }

    @EventListener
    void refuseWhoIsNamed(PeopleMerging merging) {
        if (!isNamed(merging.doubleId())) {
            return;
        }
        throw Problem.invalid(
            isNamed(merging.keptId())
                ? "Both records have messages, concerns or visits, which stay with the record. Keep both records."
                : "The double has messages, concerns or visits. Keep that record, and merge this one into it.",
            "doubleId"
        );
    }

    private boolean isNamed(String personId) {
        return (
            exists(Message.class, where("fromId").is(personId)) ||
            exists(Message.class, where("toId").is(personId)) ||
            exists(Concern.class, where("personId").is(personId)) ||
            exists(Concern.class, where("trail.personId").is(personId)) ||
            exists(TutorVisit.class, where("tutorId").is(personId))
        );
    }

    private boolean exists(Class<?> type, Criteria criteria) {
        return store.exists(Query.query(criteria), type);
    }
}
