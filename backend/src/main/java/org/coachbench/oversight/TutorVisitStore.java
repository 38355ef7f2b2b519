package org.coachbench.oversight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All visits of tutors. */
interface TutorVisitStore extends MongoRepository<TutorVisit, String> {
    List<TutorVisit> findByChangedAtGreaterThan(Instant then);

    Optional<TutorVisit> findByKey(String key);

    List<TutorVisit> findByKeyIn(Collection<String> keys);

    List<TutorVisit> findByCycleIdInOrderByIdDesc(Collection<String> cycleIds);
}
