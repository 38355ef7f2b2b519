package org.coachbench.mydata;

import static org.coachbench.api.ProblemException.orProblems;

import java.time.Instant;
import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.mydata.Erasures.ErasePerson;
import org.coachbench.mydata.Erasures.Standing;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What erasure.graphqls says. */
@Controller
class ErasureController {

    private final Erasures erasures;
    private final People people;

    ErasureController(Erasures erasures, People people) {
        this.erasures = erasures;
        this.people = people;
    }

    record PersonErasure(
        Person person,
        List<String> blocks,
        @Nullable Instant begunAt,
        @Nullable Person begunBy,
        int kindsDone,
        int kinds,
        @Nullable Instant finishedAt
    ) {}

    record ErasePersonPayload(@Nullable PersonErasure erasure, List<Problem> problems) {}

    @QueryMapping
    @Nullable
    PersonErasure personErasure(@Argument String personId, @AuthenticationPrincipal Viewer viewer) {
        return erasures.standing(viewer, personId).map(this::told).orElse(null);
    }

    @MutationMapping
    ErasePersonPayload erasePerson(@Argument ErasePerson input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new ErasePersonPayload(told(erasures.erase(viewer, input)), List.of()),
            problems -> new ErasePersonPayload(null, problems)
        );
    }

    private PersonErasure told(Standing standing) {
        var begun = standing.begun();
        return begun == null
            ? new PersonErasure(standing.person(), standing.blocks(), null, null, 0, standing.kinds(), null)
            : new PersonErasure(
                  standing.person(),
                  List.of(),
                  begun.at(),
                  people.findById(begun.by()).orElse(null),
                  Math.min(begun.kindsDone(), standing.kinds()),
                  standing.kinds(),
                  begun.finishedAt()
              );
    }
}
