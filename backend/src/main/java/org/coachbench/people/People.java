package org.coachbench.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/** Everybody this service knows. */
public interface People extends MongoRepository<Person, String> {
    Optional<Person> findByEmail(String email);

    Optional<Person> findByTrn(String trn);

    List<Person> findByEmailIn(Collection<String> emails);

    List<Person> findByTrnIn(Collection<String> trns);

    /** For when a name alone is known; it reads everybody. */
    int countByName(String name);

    Optional<Person> findByRegisteredBy(String registeredBy);

    @Query("{'mentors.mentorId': ?0}")
    List<Person> everMentoredBy(String mentorId);

    @Query("{'mentors._id': ?0}")
    Optional<Person> findByMentorship(String mentorshipId);

    @Query("{'atSchool.schoolId': {$in: ?0}}")
    List<Person> everAt(Collection<String> schoolIds);

    /** Ids of the ECTs whose mentor this person is on a day. */
    default Set<String> ectsMentoredBy(String mentorId, LocalDate day) {
        return mentoredBy(mentorId, everMentoredBy(mentorId), day);
    }

    /** Which of some ECTs this person mentors on a day; it costs the same however many others they mentor. */
    default Set<String> ectsMentoredBy(String mentorId, Set<String> ectIds, LocalDate day) {
        return mentoredBy(mentorId, findAllById(ectIds), day);
    }

    private static Set<String> mentoredBy(String mentorId, List<Person> ects, LocalDate day) {
        return ects
            .stream()
            .filter(ect ->
                ect
                    .mentorOn(day)
                    .filter(mentoring -> mentoring.mentorId().equals(mentorId))
                    .isPresent()
            )
            .map(Person::id)
            .collect(toUnmodifiableSet());
    }
}
