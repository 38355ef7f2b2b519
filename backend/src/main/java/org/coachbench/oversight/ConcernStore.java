package org.coachbench.oversight;

import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All concerns. */
interface ConcernStore extends MongoRepository<Concern, String> {
    Optional<Concern> findByRaisedWith(String raisedWith);
}
