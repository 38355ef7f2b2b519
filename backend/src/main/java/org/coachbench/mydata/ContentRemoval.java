package org.coachbench.mydata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleKind;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.store.StoreFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes content away when its time is over. Each step can be done again: cut off in between, or done by two processes at
 * once, it comes to the same. Counts stay as they are.
 */
@Component
class ContentRemoval {

    private static final Logger log = LoggerFactory.getLogger(ContentRemoval.class);
    private static final int AT_ONCE = 200;

    private final MongoOperations store;
    private final People people;
    private final Retention retention;
    private final Holds holds;
    private final StoreFile file;
    private final Clock clock;

    ContentRemoval(
        MongoOperations store,
        People people,
        Retention retention,
        Holds holds,
        StoreFile file,
        Clock clock
    ) {
        this.store = store;
        this.people = people;
        this.retention = retention;
        this.holds = holds;
        this.file = file;
        this.clock = clock;
    }

    /** Often enough that a service that was stopped for a while is late by no day. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void removeWhatIsOver() {
        try {
            removeWhatIsOverOn(SchoolDay.today(), people.findAll());
        } catch (DataAccessException e) {
            log.warn("Content whose time is over goes at the next try", e);
        }
    }

    void removeWhatIsOverOn(LocalDate today, Collection<Person> everybody) {
        var removed = 0;
        var ends = retention.ends(everybody, today).stream().filter(Retention.End::isOver).toList();
        for (int from = 0; from < ends.size(); from += AT_ONCE) {
            var some = ends.subList(from, Math.min(from + AT_ONCE, ends.size()));
            var done = done(some);
            for (var end : some) {
                for (var content : KeptContent.values()) {
                    if (!done.contains(Removal.id(end.ect().id(), content, end.on())) && isDue(end, content, today)) {
                        remove(end, content);
                        removed++;
                    }
                }
            }
        }
        if (removed > 0) {
            file.forget();
            log.info("Content went because its time was over: {} times", removed);
        }
    }

    private Collection<String> done(List<Retention.End> ends) {
        var ids = ends
            .stream()
            .map(end -> end.ect().id())
            .toList();
        return store
            .find(Query.query(where("ectId").in(ids)), Removal.class)
            .stream()
            .map(Removal::id)
            .collect(toSet());
    }

    /** Holds are read last: one that was set a moment ago wins. */
    private boolean isDue(Retention.End end, KeptContent content, LocalDate today) {
        return (
            RetentionDates.isDue(end.on(), end.months(content), today, false) &&
            !Holds.isOn(end.ect(), holds.lastingOn(List.of(end.ect())))
        );
    }

    private void remove(Retention.End end, KeptContent content) {
        var ectId = end.ect().id();
        var allGone = switch (content) {
            case COACHING -> removeCoaching(ectId);
            case PASTORAL -> changeUnlessHeld("pastoral_meetings", eq("ectId", ectId), meeting -> {
                meeting.remove("sealed");
                return meeting;
            });
            // Later ones came to them in another office.
            case MESSAGES -> change("messages", and(eq("toId", ectId), lt("sentAt", endOf(end))), message -> {
                message.put("text", ErasureRules.GONE);
                return message;
            });
            case DIAGNOSTICS -> store
                .getCollection("diagnostic_responses")
                .deleteOne(eq("_id", ectId))
                .wasAcknowledged();
        };
        if (!allGone) {
            return;
        }
        try {
            store.insert(Removal.of(ectId, end.schoolId(), content, end.on(), clock.instant()));
        } catch (DuplicateKeyException _) {
            // Another process did the same.
        }
    }

    private static Date endOf(Retention.End end) {
        return Date.from(SchoolDay.endOf(end.on()));
    }

    /** As an ECT: whoever coaches them as a mentor now is another matter. */
    private boolean removeCoaching(String ectId) {
        var ofEct = eq("ectId", ectId);
        var asEct = and(ofEct, ne("kind", CycleKind.COACHING_FOR_MENTORS.name()));
        var now = Date.from(clock.instant());
        // Before their events, which are copied from them.
        var cyclesGone = changeUnlessHeld(CoachingCycle.COLLECTION, asEct, cycle -> CycleContent.emptied(cycle, now));
        var held = heldMentors(CoachingCycle.COLLECTION, asEct);
        for (var cycle : store.getCollection(CoachingCycle.COLLECTION).find(and(asEct, nin("mentorId", held)))) {
            var id = cycle.getString("_id");
            // All that begin with the cycle's id and a colon, which a semicolon follows.
            store.getCollection("cycle_events").deleteMany(and(gte("_id", id + ":"), lt("_id", id + ";")));
        }
        var visitsGone = changeUnlessHeld("tutor_visits", ofEct, ErasureRules::withoutFeedback);
        return cyclesGone && visitsGone;
    }

    /** False when a hold on whoever mentored keeps some of it, so that it goes when that ends. */
    private boolean changeUnlessHeld(String collection, Bson which, UnaryOperator<Document> change) {
        var held = heldMentors(collection, which);
        return change(collection, and(which, nin("mentorId", held)), change) && held.isEmpty();
    }

    private List<String> heldMentors(String collection, Bson which) {
        var mentors = people.findAllById(
            store.getCollection(collection).distinct("mentorId", which, String.class).into(new ArrayList<>())
        );
        var lasting = holds.lastingOn(mentors);
        return mentors
            .stream()
            .filter(mentor -> Holds.isOn(mentor, lasting))
            .map(Person::id)
            .toList();
    }

    /** False when somebody else changed one meanwhile. */
    private boolean change(String collection, Bson which, UnaryOperator<Document> change) {
        var all = store.getCollection(collection);
        var allChanged = true;
        for (var stored : all.find(which)) {
            var changed = change.apply(StoredDocument.copy(stored));
            if (!changed.equals(stored)) {
                allChanged &= StoredDocument.replace(all, stored, changed);
            }
        }
        return allChanged;
    }
}
