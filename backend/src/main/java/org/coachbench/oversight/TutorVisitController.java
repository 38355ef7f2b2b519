package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.oversight.TutorVisit.VisitAction;
import org.coachbench.oversight.TutorVisits.AnswerVisitFeedback;
import org.coachbench.oversight.TutorVisits.GiveVisitFeedback;
import org.coachbench.oversight.TutorVisits.VisitCycle;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The fields and mutations of visits.graphqls. */
@Controller
class TutorVisitController {

    private final TutorVisits visits;
    private final CycleAccess cycles;
    private final People people;

    TutorVisitController(TutorVisits visits, CycleAccess cycles, People people) {
        this.visits = visits;
        this.cycles = cycles;
        this.people = people;
    }

    record TutorVisitPayload(@Nullable TutorVisit visit, List<Problem> problems) {}

    @MutationMapping
    TutorVisitPayload visitCycle(@Argument VisitCycle input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> visits.visit(viewer, input));
    }

    @MutationMapping
    TutorVisitPayload giveVisitFeedback(@Argument GiveVisitFeedback input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> visits.giveFeedback(viewer, input));
    }

    @MutationMapping
    TutorVisitPayload answerVisitFeedback(@Argument AnswerVisitFeedback input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> visits.answerFeedback(viewer, input));
    }

    private static TutorVisitPayload payload(Supplier<TutorVisit> change) {
        return orProblems(
            () -> new TutorVisitPayload(change.get(), List.of()),
            problems -> new TutorVisitPayload(null, problems)
        );
    }

    @SchemaMapping(typeName = "Viewer")
    Window<TutorVisit> visitsMade(Viewer viewer, ScrollSubrange subrange, @Argument int first) {
        return visits.made(viewer, subrange, first);
    }

    @SchemaMapping(typeName = "Viewer")
    Window<TutorVisit> visitsReceived(Viewer viewer, ScrollSubrange subrange, @Argument int first) {
        return visits.received(viewer, subrange, first);
    }

    /** Nothing, not an empty list, for those who are neither the pair nor have visited. */
    @BatchMapping(typeName = "CoachingCycle", field = "visits")
    Map<CoachingCycle, List<TutorVisit>> ofCycles(List<CoachingCycle> asked, Principal principal) {
        var viewer = Viewer.of(principal);
        var byCycle = visits.ofCycles(viewer, asked.stream().map(CoachingCycle::id).toList());
        var result = new HashMap<CoachingCycle, List<TutorVisit>>();
        for (var cycle : asked) {
            var found = byCycle.getOrDefault(cycle.id(), List.of());
            if (!found.isEmpty() || cycles.maySeeVisits(viewer, cycle)) {
                result.put(cycle, found);
            }
        }
        return result;
    }

    @BatchMapping(typeName = "TutorVisit")
    Map<TutorVisit, Person> tutor(List<TutorVisit> asked) {
        return people(asked, TutorVisit::tutorId);
    }

    @BatchMapping(typeName = "TutorVisit")
    Map<TutorVisit, Person> mentor(List<TutorVisit> asked) {
        return people(asked, TutorVisit::mentorId);
    }

    @BatchMapping(typeName = "TutorVisit")
    Map<TutorVisit, Person> ect(List<TutorVisit> asked) {
        return people(asked, TutorVisit::ectId);
    }

    @BatchMapping(typeName = "TutorVisit")
    Map<TutorVisit, CoachingCycle> cycle(List<TutorVisit> asked, Principal principal) {
        var readable = cycles.find(
            Viewer.of(principal),
            Act.READ_LOG,
            asked.stream().map(TutorVisit::cycleId).collect(toSet())
        );
        var result = new HashMap<TutorVisit, CoachingCycle>();
        for (var visit : asked) {
            var cycle = readable.get(visit.cycleId());
            if (cycle != null) {
                result.put(visit, cycle);
            }
        }
        return result;
    }

    @SchemaMapping(typeName = "TutorVisit")
    Instant openUntil(TutorVisit visit) {
        return SchoolDay.endOf(visit.day());
    }

    @SchemaMapping(typeName = "TutorVisit")
    @Nullable
    String feedback(TutorVisit visit, @AuthenticationPrincipal Viewer viewer) {
        return visits.mayReadFeedback(viewer, visit) ? visit.feedback() : null;
    }

    @SchemaMapping(typeName = "TutorVisit")
    @Nullable
    Instant feedbackAt(TutorVisit visit, @AuthenticationPrincipal Viewer viewer) {
        return visits.mayReadFeedback(viewer, visit) ? visit.feedbackAt() : null;
    }

    @SchemaMapping(typeName = "TutorVisit")
    @Nullable
    String answer(TutorVisit visit, @AuthenticationPrincipal Viewer viewer) {
        return visits.mayReadFeedback(viewer, visit) ? visit.answer() : null;
    }

    @SchemaMapping(typeName = "TutorVisit")
    @Nullable
    Instant answeredAt(TutorVisit visit, @AuthenticationPrincipal Viewer viewer) {
        return visits.mayReadFeedback(viewer, visit) ? visit.answeredAt() : null;
    }

    @SchemaMapping(typeName = "TutorVisit")
    List<VisitAction> can(TutorVisit visit, @AuthenticationPrincipal Viewer viewer) {
        return List.copyOf(visits.actions(viewer, visit));
    }

    private Map<TutorVisit, Person> people(List<TutorVisit> asked, Function<TutorVisit, String> personId) {
        var ids = asked.stream().map(personId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), visit -> byId.get(personId.apply(visit)), (one, _) -> one));
    }
}
