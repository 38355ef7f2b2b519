package org.coachbench.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** All trusts and delivery partners. */
interface Organisations extends MongoRepository<Organisation, String> {
    Optional<Organisation> findByUniqueName(String uniqueName);

    @Query("{'readers.personId': ?0}")
    List<Organisation> everReadBy(String personId);
}
