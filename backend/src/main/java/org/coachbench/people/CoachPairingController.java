package org.coachbench.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coachbench.access.AccessPolicy.PairingAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.CoachPairings.EndCoachPairing;
import org.coachbench.people.CoachPairings.PairWithCoach;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What coach-pairings.graphqls says. */
@Controller
class CoachPairingController {

    private static final int MOST_SHOWN = 20;

    private final CoachPairings pairings;
    private final People people;
    private final PersonAccess access;

    CoachPairingController(CoachPairings pairings, People people, PersonAccess access) {
        this.pairings = pairings;
        this.people = people;
        this.access = access;
    }

    record CoachPairingPayload(@Nullable CoachPairing pairing, List<Problem> problems) {}

    @SchemaMapping(typeName = "Viewer")
    List<CoachPairing> mentorsCoached(Viewer viewer) {
        return pairings.by(viewer.personId());
    }

    /** A coach is told of their own pairing only; one who may see none gets null. */
    @BatchMapping(typeName = "Person")
    Map<Person, List<CoachPairing>> coachPairings(List<Person> mentors, Principal principal) {
        var viewer = Viewer.of(principal);
        var tutored = access.tutoredSchools(viewer);
        var byMentor = pairings.ofMentors(mentors.stream().map(Person::id).toList());
        var readable = new HashMap<Person, List<CoachPairing>>();
        for (var mentor : mentors) {
            var seen = byMentor
                .getOrDefault(mentor.id(), List.of())
                .stream()
                .filter(one -> CoachPairings.allows(viewer, PairingAct.READ, mentor, one.coachId(), tutored))
                .limit(MOST_SHOWN)
                .toList();
            if (!seen.isEmpty() || CoachPairings.allows(viewer, PairingAct.READ, mentor, null, tutored)) {
                readable.put(mentor, seen);
            }
        }
        return readable;
    }

    @BatchMapping(typeName = "CoachPairing")
    Map<CoachPairing, Person> mentor(List<CoachPairing> asked) {
        return people(asked, CoachPairing::mentorId);
    }

    @BatchMapping(typeName = "CoachPairing")
    Map<CoachPairing, Person> coach(List<CoachPairing> asked) {
        return people(asked, CoachPairing::coachId);
    }

    private Map<CoachPairing, Person> people(List<CoachPairing> asked, Function<CoachPairing, String> personId) {
        var ids = asked.stream().map(personId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), one -> byId.get(personId.apply(one))));
    }

    @MutationMapping
    CoachPairingPayload pairWithCoach(@Argument PairWithCoach input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> pairings.pair(viewer, input));
    }

    @MutationMapping
    CoachPairingPayload endCoachPairing(@Argument EndCoachPairing input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> pairings.end(viewer, input));
    }

    private static CoachPairingPayload payload(Supplier<CoachPairing> change) {
        return orProblems(
            () -> new CoachPairingPayload(change.get(), List.of()),
            problems -> new CoachPairingPayload(null, problems)
        );
    }
}
