package org.coachbench.mydata;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which holds there are. */
@Component
class Holds {

    private final MongoOperations store;

    Holds(MongoOperations store) {
        this.store = store;
    }

    /** Those that last, on some people and on the schools where they are or were; one store command for any number. */
    List<Hold> lastingOn(Collection<Person> people) {
        var onThem = where("personId").in(people.stream().map(Person::id).toList());
        var onTheirSchools = where("schoolId").in(
            people
                .stream()
                .flatMap(person -> person.atSchool().stream())
                .map(AtSchool::schoolId)
                .distinct()
                .toList()
        );
        return lasting(new Criteria().orOperator(onThem, onTheirSchools));
    }

    List<Hold> lastingOnSchool(String schoolId) {
        return lasting(where("schoolId").is(schoolId));
    }

    private List<Hold> lasting(Criteria whose) {
        return store.find(Query.query(whose), Hold.class).stream().filter(Hold::lasts).toList();
    }

    static boolean isOn(Person person, List<Hold> holds) {
        return holds.stream().anyMatch(
            hold ->
                person.id().equals(hold.personId()) ||
                person
                    .atSchool()
                    .stream()
                    .anyMatch(at -> at.schoolId().equals(hold.schoolId()))
        );
    }
}
