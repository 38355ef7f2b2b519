package org.coachbench.coaching;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.access.AccessPolicy.PairingAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.CoachPairing;
import org.coachbench.people.CoachPairings;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What coaching-for-mentors.graphqls says. */
@Controller
class CoachingForMentorsController {

    private final CycleMutations mutations;
    private final CycleReading reading;
    private final CycleAccess access;
    private final CoachPairings pairings;
    private final People people;
    private final PersonAccess personAccess;

    CoachingForMentorsController(
        CycleMutations mutations,
        CycleReading reading,
        CycleAccess access,
        CoachPairings pairings,
        People people,
        PersonAccess personAccess
    ) {
        this.mutations = mutations;
        this.reading = reading;
        this.access = access;
        this.pairings = pairings;
        this.people = people;
        this.personAccess = personAccess;
    }

    @SchemaMapping(typeName = "Viewer")
    List<CoachingCycle> sessionsToReview(Viewer viewer) {
        return reading.sharedWith(viewer);
    }

    @BatchMapping(typeName = "Person")
    Map<Person, CurrentStep> mentorStep(List<Person> mentors, Principal principal) {
        var ids = mentors.stream().map(Person::id).toList();
        var steps = reading.currentSteps(Viewer.of(principal), CycleKind.COACHING_FOR_MENTORS, ids);
        return mentors
            .stream()
            .filter(mentor -> steps.containsKey(mentor.id()))
            .collect(toMap(identity(), mentor -> steps.get(mentor.id())));
    }

    @BatchMapping(typeName = "Person")
    Map<Person, List<LocalDate>> coachingMeetings(List<Person> mentors, Principal principal) {
        var viewer = Viewer.of(principal);
        var tutored = personAccess.tutoredSchools(viewer);
        var coached = pairings.by(viewer.personId()).stream().map(CoachPairing::mentorId).collect(toSet());
        var known = mentors
            .stream()
            .filter(mentor -> {
                var coachId = coached.contains(mentor.id()) ? viewer.personId() : null;
                return CoachPairings.allows(viewer, PairingAct.READ_MEETINGS, mentor, coachId, tutored);
            })
            .toList();
        var held = reading.coachingMeetings(known.stream().map(Person::id).toList());
        return known.stream().collect(toMap(identity(), mentor -> held.getOrDefault(mentor.id(), List.of())));
    }

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, CoachAccess> coachAccess(List<CoachingCycle> cycles, Principal principal) {
        var viewer = Viewer.of(principal);
        var seen = new HashMap<CoachingCycle, CoachAccess>();
        for (var cycle : cycles) {
            var given = cycle.coachAccess();
            if (given != null && access.maySeeCoach(viewer, cycle)) {
                seen.put(cycle, given);
            }
        }
        return seen;
    }

    /** Only while the viewer may see it: what a mentor shared is closed to the coach when that ends. */
    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, CoachingCycle> reviewedSession(List<CoachingCycle> cycles, Principal principal) {
        var ids = cycles.stream().map(CoachingCycle::reviewedCycleId).filter(Objects::nonNull).collect(toSet());
        var found = reading.find(Viewer.of(principal), ids);
        var reviewed = new HashMap<CoachingCycle, CoachingCycle>();
        for (var cycle : cycles) {
            var session = cycle.reviewedCycleId() == null ? null : found.get(cycle.reviewedCycleId());
            if (session != null) {
                reviewed.put(cycle, session);
            }
        }
        return reviewed;
    }

    @BatchMapping(typeName = "CoachAccess")
    Map<CoachAccess, Person> coach(List<CoachAccess> asked) {
        var byId = byId(asked.stream().map(CoachAccess::coachId).collect(toSet()));
        return asked.stream().collect(toMap(identity(), one -> byId.get(one.coachId()), (one, same) -> one));
    }

    @BatchMapping(typeName = "CoachAccess")
    Map<CoachAccess, Person> endedBy(List<CoachAccess> asked) {
        var byId = byId(asked.stream().map(CoachAccess::endedBy).filter(Objects::nonNull).collect(toSet()));
        var ended = new HashMap<CoachAccess, Person>();
        for (var one : asked) {
            if (one.endedBy() != null) {
                ended.put(one, requireNonNull(byId.get(one.endedBy())));
            }
        }
        return ended;
    }

    @BatchMapping(typeName = "SharedWithCoach", field = "coach")
    Map<CycleEvent.SharedWithCoach, Person> coachOfEvent(List<CycleEvent.SharedWithCoach> asked) {
        var byId = byId(asked.stream().map(CycleEvent.SharedWithCoach::coachId).collect(toSet()));
        return asked.stream().collect(toMap(identity(), one -> byId.get(one.coachId()), (one, same) -> one));
    }

    private Map<String, Person> byId(Set<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
    }

    @MutationMapping
    CyclePayload startCoachingForMentors(
        @Argument StartCoachingForMentors input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return orProblems(() -> CyclePayload.of(mutations.startForMentor(viewer, input)), CyclePayload::refused);
    }

    @MutationMapping
    CyclePayload shareWithCoach(@Argument CycleCommand.ShareWithCoach input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload endCoachAccess(@Argument CycleCommand.EndCoachAccess input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    @MutationMapping
    CyclePayload markReviewed(@Argument CycleCommand.MarkReviewed input, @AuthenticationPrincipal Viewer viewer) {
        return change(viewer, input);
    }

    private CyclePayload change(Viewer viewer, CycleCommand command) {
        return orProblems(() -> CyclePayload.of(mutations.change(viewer, command)), CyclePayload::refused);
    }
}
