package org.coachbench.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** All schools. */
public interface Schools extends MongoRepository<School, String> {
    Optional<School> findByUrn(String urn);

    @Query("{'tutors.personId': ?0}")
    List<School> everTutoredBy(String personId);

    @Query("{'$or': [{'tutors.personId': ?0}, {'headteachers.personId': ?0}]}")
    List<School> everWithOfficeOf(String personId);

    /** Those with a headteacher, a trust or a partnership of these, on whatever day. */
    @Query(
        "{'$or': [{'headteachers.personId': ?0}, {'trustId': {$in: ?1}}, {'partnerships.deliveryPartnerId': {$in: ?1}}]}"
    )
    List<School> everWithFiguresFor(String personId, Collection<String> organisationIds);

    List<School> findByUrnIn(Collection<String> urns);

    /** The schools whose tutor this person is on a day. */
    default List<School> tutoredBy(String personId, LocalDate day) {
        return everTutoredBy(personId)
            .stream()
            .filter(school -> school.tutorsOn(day).contains(personId))
            .toList();
    }
}
