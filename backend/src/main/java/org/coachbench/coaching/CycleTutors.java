package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.coachbench.access.AccessPolicy.Ties;
import org.coachbench.coaching.CycleVisitors.Visitor;
import org.coachbench.people.EctTutors;
import org.coachbench.people.SchoolDay;
import org.springframework.stereotype.Component;

/** What tutors are today to cycles that are not their own. */
@Component
class CycleTutors {

    private final EctTutors tutors;
    private final CycleVisitors visitors;

    CycleTutors(EctTutors tutors, CycleVisitors visitors) {
        this.tutors = tutors;
        this.visitors = visitors;
    }

    /** Somebody who may be a tutor, a cycle, and whose it is. */
    record Asked(String personId, String cycleId, String ectId) {
        Visitor visitor() {
            return new Visitor(personId, cycleId);
        }
    }

    /** Without those who are not the ECT's tutors today. Three store commands for any number, none when nobody is asked for. */
    Map<Visitor, Ties> ties(Set<Asked> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var byEct = tutors.of(asked.stream().map(Asked::ectId).collect(toSet()), SchoolDay.today());
        var tutoring = asked
            .stream()
            .filter(one -> {
                var school = byEct.get(one.ectId());
                return school != null && school.tutorIds().contains(one.personId());
            })
            .map(Asked::visitor)
            .collect(toSet());
        var visiting = tutoring.isEmpty() ? Set.<Visitor>of() : visitors.visitingToday(tutoring);
        return tutoring.stream().collect(toMap(identity(), one -> Ties.ofTutor(visiting.contains(one))));
    }
}
