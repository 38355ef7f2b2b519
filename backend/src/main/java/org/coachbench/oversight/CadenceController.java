package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.Cadence;
import org.coachbench.programme.CadenceWeek;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What cadence.graphqls says. */
@Controller
class CadenceController {

    private static final int MOST_WEEKS = 250;

    private final Cadences cadences;
    private final PersonAccess access;

    CadenceController(Cadences cadences, PersonAccess access) {
        this.cadences = cadences;
        this.access = access;
    }

    @BatchMapping(typeName = "Person")
    Map<Person, Cadence> cadence(List<Person> asked, Principal principal) {
        var viewer = Viewer.of(principal);
        var tutored = access.tutoredSchools(viewer);
        var visible = asked
            .stream()
            .filter(person -> access.allows(viewer, PersonAct.READ_CADENCE, person, tutored))
            .toList();
        var found = cadences.on(SchoolDay.today(), visible);
        return visible
            .stream()
            .filter(person -> found.containsKey(person.id()))
            .collect(toMap(identity(), person -> found.get(person.id())));
    }

    @SchemaMapping
    List<CadenceWeek> weeks(Cadence cadence, @Argument int last) {
        if (last < 1 || last > MOST_WEEKS) {
            throw new BadRequest("last must be 1 to %d.".formatted(MOST_WEEKS));
        }
        var weeks = cadence.weeks();
        return weeks.subList(Math.max(0, weeks.size() - last), weeks.size());
    }
}
