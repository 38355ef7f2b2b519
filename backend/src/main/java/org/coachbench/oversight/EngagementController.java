package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.oversight.Engagement.Figures;
import org.coachbench.oversight.Engagement.Grouping;
import org.coachbench.oversight.Engagement.Reader;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRoll;
import org.coachbench.people.Schools;
import org.coachbench.programme.SchoolYear;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What engagement.graphqls says. */
@Controller
class EngagementController {

    private static final int MOST_YEARS = 3;

    private final Engagement engagement;
    private final Schools schools;
    private final SchoolRoll roll;

    EngagementController(Engagement engagement, Schools schools, SchoolRoll roll) {
        this.engagement = engagement;
        this.schools = schools;
        this.roll = roll;
    }

    @QueryMapping
    @Nullable
    Figures engagement(
        @Argument @Nullable List<String> schoolIds,
        @Argument @Nullable LocalDate from,
        @Argument @Nullable LocalDate to,
        @Argument Grouping by,
        @AuthenticationPrincipal Viewer viewer
    ) {
        var today = SchoolDay.today();
        var lastDay = to == null || to.isAfter(today) ? today : to;
        var firstDay = from == null ? LocalDate.of(SchoolYear.of(lastDay), 9, 1) : from;
        if (firstDay.isAfter(lastDay) || firstDay.isBefore(lastDay.minusYears(MOST_YEARS))) {
            throw new BadRequest("from must be on or before to, and at most %d years before it.".formatted(MOST_YEARS));
        }
        var tutored = schools.tutoredBy(viewer.personId(), today);
        var tutoredIds = tutored.stream().map(School::id).collect(toSet());
        var mine = Stream.concat(tutored.stream(), roll.figuresReadBy(viewer, today).stream()).collect(
            toMap(School::id, identity(), (one, _) -> one, LinkedHashMap::new)
        );
        var asked = mine
            .values()
            .stream()
            .filter(school -> schoolIds == null || schoolIds.contains(school.id()))
            .toList();
        var headed = asked
            .stream()
            .filter(school -> school.headteachersOn(today).contains(viewer.personId()))
            .map(School::id)
            .collect(toSet());
        var reader = new Reader(tutoredIds, headed, asked.size() < mine.size());
        return engagement.figures(asked, reader, today, firstDay, lastDay, by);
    }
}
