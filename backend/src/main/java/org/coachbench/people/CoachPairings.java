package org.coachbench.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.PairingAct;
import org.coachbench.access.AccessPolicy.PairingRelation;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.api.ProblemException;
import org.coachbench.people.CoachPairing.CoachingReason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Who coaches which mentor. A mentor has one coach at a time, a coach any number of mentors. */
@Service
public class CoachPairings implements NodeSource {

    private static final int MONTHS_AHEAD = 12;

    private final MongoOperations store;
    private final People people;
    private final PersonFinder finder;
    private final PersonAccess access;
    private final InputRules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CoachPairings(
        MongoOperations store,
        People people,
        PersonFinder finder,
        PersonAccess access,
        InputRules rules,
        ApplicationEventPublisher news,
        Clock clock
    ) {
        this.store = store;
        this.people = people;
        this.finder = finder;
        this.access = access;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    public record PairWithCoach(
        String mentorId,
        String email,
        CoachingReason reason,
        LocalDate startedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record EndCoachPairing(
        String pairingId,
        LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** The same again while it goes on changes nothing. */
    public CoachPairing pair(Viewer viewer, PairWithCoach input) {
        rules.check(input);
        var mentor = people
            .findById(input.mentorId())
            .filter(person -> allows(viewer, PairingAct.ARRANGE, person, null, access.tutoredSchools(viewer)))
            .filter(CoachPairings::isMentor)
            .orElseThrow(() -> Problem.notFound("mentor", "mentorId"));
        var coach = finder.find(null, input.email(), null);
        if (coach.id().equals(mentor.id())) {
            throw Problem.invalid("Nobody coaches themself. Enter another address.", "email");
        }
        if (input.startedOn().isAfter(SchoolDay.today().plusMonths(MONTHS_AHEAD))) {
            throw Problem.invalid("Enter a day within the next %d months.".formatted(MONTHS_AHEAD), "startedOn");
        }
        for (var earlier : ofMentors(Set.of(mentor.id())).getOrDefault(mentor.id(), List.of())) {
            if (!earlier.isEnded()) {
                return sameOrTaken(earlier, coach, input);
            }
            if (earlier.period().overlaps(new Interval(input.startedOn(), null))) {
                throw Problem.invalid(
                    "They have a coach %s. Start after that.".formatted(earlier.period().text()),
                    "startedOn"
                );
            }
        }
        var pairing = CoachPairing.start(mentor.id(), coach.id(), input.reason(), input.startedOn());
        pairing.changedBy(viewer.personId(), now());
        try {
            var made = store.insert(pairing);
            PairingChanged.of(made).ifPresent(news::publishEvent);
            return made;
        } catch (DuplicateKeyException e) {
            var first = store.findOne(Query.query(where("openFor").is(mentor.id())), CoachPairing.class);
            if (first == null) {
                throw e;
            }
            return sameOrTaken(first, coach, input);
        }
    }

    private static CoachPairing sameOrTaken(CoachPairing open, Person coach, PairWithCoach input) {
        if (
            open.coachId().equals(coach.id()) &&
            open.reason() == input.reason() &&
            open.startedOn().equals(input.startedOn())
        ) {
            return open;
        }
        throw Problem.invalid("They have a coach %s. End that first.".formatted(open.period().text()), "mentorId");
    }

    /** An end that is over stays; one that is to come can be moved. */
    public CoachPairing end(Viewer viewer, EndCoachPairing input) {
        rules.check(input);
        var pairing = find(viewer, PairingAct.END, input.pairingId()).orElseThrow(CoachPairings::noSuchPairing);
        if (input.finishedOn().isBefore(pairing.startedOn())) {
            throw Problem.invalid(
                "It started on %s. Enter that day or a later one.".formatted(SchoolDay.text(pairing.startedOn())),
                "finishedOn"
            );
        }
        var end = pairing.finishedOn();
        if (end != null && input.finishedOn().isAfter(end)) {
            throw Problem.invalid(
                "It ends on %s already. Enter that day or an earlier one.".formatted(SchoolDay.text(end)),
                "finishedOn"
            );
        }
        pairing.end(input.finishedOn());
        pairing.changedBy(viewer.personId(), now());
        try {
            var ended = store.save(pairing);
            PairingChanged.of(ended).ifPresent(news::publishEvent);
            return ended;
        } catch (OptimisticLockingFailureException e) {
            throw Problem.invalid("Somebody else changed this meanwhile. Look at it as it is now.", "pairingId");
        }
    }

    /** Those that were made or ended since then, for whoever missed the news of them. */
    public List<PairingChanged> changedSince(Instant then) {
        return store
            .find(Query.query(where("changedAt").gt(then)), CoachPairing.class)
            .stream()
            .flatMap(pairing -> PairingChanged.of(pairing).stream())
            .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException noSuchPairing() {
        return Problem.notFound("pairing with a coach", "pairingId");
    }

    private Optional<CoachPairing> find(Viewer viewer, PairingAct act, String pairingId) {
        return Optional.ofNullable(store.findById(pairingId, CoachPairing.class)).filter(pairing -> {
            var mentor = people.findById(pairing.mentorId()).orElseThrow();
            return allows(viewer, act, mentor, pairing.coachId(), access.tutoredSchools(viewer));
        });
    }

    /** By mentor, newest first; one store command for any number. */
    Map<String, List<CoachPairing>> ofMentors(Collection<String> mentorIds) {
        return store
            .find(Query.query(where("mentorId").in(mentorIds)), CoachPairing.class)
            .stream()
            .sorted(Comparator.comparing(CoachPairing::startedOn).reversed())
            .collect(groupingBy(CoachPairing::mentorId));
    }

    /** Those that run today, in no order. */
    public List<CoachPairing> by(String coachId) {
        return store
            .find(Query.query(where("coachId").is(coachId)), CoachPairing.class)
            .stream()
            .filter(pairing -> pairing.runsOn(SchoolDay.today()))
            .toList();
    }

    /** Whom of these mentors somebody coaches today; one store command for any number. */
    public Set<String> mentorsCoachedBy(String coachId, Set<String> mentorIds) {
        return store
            .find(Query.query(where("mentorId").in(mentorIds).and("coachId").is(coachId)), CoachPairing.class)
            .stream()
            .filter(pairing -> pairing.runsOn(SchoolDay.today()))
            .map(CoachPairing::mentorId)
            .collect(toSet());
    }

    public Optional<CoachPairing> runningOf(String mentorId) {
        return runningOf(Set.of(mentorId)).stream().findFirst();
    }

    /** One at most for each of these mentors; one store command for any number. */
    public List<CoachPairing> runningOf(Collection<String> mentorIds) {
        return store
            .find(Query.query(where("mentorId").in(mentorIds)), CoachPairing.class)
            .stream()
            .filter(pairing -> pairing.runsOn(SchoolDay.today()))
            .toList();
    }

    /** Of a mentor as such, whoever their coach is; {@code coachId} is null where it is about none in particular. */
    public static boolean allows(
        Viewer viewer,
        PairingAct act,
        Person mentor,
        @Nullable String coachId,
        Set<String> tutoredSchools
    ) {
        return relations(viewer, mentor, coachId, tutoredSchools)
            .stream()
            .anyMatch(relation -> AccessPolicy.allows(act, relation));
    }

    private static Set<PairingRelation> relations(
        Viewer viewer,
        Person mentor,
        @Nullable String coachId,
        Set<String> tutoredSchools
    ) {
        var relations = EnumSet.of(PairingRelation.STRANGER);
        if (viewer.administrator()) {
            relations.add(PairingRelation.ADMINISTRATOR);
        }
        if (viewer.personId().equals(mentor.id())) {
            relations.add(PairingRelation.MENTOR);
        }
        if (viewer.personId().equals(coachId)) {
            relations.add(PairingRelation.COACH);
        }
        if (
            mentor
                .placesOnOrElseAfter(SchoolDay.today())
                .stream()
                .anyMatch(at -> at.role() == SchoolRole.MENTOR && tutoredSchools.contains(at.schoolId()))
        ) {
            relations.add(PairingRelation.TUTOR);
        }
        return relations;
    }

    private static boolean isMentor(Person person) {
        return person
            .placesOnOrElseAfter(SchoolDay.today())
            .stream()
            .anyMatch(at -> at.role() == SchoolRole.MENTOR);
    }

    /** Pairings stay with the people who were in them, as the cycles do that came of them. */
    @EventListener
    void refuseWhoIsPaired(PeopleMerging merging) {
        var ofDouble = new Criteria().orOperator(
            where("mentorId").is(merging.doubleId()),
            where("coachId").is(merging.doubleId())
        );
        if (store.exists(Query.query(ofDouble), CoachPairing.class)) {
            throw Problem.invalid(
                "The double is paired for coaching. Keep that record, and merge this one into it.",
                "doubleId"
            );
        }
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(CoachPairing.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return find(viewer, PairingAct.READ, id).orElse(null);
    }
}
