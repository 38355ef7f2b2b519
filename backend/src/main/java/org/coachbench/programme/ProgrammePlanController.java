package org.coachbench.programme;

import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbench.access.AccessPolicy.ProgrammeAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What people study on their own, and where they are with it: the queries of self-study.graphqls. */
@Controller
class ProgrammePlanController {

    private final ProgrammePlans plans;
    private final SelfStudyRecords selfStudy;
    private final ProgrammePlanAccess access;

    ProgrammePlanController(ProgrammePlans plans, SelfStudyRecords selfStudy, ProgrammePlanAccess access) {
        this.plans = plans;
        this.selfStudy = selfStudy;
        this.access = access;
    }

    @BatchMapping(typeName = "Person")
    Map<Person, ProgrammeNow> programmeNow(List<Person> asked, Principal principal) {
        var own = access.allowed(Viewer.of(principal), ProgrammeAct.READ_NOW, asked);
        var found = plans.of(own);
        var now = new HashMap<Person, ProgrammeNow>();
        for (var person : own) {
            found
                .getOrDefault(person.id(), List.of())
                .stream()
                .filter(plan -> plan.role() == SchoolRole.ECT)
                .flatMap(plan -> now(plan).stream())
                .forEach(one -> now.put(person, one));
        }
        return now;
    }

    private static Optional<ProgrammeNow> now(ProgrammePlan plan) {
        var today = SchoolDay.today();
        return plan
            .itemOn(today)
            .filter(_ -> plan.runsOn(today))
            .flatMap(planned ->
                Optional.ofNullable(planned.window()).map(window ->
                    new ProgrammeNow(
                        window.halfTerm(),
                        planned.theme().number(),
                        planned.theme().title(),
                        planned.item().id(),
                        planned.item().title(),
                        planned.item().kind(),
                        window.from(),
                        window.dueBy()
                    )
                )
            );
    }

    @BatchMapping(typeName = "Person", field = "selfStudy")
    Map<Person, List<SelfStudyRecord>> selfStudy(List<Person> asked, Principal principal) {
        var own = access.allowed(Viewer.of(principal), ProgrammeAct.READ_STUDY, asked);
        return byPerson(own, selfStudy.of(own));
    }

    @SchemaMapping(typeName = "SelfStudy")
    int expected(SelfStudyRecord record) {
        return record.expectedBefore(SchoolDay.today());
    }

    @SchemaMapping(typeName = "SelfStudy")
    int behind(SelfStudyRecord record) {
        return record.behindOn(SchoolDay.today());
    }

    /** With an empty list for those of whom there is nothing: only null says that it is not the viewer's to see. */
    static <T> Map<Person, List<T>> byPerson(Collection<Person> people, Map<String, List<T>> byId) {
        var found = new HashMap<Person, List<T>>();
        people.forEach(person -> found.put(person, byId.getOrDefault(person.id(), List.of())));
        return found;
    }
}
