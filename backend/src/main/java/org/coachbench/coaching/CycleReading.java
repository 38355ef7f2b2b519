package org.coachbench.coaching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.replaceRoot;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.people.CoachPairing;
import org.coachbench.people.CoachPairings;
import org.coachbench.people.SchoolDay;
import org.coachbench.stepbank.EctSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Finds cycles as far as the viewer may see them; one store command for any number of ECTs. */
@Service
class CycleReading implements NodeSource, EctSteps {

    private static final int MOST_SHARED = 100;

    private final CycleAccess access;
    private final CoachPairings pairings;
    private final MongoOperations store;

    CycleReading(CycleAccess access, CoachPairings pairings, MongoOperations store) {
        this.access = access;
        this.pairings = pairings;
        this.store = store;
    }

    Optional<CoachingCycle> find(Viewer viewer, String id) {
        return access.find(viewer, Act.READ_LOG, id);
    }

    /** By whoever is coached: the newest shared cycle of a kind whose step is not yet embedded. */
    Map<String, CurrentStep> currentSteps(Viewer viewer, CycleKind kind, Collection<String> coachedIds) {
        var withStep = where("ectId")
            .in(coachedIds)
            .and("kind")
            .is(kind)
            .and("sharedAt")
            .ne(null)
            .and("phase")
            .ne(Phase.CANCELLED)
            .and("step.outcome")
            .in(StepOutcome.WORKING_ON, StepOutcome.REVISIT);
        var newestOfEach = newAggregation(
            match(withStep.andOperator(access.readable(viewer))),
            sort(Sort.Direction.DESC, "_id"),
            group("ectId").first("$$ROOT").as("newest"),
            replaceRoot("newest")
        );
        return store
            .aggregate(newestOfEach, CoachingCycle.class, CoachingCycle.class)
            .getMappedResults()
            .stream()
            .collect(toMap(CoachingCycle::ectId, cycle -> new CurrentStep(requireNonNull(cycle.step()), cycle)));
    }

    /** By ECT: the viewer's cycle with them that is not over. */
    Map<String, CoachingCycle> openCycles(Viewer viewer, Collection<String> ectIds) {
        var pairs = ectIds
            .stream()
            .map(ectId -> CoachingCycle.pair(viewer.personId(), ectId))
            .toList();
        return store
            .find(Query.query(where("openFor").in(pairs)), CoachingCycle.class)
            .stream()
            .collect(toMap(CoachingCycle::ectId, Function.identity()));
    }

    /** Sessions that mentors shared with this coach and that are open to them today, the newest first; at most 100. */
    List<CoachingCycle> sharedWith(Viewer coach) {
        var mentors = pairings.by(coach.personId()).stream().map(CoachPairing::mentorId).toList();
        var shared = where("coachAccess.coachId")
            .is(coach.personId())
            .and("coachAccess.endedAt")
            .is(null)
            .and("mentorId")
            .in(mentors);
        var newestFirst = Sort.by(Sort.Direction.DESC, "coachAccess.sharedAt");
        return store.find(Query.query(shared).with(newestFirst).limit(MOST_SHARED), CoachingCycle.class);
    }

    /** By mentor, the days on which they met their coach, in their order; one store command for any number. */
    Map<String, List<LocalDate>> coachingMeetings(Collection<String> mentorIds) {
        var held = Query.query(
            where("ectId")
                .in(mentorIds)
                .and("kind")
                .is(CycleKind.COACHING_FOR_MENTORS)
                .and("session.startedAt")
                .ne(null)
                .and("phase")
                .ne(Phase.CANCELLED)
        );
        held.fields().include("ectId", "session.startedAt");
        return store
            .find(held, Held.class, CoachingCycle.COLLECTION)
            .stream()
            .collect(
                groupingBy(
                    Held::ectId,
                    mapping(
                        one -> SchoolDay.of(one.session().startedAt()),
                        collectingAndThen(toList(), CycleReading::sorted)
                    )
                )
            );
    }

    private static List<LocalDate> sorted(List<LocalDate> days) {
        return days.stream().sorted().toList();
    }

    private record Held(String ectId, Started session) {
        private record Started(Instant startedAt) {}
    }

    /** By id, those of which the viewer may read the log entry. */
    Map<String, CoachingCycle> find(Viewer viewer, Set<String> ids) {
        return ids.isEmpty() ? Map.of() : access.find(viewer, Act.READ_LOG, ids);
    }

    Window<CoachingCycle> history(Viewer viewer, String ectId, ScrollPosition from, int size) {
        var readable = access.readable(viewer);
        var wanted = where("ectId").is(ectId).andOperator(readable);
        if (from instanceof KeysetScrollPosition after && after.getKeys().get("_id") instanceof String lastSeen) {
            wanted = wanted.and("_id").lt(lastSeen);
        }
        // Not store.scroll: it would add the id in ascending order, also to a sort by the id.
        var newestFirst = Query.query(wanted)
            .with(Sort.by(Sort.Direction.DESC, "_id"))
            .limit(size + 1);
        var found = store.find(newestFirst, CoachingCycle.class);
        var page = found.subList(0, Math.min(size, found.size()));
        return Window.from(page, i -> ScrollPosition.forward(Map.of("_id", page.get(i).id())), found.size() > size);
    }

    @Override
    public Map<String, EctProgress> progress(Viewer viewer, String ectId) {
        var readable = access.readable(viewer);
        var chosen = Query.query(
            where("ectId").is(ectId).and("step.stepId").ne(null).and("phase").ne(Phase.CANCELLED).andOperator(readable)
        ).with(Sort.by(Sort.Direction.ASC, "id"));
        chosen.fields().include("step");
        var progress = new HashMap<String, EctProgress>();
        // Of several cycles with one step the newest tells.
        store
            .find(chosen, ChosenOnly.class, CoachingCycle.COLLECTION)
            .forEach(cycle ->
                progress.put(
                    requireNonNull(cycle.step().stepId()),
                    cycle.step().outcome() == StepOutcome.EMBEDDED ? EctProgress.EMBEDDED : EctProgress.WORKING_ON
                )
            );
        return progress;
    }

    private record ChosenOnly(ChosenStep step) {}

    @Override
    public Set<String> idPrefixes() {
        return Set.of(CoachingCycle.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return find(viewer, id).orElse(null);
    }
}
