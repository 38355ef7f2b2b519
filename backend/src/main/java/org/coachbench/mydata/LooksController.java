package org.coachbench.mydata;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.mydata.Looks.LookKind;
import org.coachbench.mydata.Looks.Looked;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What looks.graphqls says. */
@Controller
class LooksController {

    private final Looks looks;
    private final People people;

    LooksController(Looks looks, People people) {
        this.looks = looks;
        this.people = people;
    }

    record LookShown(Instant at, LookKind kind, @Nullable Person by, @Nullable String cycleId) {}

    @SchemaMapping(typeName = "Viewer")
    List<LookShown> looks(Viewer viewer) {
        var found = looks.at(viewer);
        var by = people
            .findAllById(found.stream().map(Looked::byId).distinct().toList())
            .stream()
            .collect(toMap(Person::id, person -> person));
        return found
            .stream()
            .map(look -> new LookShown(look.at(), look.kind(), by.get(look.byId()), look.cycleId()))
            .toList();
    }
}
