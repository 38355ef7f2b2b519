package org.coachbench.notify;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.coachbench.api.ProblemException.orProblems;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.notify.NoticeFollower.NoticeUpdate;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.coachbench.notify.NoticeSettingsStore.SetNoticeSettings;
import org.coachbench.notify.Notices.MarkNoticesSeen;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** What notices.graphqls says. */
@Controller
class NoticeController {

    private final Notices notices;
    private final NoticeFollower follower;
    private final NoticeSettingsStore settings;
    private final People people;

    NoticeController(Notices notices, NoticeFollower follower, NoticeSettingsStore settings, People people) {
        this.notices = notices;
        this.follower = follower;
        this.settings = settings;
        this.people = people;
    }

    record NoticeMail(NoticeKind kind, MailChoice choice) {}

    record MarkNoticesSeenPayload(@Nullable Integer unseenNotices, List<Problem> problems) {}

    record NoticeSettingsPayload(@Nullable NoticeSettings settings, List<Problem> problems) {}

    @SchemaMapping(typeName = "Viewer")
    Window<Notice> notices(Viewer viewer, ScrollSubrange subrange, @Argument int first, @Argument boolean unseen) {
        return notices.of(viewer, unseen, subrange, first);
    }

    @SchemaMapping(typeName = "Viewer", field = "unseenNotices")
    int unseenOfViewer(Viewer viewer) {
        return notices.unseen(viewer.personId());
    }

    @SchemaMapping(typeName = "Viewer")
    NoticeSettings noticeSettings(Viewer viewer) {
        return settings.of(viewer);
    }

    @SubscriptionMapping
    Flux<NoticeUpdate> myUpdates(@AuthenticationPrincipal Viewer viewer) {
        return follower.updates(viewer.personId());
    }

    @SchemaMapping(typeName = "NoticeUpdate")
    int unseenNotices(NoticeUpdate update) {
        return notices.unseen(update.personId());
    }

    @MutationMapping
    MarkNoticesSeenPayload markNoticesSeen(@Argument MarkNoticesSeen input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> {
                notices.markSeen(viewer, input);
                return new MarkNoticesSeenPayload(notices.unseen(viewer.personId()), List.of());
            },
            problems -> new MarkNoticesSeenPayload(null, problems)
        );
    }

    @MutationMapping
    NoticeSettingsPayload setNoticeSettings(@Argument SetNoticeSettings input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new NoticeSettingsPayload(settings.set(viewer, input), List.of()),
            problems -> new NoticeSettingsPayload(null, problems)
        );
    }

    @SchemaMapping(typeName = "NoticeSettings")
    List<NoticeMail> mail(NoticeSettings chosen) {
        return Arrays.stream(NoticeKind.values())
            .map(kind -> new NoticeMail(kind, chosen.choice(kind)))
            .toList();
    }

    @SchemaMapping(typeName = "Notice")
    NoticeKind kind(Notice notice) {
        return notice.fact().kind();
    }

    @SchemaMapping(typeName = "Notice")
    String path(Notice notice) {
        return notice.about().path();
    }

    @BatchMapping(typeName = "Notice")
    Map<Notice, String> text(List<Notice> asked) {
        var named = asked.stream().flatMap(Notice::names).collect(toSet());
        var names = people.findAllById(named).stream().collect(toMap(Person::id, Person::name));
        return asked
            .stream()
            .collect(toMap(identity(), notice -> NoticeWords.sentence(notice, names), (one, _) -> one));
    }
}
