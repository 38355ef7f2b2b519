package org.coachbench.oversight;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.coachbench.coaching.CycleVisitors;
import org.coachbench.people.SchoolDay;
import org.springframework.stereotype.Component;

/** Tells coaching whose visit of today is recorded; a visit opens its cycle until the end of its day. */
@Component
class TutorVisitors implements CycleVisitors {

    private final TutorVisitStore visits;

    TutorVisitors(TutorVisitStore visits) {
        this.visits = visits;
    }

    @Override
    public Set<Visitor> visitingToday(Set<Visitor> asked) {
        var today = SchoolDay.today();
        var byKey = asked
            .stream()
            .collect(toMap(one -> TutorVisit.key(one.personId(), one.cycleId(), today), Function.identity()));
        return visits
            .findByKeyIn(byKey.keySet())
            .stream()
            .map(visit -> byKey.get(TutorVisit.key(visit.tutorId(), visit.cycleId(), visit.day())))
            .filter(Objects::nonNull)
            .collect(toSet());
    }
}
