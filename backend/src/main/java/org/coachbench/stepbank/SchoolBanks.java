package org.coachbench.stepbank;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All banks of schools. */
interface SchoolBanks extends MongoRepository<SchoolBank, String> {
    List<SchoolBank> findBySchoolIdIn(Collection<String> schoolIds);

    Optional<SchoolBank> findByOpenedBy(String openedBy);
}
