package org.coachbench.mydata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Who looked at what is held about somebody, or was let to, as far as the service knows. */
@Component
class Looks {

    private static final int MOST = 200;

    private final MongoOperations store;

    Looks(MongoOperations store) {
        this.store = store;
    }

    /** What was done. */
    enum LookKind {
        LOG_VISITED,
        SESSION_VISITED,
        GIVEN_TO_REVIEW,
        REVIEWED,
        REVIEW_ENDED,
        DATA_TAKEN,
    }

    /** @param cycleId of the coaching cycle; null when it was about all that is held */
    record Looked(Instant at, LookKind kind, String byId, @Nullable String cycleId) {}

    /** Newest first. */
    List<Looked> at(Viewer viewer) {
        var looks = new ArrayList<Looked>();
        var self = viewer.personId();
        for (var visit : newest("tutor_visits", and(ofPair(self), ne("tutorId", self)))) {
            var kind = "SESSION".equals(visit.get("kind")) ? LookKind.SESSION_VISITED : LookKind.LOG_VISITED;
            looks.add(look(visit.getDate("visitedAt"), kind, visit.getString("tutorId"), visit.getString("cycleId")));
        }
        for (var cycle : newest(CoachingCycle.COLLECTION, and(ofPair(self), exists("coachAccess")))) {
            var access = cycle.get("coachAccess", Document.class);
            var coach = access.getString("coachId");
            var id = cycle.getString("_id");
            looks.add(look(access.getDate("sharedAt"), LookKind.GIVEN_TO_REVIEW, coach, id));
            if (access.getDate("reviewedAt") != null) {
                looks.add(look(access.getDate("reviewedAt"), LookKind.REVIEWED, coach, id));
            }
            if (access.getDate("endedAt") != null) {
                looks.add(look(access.getDate("endedAt"), LookKind.REVIEW_ENDED, access.getString("endedBy"), id));
            }
        }
        for (var taken : newest(DataTaken.COLLECTION, eq("personId", self))) {
            looks.add(look(taken.getDate("at"), LookKind.DATA_TAKEN, taken.getString("by"), null));
        }
        return looks.stream().sorted(Comparator.comparing(Looked::at).reversed()).limit(MOST).toList();
    }

    private static Bson ofPair(String personId) {
        return or(eq("mentorId", personId), eq("ectId", personId));
    }

    private Iterable<Document> newest(String collection, Bson which) {
        return store.getCollection(collection).find(which).sort(descending("_id")).limit(MOST);
    }

    private static Looked look(Date at, LookKind kind, String byId, @Nullable String cycleId) {
        return new Looked(at.toInstant(), kind, byId, cycleId);
    }
}
