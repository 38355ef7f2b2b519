package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.PeopleMerged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** What people are told of: each fact once, and to be seen by nobody but the one who is told. */
@Service
class Notices implements NodeSource {

    /** Facts are told of when they happen, or after a crash. What is older is history: it was recorded afterwards. */
    static final Duration NEWS = Duration.ofDays(7);
    static final Duration NEWS_BY_MAIL = Duration.ofDays(1);
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "_id");
    private static final Duration KEPT = Duration.ofDays(366);

    private final MongoOperations store;
    private final NoticeFollower follower;
    private final NoticeSettingsStore settings;
    private final SchoolDays schoolDays;
    private final InputRules rules;
    private final Clock clock;

    Notices(
        MongoOperations store,
        NoticeFollower follower,
        NoticeSettingsStore settings,
        SchoolDays schoolDays,
        InputRules rules,
        Clock clock
    ) {
        this.store = store;
        this.follower = follower;
        this.settings = settings;
        this.schoolDays = schoolDays;
        this.rules = rules;
        this.clock = clock;
    }

    record MarkNoticesSeen(
        @Nullable String noticeId,
        @Nullable String upToId,
        @Nullable @MutationId String clientMutationId
    ) {}

    /** By the real time: the clock is turned back while history is recorded. */
    static boolean isNews(Instant at) {
        return at.isAfter(Instant.now().minus(NEWS));
    }

    /** On disk when this returns. Who was told of a fact already is not told again. */
    void tell(Collection<Notice> made) {
        var news = made
            .stream()
            .filter(notice -> isNews(notice.at()))
            .toList();
        if (news.isEmpty()) {
            return;
        }
        var receivers = news.stream().map(Notice::toId).collect(toSet());
        var chosen = settings.of(receivers);
        var days = schoolDays.of(receivers);
        for (var notice : news) {
            var times = new MailTimes(
                requireNonNull(chosen.get(notice.toId())),
                requireNonNull(days.get(notice.toId()))
            );
            insert(notice.mailedAt(mailDue(notice, times)));
        }
        follower.lookNow();
    }

    private void insert(Notice notice) {
        try {
            store.insert(notice);
        } catch (DuplicateKeyException _) {
            // They were told.
        }
    }

    /** Those of them that nobody was told of yet; one store command for any number. */
    List<Notice> untold(Collection<Notice> made) {
        var known = Query.query(where("_id").in(made.stream().map(Notice::id).toList()));
        known.fields().include("_id");
        var told = store
            .find(known, Document.class, Notice.COLLECTION)
            .stream()
            .map(notice -> notice.getString("_id"))
            .collect(toSet());
        return made
            .stream()
            .filter(notice -> !told.contains(notice.id()))
            .toList();
    }

    private @Nullable Instant mailDue(Notice notice, MailTimes times) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (notice.at().isBefore(now.minus(NEWS_BY_MAIL))) {
            return null;
        }
        return times.due(notice.fact().kind(), now, soonestSession(notice, now)).orElse(null);
    }

    /** Who is told that a session was moved may turn up at the time that they were told before, if that is to come. */
    private @Nullable Instant soonestSession(Notice notice, Instant now) {
        var session = notice.about().startsAt();
        if (notice.fact() != NoticeFact.SESSION_MOVED) {
            return session;
        }
        var before = where("toId")
            .is(notice.toId())
            .and("about.cycleId")
            .is(notice.about().cycleId())
            .and("fact")
            .in(NoticeFact.SESSION_PLANNED, NoticeFact.SESSION_MOVED)
            .and("_id")
            .ne(notice.id());
        var last = store.findOne(Query.query(before).with(NEWEST_FIRST), Notice.class);
        var told = last == null ? null : last.about().startsAt();
        return session != null && told != null && told.isAfter(now) && told.isBefore(session) ? told : session;
    }

    Window<Notice> of(Viewer viewer, boolean unseen, ScrollSubrange from, int first) {
        var size = BadRequest.pageSize(first);
        var wanted = where("toId").is(viewer.personId());
        if (unseen) {
            wanted = wanted.and("seenAt").is(null);
        }
        if (
            from.position().orElse(ScrollPosition.keyset()) instanceof KeysetScrollPosition after &&
            after.getKeys().get("at") instanceof String at &&
            after.getKeys().get("_id") instanceof String lastSeen
        ) {
            wanted = wanted.andOperator(after(Instant.parse(at), lastSeen));
        }
        var found = store.find(
            Query.query(wanted)
                .with(NEWEST_FIRST)
                .limit(size + 1),
            Notice.class
        );
        var page = found.subList(0, Math.min(size, found.size()));
        return Window.from(page, i -> position(page.get(i)), found.size() > size);
    }

    private static Criteria after(Instant at, String id) {
        return new Criteria().orOperator(where("at").lt(at), where("at").is(at).and("_id").lt(id));
    }

    private static ScrollPosition position(Notice notice) {
        return ScrollPosition.forward(Map.of("at", notice.at().toString(), "_id", notice.id()));
    }

    int unseen(String personId) {
        return (int) store.count(Query.query(where("toId").is(personId).and("seenAt").is(null)), Notice.class);
    }

    /** All of the viewer's, one, or one with those that are older; seen once, they stay seen since then. */
    void markSeen(Viewer viewer, MarkNoticesSeen input) {
        rules.check(input);
        if (input.noticeId() != null && input.upToId() != null) {
            throw Problem.invalid("Name one notice, or the newest of several: not both.", "upToId");
        }
        var wanted = where("toId").is(viewer.personId()).and("seenAt").is(null);
        if (input.noticeId() != null) {
            wanted = wanted.and("_id").is(own(viewer, input.noticeId(), "noticeId").id());
        }
        if (input.upToId() != null) {
            var newest = own(viewer, input.upToId(), "upToId");
            wanted = wanted.andOperator(
                new Criteria().orOperator(after(newest.at(), newest.id()), where("_id").is(newest.id()))
            );
        }
        store.updateMulti(
            Query.query(wanted),
            Update.update("seenAt", clock.instant().truncatedTo(ChronoUnit.MILLIS)),
            Notice.class
        );
    }

    private Notice own(Viewer viewer, String id, String path) {
        if (node(viewer, id) instanceof Notice notice) {
            return notice;
        }
        throw Problem.notFound("notice to you", path);
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(Notice.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        var notice = store.findById(id, Notice.class);
        return notice != null && notice.toId().equals(viewer.personId()) ? notice : null;
    }

    @EventListener
    void peopleMerged(PeopleMerged merged) {
        for (var field : List.of("toId", "fromId")) {
            store.updateMulti(
                Query.query(where(field).is(merged.doubleId())),
                Update.update(field, merged.keptId()),
                Notice.class
            );
        }
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/London")
    void forgetOldOnes() {
        store.remove(Query.query(where("at").lt(Instant.now().minus(KEPT))), Notice.class);
    }
}
