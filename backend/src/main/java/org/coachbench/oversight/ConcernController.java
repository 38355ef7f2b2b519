package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.oversight.Concern.ConcernEntry;
import org.coachbench.oversight.Concerns.CloseConcern;
import org.coachbench.oversight.Concerns.FollowUpConcern;
import org.coachbench.oversight.Concerns.RaiseConcern;
import org.coachbench.oversight.Concerns.RecordConcernTold;
import org.coachbench.oversight.Concerns.ReopenConcern;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.School;
import org.coachbench.people.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The fields and mutations of concerns.graphqls. */
@Controller
class ConcernController {

    private final Concerns concerns;
    private final People people;
    private final Schools schools;

    ConcernController(Concerns concerns, People people, Schools schools) {
        this.concerns = concerns;
        this.people = people;
        this.schools = schools;
    }

    record ConcernPayload(@Nullable Concern concern, List<Problem> problems) {}

    @MutationMapping
    ConcernPayload raiseConcern(@Argument RaiseConcern input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> concerns.raise(viewer, input));
    }

    @MutationMapping
    ConcernPayload recordConcernTold(@Argument RecordConcernTold input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> concerns.told(viewer, input));
    }

    @MutationMapping
    ConcernPayload followUpConcern(@Argument FollowUpConcern input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> concerns.followUp(viewer, input));
    }

    @MutationMapping
    ConcernPayload closeConcern(@Argument CloseConcern input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> concerns.close(viewer, input));
    }

    @MutationMapping
    ConcernPayload reopenConcern(@Argument ReopenConcern input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> concerns.reopen(viewer, input));
    }

    private static ConcernPayload payload(Supplier<Concern> change) {
        return orProblems(
            () -> new ConcernPayload(change.get(), List.of()),
            problems -> new ConcernPayload(null, problems)
        );
    }

    @SchemaMapping(typeName = "Viewer")
    Window<Concern> concerns(
        Viewer viewer,
        ScrollSubrange subrange,
        @Argument int first,
        @Argument @Nullable Boolean open
    ) {
        return concerns.all(viewer, open, subrange, first);
    }

    @BatchMapping(typeName = "Concern")
    Map<Concern, Person> person(List<Concern> asked) {
        return people(asked, Concern::personId);
    }

    @BatchMapping(typeName = "Concern")
    Map<Concern, Person> raisedBy(List<Concern> asked) {
        return people(asked, Concern::raisedBy);
    }

    @BatchMapping(typeName = "Concern")
    Map<Concern, School> school(List<Concern> asked) {
        var byId = schoolsOf(asked);
        return asked.stream().collect(toMap(identity(), concern -> byId.get(concern.schoolId())));
    }

    @BatchMapping(typeName = "Concern")
    Map<Concern, String> notice(List<Concern> asked, Principal principal) {
        var writer = Viewer.of(principal).personId();
        var byId = byId(Stream.concat(asked.stream().map(Concern::personId), Stream.of(writer)).distinct().toList());
        var schoolsById = schoolsOf(asked);
        var result = new HashMap<Concern, String>();
        for (var concern : asked) {
            result.put(
                concern,
                ConcernNotice.of(
                    concern,
                    Objects.requireNonNull(byId.get(concern.personId())),
                    Objects.requireNonNull(schoolsById.get(concern.schoolId())),
                    Objects.requireNonNull(byId.get(writer))
                )
            );
        }
        return result;
    }

    @BatchMapping(typeName = "ConcernEntry")
    Map<ConcernEntry, Person> by(List<ConcernEntry> asked) {
        return people(asked, ConcernEntry::personId);
    }

    private <T> Map<T, Person> people(List<T> asked, Function<T, String> personId) {
        var byId = byId(asked.stream().map(personId).distinct().toList());
        return asked.stream().collect(toMap(identity(), one -> byId.get(personId.apply(one)), (one, _) -> one));
    }

    private Map<String, Person> byId(List<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
    }

    private Map<String, School> schoolsOf(List<Concern> asked) {
        return schools
            .findAllById(asked.stream().map(Concern::schoolId).distinct().toList())
            .stream()
            .collect(toMap(School::id, identity()));
    }
}
