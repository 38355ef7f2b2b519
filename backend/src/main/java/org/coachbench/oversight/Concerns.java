package org.coachbench.oversight;

import static org.coachbench.oversight.Retrying.retrying;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BiConsumer;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.ConcernAct;
import org.coachbench.access.AccessPolicy.ConcernRelation;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.oversight.Concern.ConcernBody;
import org.coachbench.oversight.Concern.ConcernChannel;
import org.coachbench.oversight.Concern.ConcernTopic;
import org.coachbench.oversight.Concern.Doing;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Service;

/** Concerns about programme support: raised, told of, followed up and closed by the tutors of a school. */
@Service
public class Concerns implements NodeSource {

    private final ConcernStore concerns;
    private final NewestFirst newestFirst;
    private final TutorDesk desk;
    private final InputRules rules;
    private final Clock clock;

    Concerns(ConcernStore concerns, NewestFirst newestFirst, TutorDesk desk, InputRules rules, Clock clock) {
        this.concerns = concerns;
        this.newestFirst = newestFirst;
        this.desk = desk;
        this.rules = rules;
        this.clock = clock;
    }

    public record RaiseConcern(
        String personId,
        ConcernTopic topic,
        LocalDate since,
        @NotBlank(message = "Write what the concern is.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String what,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record RecordConcernTold(
        String concernId,
        ConcernBody body,
        ConcernChannel channel,
        LocalDate on,
        @Size(max = 2000, message = "Shorten this to 2,000 characters.") String note,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record FollowUpConcern(
        String concernId,
        LocalDate on,
        @NotBlank(message = "Write what was done or agreed.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record CloseConcern(
        String concernId,
        @NotBlank(message = "Write how it ended.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String outcome,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record ReopenConcern(
        String concernId,
        @NotBlank(message = "Write why it is open again.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String reason,
        @Nullable @MutationId String clientMutationId
    ) {}

    public Concern raise(Viewer viewer, RaiseConcern input) {
        rules.check(input);
        var about = desk
            .person(viewer, PersonAct.RAISE_CONCERN, input.personId())
            .orElseThrow(() -> Problem.notFound("ECT or mentor at your school", "personId"));
        var doing = doing(viewer);
        notInFuture(input.since(), doing, "since");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (key != null) {
            var first = concerns.findByRaisedWith(key);
            if (first.isPresent()) {
                return first.get();
            }
        }
        var role = about.roles().contains(SchoolRole.ECT) ? SchoolRole.ECT : SchoolRole.MENTOR;
        var concern = Concern.raise(
            about.school().id(),
            input.personId(),
            role,
            input.topic(),
            input.since(),
            input.what(),
            key,
            doing
        );
        try {
            return concerns.insert(concern);
        } catch (DuplicateKeyException e) {
            if (key == null) {
                throw e;
            }
            return concerns.findByRaisedWith(key).orElseThrow();
        }
    }

    public Concern told(Viewer viewer, RecordConcernTold input) {
        return change(viewer, input.concernId(), input, input.clientMutationId(), (concern, doing) -> {
            notInFuture(input.on(), doing, "on");
            concern.told(input.body(), input.channel(), input.on(), input.note(), doing);
        });
    }

    public Concern followUp(Viewer viewer, FollowUpConcern input) {
        return change(viewer, input.concernId(), input, input.clientMutationId(), (concern, doing) -> {
            notInFuture(input.on(), doing, "on");
            concern.followUp(input.on(), input.text(), doing);
        });
    }

    public Concern close(Viewer viewer, CloseConcern input) {
        return change(viewer, input.concernId(), input, input.clientMutationId(), (concern, doing) ->
            concern.close(SchoolDay.of(doing.now()), input.outcome(), doing)
        );
    }

    public Concern reopen(Viewer viewer, ReopenConcern input) {
        return change(viewer, input.concernId(), input, input.clientMutationId(), (concern, doing) ->
            concern.reopen(SchoolDay.of(doing.now()), input.reason(), doing)
        );
    }

    private Concern change(
        Viewer viewer,
        String concernId,
        Object input,
        @Nullable String clientMutationId,
        BiConsumer<Concern, Doing> change
    ) {
        rules.check(input);
        var key = AppliedMutations.key(viewer.personId(), input, clientMutationId);
        return retrying(() -> {
            var concern = concerns
                .findById(concernId)
                .filter(found -> AccessPolicy.allows(ConcernAct.ADD, relation(viewer, found)))
                .orElseThrow(() -> Problem.notFound("concern", "concernId"));
            if (concern.applied().contains(key)) {
                return concern;
            }
            change.accept(concern, doing(viewer));
            concern.applied().add(key);
            return concerns.save(concern);
        });
    }

    private Doing doing(Viewer viewer) {
        return new Doing(viewer.personId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void notInFuture(LocalDate day, Doing doing, String path) {
        if (day.isAfter(SchoolDay.of(doing.now()))) {
            throw Problem.invalid("Enter today or an earlier day.", path);
        }
    }

    /** Those of all the viewer's schools, but not those about the viewer; of one state only where it is given. */
    Window<Concern> all(Viewer viewer, @Nullable Boolean open, ScrollSubrange from, int first) {
        var wanted = where("schoolId").in(desk.schoolIds(viewer)).and("personId").ne(viewer.personId());
        if (open != null) {
            wanted = wanted.and("open").is(open);
        }
        return newestFirst.page(Concern.class, wanted, from, first, Concern::id);
    }

    private ConcernRelation relation(Viewer viewer, Concern concern) {
        if (viewer.personId().equals(concern.personId())) {
            return ConcernRelation.CONCERNED;
        }
        return desk.schoolIds(viewer).contains(concern.schoolId()) ? ConcernRelation.TUTOR : ConcernRelation.STRANGER;
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(Concern.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return concerns
            .findById(id)
            .filter(concern -> AccessPolicy.allows(ConcernAct.READ, relation(viewer, concern)))
            .orElse(null);
    }
}
