package org.coachbench.people;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes one document, and does nothing when the same mutation changed it before. */
@Component
class Changes {

    private static final int TRIES = 100;

    private final People people;
    private final Schools schools;
    private final Organisations organisations;

    Changes(People people, Schools schools, Organisations organisations) {
        this.people = people;
        this.schools = schools;
        this.organisations = organisations;
    }

    /** Where {@code path} is the way to the person's id in the input. */
    Person person(String id, String path, @Nullable String key, Consumer<Person> change) {
        return retrying(() -> {
            var person = people.findById(id).orElseThrow(() -> Problem.notFound("person", path));
            if (person.applied().contains(key)) {
                return person;
            }
            change.accept(person);
            person.applied().add(key);
            return people.save(person);
        });
    }

    School school(String id, @Nullable String key, Consumer<School> change) {
        return retrying(() -> {
            var school = schools.findById(id).orElseThrow(() -> Problem.notFound("school", "schoolId"));
            if (school.applied().contains(key)) {
                return school;
            }
            change.accept(school);
            school.applied().add(key);
            return schools.save(school);
        });
    }

    <T extends Organisation> T organisation(
        Class<T> type,
        String id,
        String path,
        @Nullable String key,
        Consumer<Organisation> change
    ) {
        return retrying(() -> {
            var organisation = organisations
                .findById(id)
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> Problem.notFound("organisation", path));
            if (organisation.applied().contains(key)) {
                return organisation;
            }
            change.accept(organisation);
            organisation.applied().add(key);
            return organisations.save(organisation);
        });
    }

    /** Reads and decides anew when somebody else wrote in between, so that rules hold whoever comes first. */
    private static <T> T retrying(Supplier<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
