package org.coachbench.programme;

import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerging;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What somebody attended and studied stays with the record under which it was told. */
@Component
class AttendanceMerging {

    private final MongoOperations store;

    AttendanceMerging(MongoOperations store) {
        this.store = store;
    }

    @EventListener
    void refuseWhoTookPart(PeopleMerging merging) {
        if (!tookPart(merging.doubleId())) {
            return;
        }
        throw Problem.invalid(
            tookPart(merging.keptId())
                ? "Both records have a programme, events, self-study or timetables, which stay with the record. Keep both records."
                : "The double has a programme, events, self-study or timetables. Keep that record, and merge this one into it.",
            "doubleId"
        );
    }

    private boolean tookPart(String personId) {
        var byId = Query.query(Criteria.where("_id").is(personId));
        return (
            store.exists(Query.query(Criteria.where("personId").is(personId)), Attendance.class) ||
            store.exists(byId, SelfStudy.class) ||
            store.exists(byId, Timetable.class) ||
            store.exists(byId, EctProgramme.class)
        );
    }
}
