package org.coachbench.oversight;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coachbench.access.Viewer;
import org.coachbench.oversight.Desk.Attention;
import org.coachbench.oversight.Desk.KeepsMeetings;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** What desk.graphqls says. */
@Controller
class DeskController {

    private final Desk desk;
    private final PersonAccess access;

    DeskController(Desk desk, PersonAccess access) {
        this.desk = desk;
        this.access = access;
    }

    @BatchMapping(typeName = "School")
    Map<School, List<Attention>> attention(List<School> asked, Principal principal) {
        return ofOwnSchools(asked, principal, ids -> desk.attention(SchoolDay.today(), ids));
    }

    @BatchMapping(typeName = "School")
    Map<School, List<KeepsMeetings>> keepsMeetings(List<School> asked, Principal principal) {
        return ofOwnSchools(asked, principal, ids -> desk.keepsMeetings(SchoolDay.today(), ids));
    }

    private <T> Map<School, List<T>> ofOwnSchools(
        List<School> asked,
        Principal principal,
        Function<Collection<String>, Map<String, List<T>>> of
    ) {
        var tutored = access.tutoredSchools(Viewer.of(principal));
        var own = asked
            .stream()
            .filter(school -> tutored.contains(school.id()))
            .toList();
        var found = of.apply(own.stream().map(School::id).toList());
        return own.stream().collect(toMap(identity(), school -> requireNonNull(found.get(school.id()))));
    }
}
