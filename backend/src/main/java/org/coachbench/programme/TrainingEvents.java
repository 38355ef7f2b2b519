package org.coachbench.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** All dates of events. */
interface TrainingEvents extends MongoRepository<TrainingEvent, String> {
    Optional<TrainingEvent> findByScheduledBy(String scheduledBy);

    @Query(value = "{'when.date': {$gte: ?0, $lte: ?1}}", sort = "{'when.date': 1, _id: 1}")
    List<TrainingEvent> between(LocalDate from, LocalDate to, Limit limit);

    /** Those offered to all, and those of some schools. */
    @Query(value = "{'when.date': {$gte: ?0, $lte: ?1}, schoolId: {$in: ?2}}", sort = "{'when.date': 1, _id: 1}")
    List<TrainingEvent> between(
        LocalDate from,
        LocalDate to,
        Collection<@Nullable String> schoolIdsAndNull,
        Limit limit
    );

    @Query(
        value = "{entryId: {$in: ?0}, 'when.date': {$gte: ?1}, cancelledBecause: null}",
        sort = "{'when.date': 1, _id: 1}"
    )
    List<TrainingEvent> upcoming(Collection<String> entryIds, LocalDate from);
}
