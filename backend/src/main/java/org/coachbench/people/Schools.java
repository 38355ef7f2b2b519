package org.coachbench.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** All schools. */
public interface Schools extends MongoRepository<School, String> {
    Optional<School> findByUrn(String urn);

    @Query("{'tutors.personId': ?0}")
    List<School> everTutoredBy(String personId);

    /** The schools whose tutor this person is on a day. */
    default List<School> tutoredBy(String personId, LocalDate day) {
        return everTutoredBy(personId)
            .stream()
            .filter(school -> school.tutorsOn(day).contains(personId))
            .toList();
    }
}
