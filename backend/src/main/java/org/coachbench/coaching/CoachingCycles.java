package org.coachbench.coaching;

import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All coaching cycles. */
interface CoachingCycles extends MongoRepository<CoachingCycle, String> {
    boolean existsByMentorId(String mentorId);

    boolean existsByEctId(String ectId);

    Optional<CoachingCycle> findByStartedBy(String startedBy);
}
