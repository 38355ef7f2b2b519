package org.coachbench.notify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.mail.Letter;
import org.coachbench.mail.Letters;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts notices that are due into the post, those for a person together. Each notice goes into one letter: which one is
 * written down before the letter is put, so that a process that is killed in between, or a second one, makes the same.
 */
@Component
class NoticePost {

    private static final Logger log = LoggerFactory.getLogger(NoticePost.class);
    private static final int AT_ONCE = 500;
    private static final Set<NoticeFact> OF_A_SHARED_SESSION = Set.of(
        NoticeFact.SESSION_TO_REVIEW,
        NoticeFact.MOMENT_COMMENTED
    );

    private final MongoOperations store;
    private final NoticeSettingsStore settings;
    private final SessionLetters sessionLetters;
    private final Letters letters;
    private final CycleAccess cycles;
    private final People people;
    private final Clock clock;

    NoticePost(
        MongoOperations store,
        NoticeSettingsStore settings,
        SessionLetters sessionLetters,
        Letters letters,
        CycleAccess cycles,
        People people,
        Clock clock
    ) {
        this.store = store;
        this.settings = settings;
        this.sessionLetters = sessionLetters;
        this.letters = letters;
        this.cycles = cycles;
        this.people = people;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S")
    void post() {
        var begun = new Query().with(Sort.by("_id")).limit(AT_ONCE);
        store.find(begun, NoticeLetter.class).forEach(this::finishOrLeave);
        var soonestFirst = Query.query(where("mailDueAt").lte(clock.instant()))
            .with(Sort.by("mailDueAt"))
            .limit(AT_ONCE);
        var due = store.find(soonestFirst, Notice.class);
        if (!due.isEmpty()) {
            withoutUnwanted(due).forEach(this::begin);
        }
    }

    /** One letter for each session, and one for all else that a person is told. */
    private Collection<List<Notice>> withoutUnwanted(List<Notice> due) {
        var chosen = settings.of(due.stream().map(Notice::toId).collect(toSet()));
        var unwanted = new HashSet<String>();
        var grouped = new ArrayList<List<Notice>>();
        var together = new ArrayList<Notice>();
        for (var notice : due) {
            var kind = notice.fact().kind();
            if (requireNonNull(chosen.get(notice.toId())).choice(kind) == MailChoice.NONE) {
                unwanted.add(notice.id());
            } else if (kind.isOfSession()) {
                grouped.add(List.of(notice));
            } else if (notice.seenAt() != null) {
                unwanted.add(notice.id());
            } else {
                together.add(notice);
            }
        }
        if (!unwanted.isEmpty()) {
            store.updateMulti(Query.query(where("_id").in(unwanted)), new Update().unset("mailDueAt"), Notice.class);
        }
        grouped.addAll(together.stream().collect(groupingBy(Notice::toId)).values());
        return grouped;
    }

    private void begin(List<Notice> notices) {
        finishOrLeave(store.insert(NoticeLetter.of(notices)));
    }

    /** What is wrong with one keeps nobody else from their letters. */
    private void finishOrLeave(NoticeLetter letter) {
        try {
            finish(letter);
        } catch (RuntimeException e) {
            log.error("Letter {} is made at the next look", letter.id(), e);
        }
    }

    /** A notice that another letter took first is left to that one. */
    private void finish(NoticeLetter letter) {
        store.updateMulti(
            Query.query(where("_id").in(letter.noticeIds()).and("letterId").is(null)),
            Update.update("letterId", letter.id()).unset("mailDueAt"),
            Notice.class
        );
        var taken = Query.query(where("_id").in(letter.noticeIds()).and("letterId").is(letter.id())).with(
            Sort.by("at", "_id")
        );
        var notices = store.find(taken, Notice.class);
        if (!notices.isEmpty()) {
            put(letter.id(), notices);
        }
        store.remove(letter);
    }

    private void put(String id, List<Notice> notices) {
        var first = notices.getFirst();
        var names = firstNames(notices);
        var cycleId = first.about().cycleId();
        if (first.fact().kind().isOfSession() && cycleId != null) {
            cycles
                .concerned(cycleId)
                .filter(concerned -> concerned.hearing().containsKey(first.toId()))
                .ifPresent(concerned -> sessionLetters.toWhoeverIsTold(id, first, concerned.cycle(), names));
            return;
        }
        var parts = notices
            .stream()
            .filter(this::isStillTheirs)
            .map(notice -> new Letter.Part(NoticeWords.sentence(notice, names), notice.about().path(), "Open"))
            .toList();
        if (parts.isEmpty()) {
            return;
        }
        var subject =
            parts.size() == 1
                ? NoticeWords.subject(parts.getFirst().text())
                : parts.size() + " new notices in Coachbench";
        letters.put(new Letter(id, first.toId(), subject, parts, null, clock.instant()));
    }

    /** A session that is shared with a coach may have been taken back since. */
    private boolean isStillTheirs(Notice notice) {
        var cycleId = notice.about().cycleId();
        return (
            cycleId == null ||
            !OF_A_SHARED_SESSION.contains(notice.fact()) ||
            cycles
                .concerned(cycleId)
                .filter(concerned -> concerned.hearing().containsKey(notice.toId()))
                .isPresent()
        );
    }

    private Map<String, String> firstNames(List<Notice> notices) {
        var named = notices.stream().flatMap(Notice::names).collect(toSet());
        return NoticeWords.firstNames(people.findAllById(named).stream().collect(toMap(Person::id, Person::name)));
    }
}
