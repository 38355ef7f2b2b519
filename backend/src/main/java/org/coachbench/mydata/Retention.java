package org.coachbench.mydata;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** How long content is kept, what this means for whom, and what holds it back. */
@Service
class Retention {

    private static final int LONGEST_REASON = 500;
    private static final int TRIES = 20;

    private final MongoOperations store;
    private final People people;
    private final Programmes programmes;
    private final PersonAccess access;
    private final Holds holds;
    private final InputRules rules;
    private final Clock clock;

    Retention(
        MongoOperations store,
        People people,
        Programmes programmes,
        PersonAccess access,
        Holds holds,
        InputRules rules,
        Clock clock
    ) {
        this.store = store;
        this.people = people;
        this.programmes = programmes;
        this.access = access;
        this.holds = holds;
        this.rules = rules;
        this.clock = clock;
    }

    record PeriodInput(
        KeptContent content,
        @Min(value = KeptContent.FEWEST_MONTHS, message = "Keep it for 1 to 84 months.")
        @Max(value = KeptContent.MOST_MONTHS, message = "Keep it for 1 to 84 months.")
        int months
    ) {}

    record SetRetention(
        String schoolId,
        @Size(max = 4, message = "There are four kinds of content.") List<@Valid PeriodInput> periods,
        @Nullable @MutationId String clientMutationId
    ) {}

    record SetHold(
        String schoolId,
        @Nullable String personId,
        @NotBlank(message = "Say why it has to be kept.")
        @Size(max = LONGEST_REASON, message = "Shorten this to 500 characters.")
        String reason,
        @Nullable @MutationId String clientMutationId
    ) {}

    record EndHold(String holdId, @Nullable @MutationId String clientMutationId) {}

    /**
     * The end of an ECT's programme.
     *
     * @param on its last day, or while it goes on the planned one
     * @param schoolId of the last school, whose periods count
     * @param today for which this is said
     */
    record End(Person ect, LocalDate on, boolean isOver, String schoolId, SchoolRetention kept, LocalDate today) {
        /** Those that count today. */
        int months(KeptContent content) {
            return kept.period(content).monthsOn(today);
        }

        LocalDate goesOn(KeptContent content) {
            return kept.period(content).goesOn(on);
        }
    }

    /** Of those who are or were ECTs; a few store commands for any number. */
    List<End> ends(Collection<Person> everybody, LocalDate today) {
        var ects = everybody
            .stream()
            .filter(person ->
                person
                    .atSchool()
                    .stream()
                    .anyMatch(at -> at.role() == SchoolRole.ECT)
            )
            .toList();
        if (ects.isEmpty()) {
            return List.of();
        }
        var agreed = programmes.of(ects);
        var kept = kept(
            ects
                .stream()
                .flatMap(ect -> RetentionDates.lastPlace(ect).stream())
                .map(AtSchool::schoolId)
                .distinct()
                .toList()
        );
        return ects
            .stream()
            .map(ect -> {
                var planned = requireNonNull(agreed.get(ect.id())).time().endsOn();
                var over = RetentionDates.endedOn(ect, planned, today);
                var schoolId = RetentionDates.lastPlace(ect).orElseThrow().schoolId();
                return new End(
                    ect,
                    over.orElseGet(() -> planned.isBefore(today) ? today : planned),
                    over.isPresent(),
                    schoolId,
                    kept.getOrDefault(schoolId, SchoolRetention.usual(schoolId)),
                    today
                );
            })
            .toList();
    }

    private Map<String, SchoolRetention> kept(Collection<String> schoolIds) {
        return store
            .find(Query.query(where("_id").in(schoolIds)), SchoolRetention.class)
            .stream()
            .collect(toMap(SchoolRetention::schoolId, Function.identity()));
    }

    private SchoolRetention kept(String schoolId) {
        return kept(List.of(schoolId)).getOrDefault(schoolId, SchoolRetention.usual(schoolId));
    }

    /** What a school decided, what it means today, and what holds it back; empty when it is not the viewer's to see. */
    record OfSchool(
        SchoolRetention kept,
        List<Person> everybody,
        List<End> ends,
        List<Removal> removals,
        List<Hold> holds
    ) {
        /** The next content to go, with the ECTs whose content goes on that day. */
        record Next(LocalDate on, int ects) {}

        Optional<Next> next(KeptContent content) {
            var coming = ends
                .stream()
                .filter(End::isOver)
                .filter(end -> !Holds.isOn(end.ect(), holds) && !isRemoved(end, content))
                .map(end -> end.goesOn(content))
                .toList();
            return coming
                .stream()
                .min(Comparator.naturalOrder())
                .map(first -> new Next(first, (int) coming.stream().filter(first::equals).count()));
        }

        private boolean isRemoved(End end, KeptContent content) {
            var id = Removal.id(end.ect().id(), content, end.on());
            return removals.stream().anyMatch(removal -> removal.id().equals(id));
        }

        /** Without those on the viewer, who learns under My data that there is one, and not why. */
        List<Hold> holdsFor(Viewer viewer) {
            return holds
                .stream()
                .filter(hold -> !isOn(viewer, hold))
                .toList();
        }

        List<Removal> removed(KeptContent content) {
            return removals
                .stream()
                .filter(removal -> removal.content() == content)
                .toList();
        }
    }

    Optional<OfSchool> ofSchool(Viewer viewer, String schoolId) {
        if (!access.mayRunSchool(viewer, schoolId)) {
            return Optional.empty();
        }
        var everybody = people.everAt(List.of(schoolId));
        var ends = ends(everybody, SchoolDay.today())
            .stream()
            .filter(end -> end.schoolId().equals(schoolId))
            .toList();
        var lasting = Stream.concat(holds.lastingOn(everybody).stream(), holds.lastingOnSchool(schoolId).stream())
            .filter(hold -> hold.schoolId() == null || hold.schoolId().equals(schoolId))
            .distinct()
            .sorted(Comparator.comparing(Hold::since))
            .toList();
        return Optional.of(
            new OfSchool(
                kept(schoolId),
                everybody,
                ends,
                store.find(Query.query(where("schoolId").is(schoolId)), Removal.class),
                lasting
            )
        );
    }

    OfSchool set(Viewer viewer, SetRetention input) {
        rules.check(input);
        require(viewer, input.schoolId());
        var changed = input
            .periods()
            .stream()
            .collect(toMap(PeriodInput::content, PeriodInput::months, (_, last) -> last));
        for (int tries = 1; ; tries++) {
            try {
                store.save(kept(input.schoolId()).with(changed, viewer.personId(), now()));
                return require(viewer, input.schoolId());
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                // Somebody set other kinds meanwhile: the next try keeps these.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The same again while it lasts changes nothing. */
    OfSchool hold(Viewer viewer, SetHold input) {
        rules.check(input);
        var school = require(viewer, input.schoolId());
        var personId = input.personId();
        if (
            personId != null &&
            school
                .everybody()
                .stream()
                .noneMatch(person -> person.id().equals(personId))
        ) {
            throw Problem.notFound("person at this school", "personId");
        }
        if (personId != null && store.findById(personId, Erasure.class) != null) {
            throw Problem.invalid("Their erasure has begun: a hold keeps nothing of theirs any more.", "personId");
        }
        var isThere = school
            .holds()
            .stream()
            .anyMatch(hold ->
                personId == null ? input.schoolId().equals(hold.schoolId()) : personId.equals(hold.personId())
            );
        if (!isThere) {
            var schoolId = personId == null ? input.schoolId() : null;
            store.insert(Hold.set(personId, schoolId, input.reason().strip(), viewer.personId(), now()));
        }
        return require(viewer, input.schoolId());
    }

    /** Any hold on a school, or on somebody else who is or was there, by whoever runs the school. */
    void endHold(Viewer viewer, EndHold input) {
        rules.check(input);
        var hold = store.findById(input.holdId(), Hold.class);
        if (hold == null || !mayEnd(viewer, hold)) {
            throw Problem.notFound("hold", "holdId");
        }
        if (hold.lasts()) {
            store.save(
                new Hold(
                    hold.id(),
                    hold.personId(),
                    hold.schoolId(),
                    hold.reason(),
                    hold.by(),
                    hold.since(),
                    now(),
                    viewer.personId()
                )
            );
        }
    }

    private static boolean isOn(Viewer viewer, Hold hold) {
        return viewer.personId().equals(hold.personId());
    }

    private boolean mayEnd(Viewer viewer, Hold hold) {
        if (isOn(viewer, hold)) {
            return false;
        }
        if (hold.schoolId() != null) {
            return access.mayRunSchool(viewer, hold.schoolId());
        }
        return people
            .findById(requireNonNull(hold.personId()))
            .stream()
            .flatMap(person -> person.atSchool().stream())
            .anyMatch(at -> access.mayRunSchool(viewer, at.schoolId()));
    }

    private OfSchool require(Viewer viewer, String schoolId) {
        return ofSchool(viewer, schoolId).orElseThrow(() -> Problem.notFound("school", "schoolId"));
    }

    /** When the viewer's own content goes, and whether something holds it back; empty for who was never an ECT. */
    Optional<End> own(Viewer viewer) {
        return people
            .findById(viewer.personId())
            .flatMap(self -> ends(List.of(self), SchoolDay.today()).stream().findFirst());
    }

    boolean isHeld(Person person) {
        return Holds.isOn(person, holds.lastingOn(List.of(person)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
