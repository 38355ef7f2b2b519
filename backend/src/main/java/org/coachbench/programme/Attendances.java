package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Who attends what; many people at once cost as many store commands as one. */
@Component
class Attendances {

    private static final int TRIES = 100;

    private final MongoOperations store;

    Attendances(MongoOperations store) {
        this.store = store;
    }

    List<Attendance> ofPeople(Collection<String> personIds) {
        return store.find(Query.query(Criteria.where("personId").in(personIds)), Attendance.class);
    }

    List<Attendance> atEvents(Collection<String> eventIds) {
        return store.find(Query.query(Criteria.where("bookings.eventId").in(eventIds)), Attendance.class);
    }

    /** Changes the attendance of each of some people at an entry; again, from what is stored then, if somebody else did first. */
    void change(Collection<String> personIds, String entryId, @Nullable String key, Consumer<Attendance> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            var ids = personIds
                .stream()
                .map(personId -> Attendance.id(personId, entryId))
                .toList();
            var stored = store
                .find(Query.query(Criteria.where("_id").in(ids)), Attendance.class)
                .stream()
                .collect(toMap(Attendance::personId, identity()));
            var changed = new ArrayList<Attendance>();
            for (var personId : personIds) {
                var attendance = stored.getOrDefault(personId, Attendance.of(personId, entryId));
                if (!attendance.applied().contains(key)) {
                    change.accept(attendance);
                    attendance.applied().add(key);
                    changed.add(attendance);
                }
            }
            if (changed.isEmpty() || write(changed)) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("Attendance at " + entryId + " changes all the time.");
    }

    /** False when somebody else wrote one of them in between. */
    private boolean write(List<Attendance> changed) {
        var writes = store.bulkOps(BulkMode.UNORDERED, Attendance.class);
        var known = changed.stream().map(Attendance::version).filter(Objects::nonNull).count();
        for (var attendance : changed) {
            var before = attendance.version();
            attendance.nextVersion();
            if (before == null) {
                writes.insert(attendance);
            } else {
                var asRead = Criteria.where("_id").is(attendance.id()).and("version").is(before);
                writes.replaceOne(Query.query(asRead), attendance);
            }
        }
        try {
            return writes.execute().getMatchedCount() == known;
        } catch (DuplicateKeyException | BulkOperationException e) {
            return false;
        }
    }
}
