package org.coachbench.mydata;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.mydata.Retention.EndHold;
import org.coachbench.mydata.Retention.OfSchool;
import org.coachbench.mydata.Retention.SetHold;
import org.coachbench.mydata.Retention.SetRetention;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What retention.graphqls says. */
@Controller
class RetentionController {

    private final Retention retention;
    private final People people;

    RetentionController(Retention retention, People people) {
        this.retention = retention;
        this.people = people;
    }

    record RetentionPeriod(
        KeptContent content,
        int months,
        @Nullable LocalDate countsFrom,
        @Nullable Integer formerMonths,
        int usualMonths,
        @Nullable LocalDate nextOn,
        int nextEcts,
        int removed,
        @Nullable LocalDate lastRemovedOn
    ) {}

    record HoldShown(String id, @Nullable Person person, String reason, Instant since, @Nullable Person by) {}

    record Shown(
        List<RetentionPeriod> periods,
        List<HoldShown> holds,
        @Nullable Person setBy,
        @Nullable Instant setAt
    ) {}

    record SetRetentionPayload(@Nullable Shown retention, List<Problem> problems) {}

    record SetHoldPayload(@Nullable Shown retention, List<Problem> problems) {}

    record EndHoldPayload(boolean ended, List<Problem> problems) {}

    record OwnContent(KeptContent content, LocalDate goesOn, boolean certain) {}

    record OwnRetention(boolean held, List<OwnContent> contents) {}

    @QueryMapping
    @Nullable
    Shown schoolRetention(@Argument String schoolId, @AuthenticationPrincipal Viewer viewer) {
        return retention
            .ofSchool(viewer, schoolId)
            .map(school -> shown(school, viewer))
            .orElse(null);
    }

    @SchemaMapping(typeName = "Viewer")
    @Nullable
    OwnRetention ownRetention(Viewer viewer) {
        return retention
            .own(viewer)
            .map(end ->
                new OwnRetention(
                    retention.isHeld(end.ect()),
                    Arrays.stream(KeptContent.values())
                        .map(content -> new OwnContent(content, end.goesOn(content), end.isOver()))
                        .toList()
                )
            )
            .orElse(null);
    }

    @MutationMapping
    SetRetentionPayload setRetention(@Argument SetRetention input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SetRetentionPayload(shown(retention.set(viewer, input), viewer), List.of()),
            problems -> new SetRetentionPayload(null, problems)
        );
    }

    @MutationMapping
    SetHoldPayload setHold(@Argument SetHold input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SetHoldPayload(shown(retention.hold(viewer, input), viewer), List.of()),
            problems -> new SetHoldPayload(null, problems)
        );
    }

    @MutationMapping
    EndHoldPayload endHold(@Argument EndHold input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            (Supplier<EndHoldPayload>) () -> {
                retention.endHold(viewer, input);
                return new EndHoldPayload(true, List.of());
            },
            problems -> new EndHoldPayload(false, problems)
        );
    }

    private Shown shown(OfSchool school, Viewer viewer) {
        var kept = school.kept();
        var holds = school.holdsFor(viewer);
        var named = byId(
            Stream.concat(
                Stream.ofNullable(kept.setBy()),
                holds.stream().flatMap(hold -> Stream.of(hold.personId(), hold.by()))
            )
                .filter(Objects::nonNull)
                .distinct()
                .toList()
        );
        return new Shown(
            Arrays.stream(KeptContent.values())
                .map(content -> period(school, content))
                .toList(),
            holds
                .stream()
                .map(hold ->
                    new HoldShown(
                        hold.id(),
                        hold.personId() == null ? null : named.get(hold.personId()),
                        hold.reason(),
                        hold.since(),
                        named.get(hold.by())
                    )
                )
                .toList(),
            kept.setBy() == null ? null : named.get(kept.setBy()),
            kept.setAt()
        );
    }

    private static RetentionPeriod period(OfSchool school, KeptContent content) {
        var period = school.kept().period(content);
        var shortened = period.isToCome(SchoolDay.today()) ? period.shortened() : null;
        var next = school.next(content);
        var removed = school.removed(content);
        return new RetentionPeriod(
            content,
            period.months(),
            shortened == null ? null : shortened.countsFrom(),
            shortened == null ? null : shortened.formerMonths(),
            content.usualMonths(),
            next.map(OfSchool.Next::on).orElse(null),
            next.map(OfSchool.Next::ects).orElse(0),
            (int) removed.stream().map(Removal::ectId).distinct().count(),
            removed.stream().map(Removal::at).max(Comparator.naturalOrder()).map(SchoolDay::of).orElse(null)
        );
    }

    private Map<String, Person> byId(List<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
    }
}
