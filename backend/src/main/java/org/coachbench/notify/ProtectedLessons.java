package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.ScheduledSessions;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Which lessons pairs have free for coaching. */
@Service
class ProtectedLessons {

    private static final int TRIES = 20;

    private final MongoOperations store;
    private final ScheduledSessions sessions;
    private final InputRules rules;

    ProtectedLessons(MongoOperations store, ScheduledSessions sessions, InputRules rules) {
        this.store = store;
        this.sessions = sessions;
        this.rules = rules;
    }

    record SetProtectedLessons(
        String cycleId,
        @Size(max = 5, message = "Give 5 lessons at most.") List<@Valid ProtectedLesson> lessons,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** Of the cycles' pairs, by cycle; one store command for any number of them. */
    Map<CoachingCycle, List<ProtectedLesson>> of(Collection<CoachingCycle> cycles) {
        var pairs = cycles.stream().map(ProtectedLessons::pair).collect(toSet());
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var byPair = store
            .find(Query.query(where("_id").in(pairs)), PairTimetable.class)
            .stream()
            .collect(toMap(PairTimetable::id, PairTimetable::lessons));
        return cycles
            .stream()
            .distinct()
            .collect(toMap(cycle -> cycle, cycle -> byPair.getOrDefault(pair(cycle), List.of())));
    }

    /** In place of those before. */
    CoachingCycle set(Viewer viewer, SetProtectedLessons input) {
        rules.check(input);
        requireDaysOfThisTime(input.lessons());
        var cycle = sessions
            .coached(viewer, input.cycleId())
            .orElseThrow(() -> Problem.notFound("coaching cycle in which you coach", "cycleId"));
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        for (int tries = 1; ; tries++) {
            var stored = store.findById(pair(cycle), PairTimetable.class);
            var timetable = stored == null ? new PairTimetable(pair(cycle)) : stored;
            if (timetable.applied().contains(key)) {
                return cycle;
            }
            timetable.set(input.lessons());
            timetable.applied().add(key);
            try {
                store.save(timetable);
                return cycle;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Weeks are counted from there: a year that was mistyped would be counted through again and again. */
    private static void requireDaysOfThisTime(List<ProtectedLesson> lessons) {
        var today = SchoolDay.today();
        for (int i = 0; i < lessons.size(); i++) {
            var from = lessons.get(i).secondWeeksFrom();
            if (from != null && (from.isBefore(today.minusYears(1)) || from.isAfter(today.plusYears(1)))) {
                throw Problem.invalid(
                    "Choose a day that is less than a year from today.",
                    "lessons",
                    String.valueOf(i),
                    "secondWeeksFrom"
                );
            }
        }
    }

    private static String pair(CoachingCycle cycle) {
        return cycle.mentorId() + " " + cycle.ectId();
    }
}
