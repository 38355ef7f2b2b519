package org.coachbench.oversight;

import static java.util.stream.Collectors.groupingBy;
import static org.coachbench.oversight.Retrying.retrying;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.AccessPolicy.VisitAct;
import org.coachbench.access.AccessPolicy.VisitRelation;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.oversight.TutorVisit.VisitAction;
import org.coachbench.people.EctTutors;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Service;

/** Tutors drop in on coaching: every look is recorded, and what follows from it is between tutor and mentor. */
@Service
public class TutorVisits implements NodeSource {

    private static final int MOST_OF_A_CYCLE = 50;

    private final TutorVisitStore visits;
    private final NewestFirst newestFirst;
    private final CycleAccess cycles;
    private final EctTutors tutors;
    private final TutorDesk desk;
    private final InputRules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    TutorVisits(
        TutorVisitStore visits,
        NewestFirst newestFirst,
        CycleAccess cycles,
        EctTutors tutors,
        TutorDesk desk,
        InputRules rules,
        ApplicationEventPublisher news,
        Clock clock
    ) {
        this.visits = visits;
        this.newestFirst = newestFirst;
        this.cycles = cycles;
        this.tutors = tutors;
        this.desk = desk;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    public record VisitCycle(String cycleId, @Nullable @MutationId String clientMutationId) {}

    public record GiveVisitFeedback(
        String visitId,
        @NotBlank(message = "Write what you saw and what may help the mentor.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AnswerVisitFeedback(
        String visitId,
        @NotBlank(message = "Write your answer.")
        @Size(max = 2000, message = "Shorten this to 2,000 characters.")
        String text,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** Today's visit to the cycle: the one there is already, or a new one. */
    public TutorVisit visit(Viewer viewer, VisitCycle input) {
        rules.check(input);
        var cycle = cycles
            .find(viewer, Act.VISIT, input.cycleId())
            .orElseThrow(() -> Problem.notFound("coaching cycle that you may visit", "cycleId"));
        var school = tutors.of(Set.of(cycle.ectId()), SchoolDay.today()).get(cycle.ectId());
        var then = tutors.of(Set.of(cycle.ectId()), SchoolDay.of(cycle.startedAt())).get(cycle.ectId());
        // What an ECT did at the school where they were before is not this school's to look into.
        if (school == null || then == null || !school.schoolId().equals(then.schoolId())) {
            throw Problem.notFound("coaching cycle that you may visit", "cycleId");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = TutorVisit.key(viewer.personId(), cycle.id(), SchoolDay.of(now));
        return visits.findByKey(key).orElseGet(() -> {
            try {
                var made = visits.insert(TutorVisit.begin(viewer.personId(), school.schoolId(), cycle, now));
                news.publishEvent(VisitChanged.of(made));
                return made;
            } catch (DuplicateKeyException e) {
                return visits.findByKey(key).orElseThrow();
            }
        });
    }

    public TutorVisit giveFeedback(Viewer viewer, GiveVisitFeedback input) {
        rules.check(input);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(viewer, VisitAct.GIVE_FEEDBACK, input.visitId(), key, visit ->
            visit.giveFeedback(input.text(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
        );
    }

    public TutorVisit answerFeedback(Viewer viewer, AnswerVisitFeedback input) {
        rules.check(input);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return change(viewer, VisitAct.ANSWER_FEEDBACK, input.visitId(), key, visit ->
            visit.answerFeedback(input.text(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
        );
    }

    private TutorVisit change(
        Viewer viewer,
        VisitAct act,
        String visitId,
        @Nullable String key,
        Consumer<TutorVisit> change
    ) {
        return retrying(() -> {
            var visit = visits
                .findById(visitId)
                .filter(found -> AccessPolicy.allows(act, relation(viewer, found, desk.schoolIds(viewer))))
                .orElseThrow(() -> Problem.notFound("visit that you may write about", "visitId"));
            if (visit.applied().contains(key)) {
                return visit;
            }
            change.accept(visit);
            visit.applied().add(key);
            var changed = visits.save(visit);
            news.publishEvent(VisitChanged.of(changed));
            return changed;
        });
    }

    /** Those that were made or written about since then, for whoever missed the news of them. */
    public List<VisitChanged> changedSince(Instant then) {
        return visits.findByChangedAtGreaterThan(then).stream().map(VisitChanged::of).toList();
    }

    /** Those that the viewer made, for schools whose tutor they still are. */
    Window<TutorVisit> made(Viewer viewer, ScrollSubrange from, int first) {
        var wanted = where("tutorId").is(viewer.personId()).and("schoolId").in(desk.schoolIds(viewer));
        return newestFirst.page(TutorVisit.class, wanted, from, first, TutorVisit::id);
    }

    /** Those to cycles in which the viewer is the mentor or the ECT. */
    Window<TutorVisit> received(Viewer viewer, ScrollSubrange from, int first) {
        var wanted = new Criteria().orOperator(
            where("mentorId").is(viewer.personId()),
            where("ectId").is(viewer.personId())
        );
        return newestFirst.page(TutorVisit.class, wanted, from, first, TutorVisit::id);
    }

    /** By cycle the newest of those that the viewer may see, newest first. */
    Map<String, List<TutorVisit>> ofCycles(Viewer viewer, Collection<String> cycleIds) {
        var tutored = desk.schoolIds(viewer);
        var byCycle = visits
            .findByCycleIdInOrderByIdDesc(cycleIds)
            .stream()
            .filter(visit -> AccessPolicy.allows(VisitAct.READ, relation(viewer, visit, tutored)))
            .collect(groupingBy(TutorVisit::cycleId));
        byCycle.replaceAll((_, all) -> all.subList(0, Math.min(all.size(), MOST_OF_A_CYCLE)));
        return byCycle;
    }

    /** For somebody who was given this visit to read. */
    boolean mayReadFeedback(Viewer viewer, TutorVisit visit) {
        return AccessPolicy.allows(VisitAct.READ_FEEDBACK, relation(viewer, visit, Set.of(visit.schoolId())));
    }

    /** For somebody who was given this visit to read. */
    Set<VisitAction> actions(Viewer viewer, TutorVisit visit) {
        return switch (relation(viewer, visit, Set.of(visit.schoolId()))) {
            case VISITOR -> visit.visitorActions(SchoolDay.of(clock.instant()));
            case MENTOR -> visit.mentorActions();
            case ECT, STRANGER -> Set.of();
        };
    }

    private static VisitRelation relation(Viewer viewer, TutorVisit visit, Set<String> tutoredToday) {
        if (viewer.personId().equals(visit.tutorId())) {
            return tutoredToday.contains(visit.schoolId()) ? VisitRelation.VISITOR : VisitRelation.STRANGER;
        }
        if (viewer.personId().equals(visit.mentorId())) {
            return VisitRelation.MENTOR;
        }
        return viewer.personId().equals(visit.ectId()) ? VisitRelation.ECT : VisitRelation.STRANGER;
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(TutorVisit.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return visits
            .findById(id)
            .filter(visit -> AccessPolicy.allows(VisitAct.READ, relation(viewer, visit, desk.schoolIds(viewer))))
            .orElse(null);
    }
}
