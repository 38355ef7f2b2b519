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
import org.coachbench.coaching.CycleAccess;
import org.coachbench.mail.Letter;
import org.coachbench.mail.Letters;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.dao.DuplicateKeyException;
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

    private static final int AT_ONCE = 500;

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
        store.find(begun, NoticeLetter.class).forEach(this::finish);
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
        var letter = NoticeLetter.of(notices);
        try {
            store.insert(letter);
        } catch (DuplicateKeyException _) {
            // Another process is at it.
            return;
        }
        finish(letter);
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
        var names = firstNames(notices);
        var first = notices.getFirst();
        var cycleId = first.about().cycleId();
        if (first.fact().kind().isOfSession() && cycleId != null) {
            cycles
                .concerned(cycleId)
                .filter(concerned -> concerned.hearing().containsKey(first.toId()))
                .ifPresent(concerned -> sessionLetters.toWhoeverIsCoached(id, first, concerned.cycle(), names));
            return;
        }
        var parts = notices
            .stream()
            .map(notice -> new Letter.Part(NoticeWords.sentence(notice, names), notice.about().path(), "Open"))
            .toList();
        var subject =
            parts.size() == 1
                ? NoticeWords.subject(parts.getFirst().text())
                : parts.size() + " new notices in Coachbench";
        letters.put(new Letter(id, first.toId(), subject, parts, null, clock.instant()));
    }

    private Map<String, String> firstNames(List<Notice> notices) {
        var named = notices.stream().flatMap(Notice::names).collect(toSet());
        return NoticeWords.firstNames(people.findAllById(named).stream().collect(toMap(Person::id, Person::name)));
    }
}
