package org.coachbench.notify;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What calendar.graphqls says. */
@Controller
class CalendarFeedController {

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    record MakeCalendarFeed(@Nullable String clientMutationId) {}

    record RevokeCalendarFeed(@Nullable String clientMutationId) {}

    record MakeCalendarFeedPayload(CalendarFeed feed, String path, List<Problem> problems) {}

    record RevokeCalendarFeedPayload(boolean revoked, List<Problem> problems) {}

    @SchemaMapping(typeName = "Viewer")
    @Nullable
    CalendarFeed calendarFeed(Viewer viewer) {
        return feeds.of(viewer).orElse(null);
    }

    @MutationMapping
    MakeCalendarFeedPayload makeCalendarFeed(@Argument MakeCalendarFeed input, @AuthenticationPrincipal Viewer viewer) {
        var made = feeds.make(viewer);
        return new MakeCalendarFeedPayload(made.feed(), "/calendar/" + made.secret() + ".ics", List.of());
    }

    @MutationMapping
    RevokeCalendarFeedPayload revokeCalendarFeed(
        @Argument RevokeCalendarFeed input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        feeds.revoke(viewer);
        return new RevokeCalendarFeedPayload(true, List.of());
    }
}
