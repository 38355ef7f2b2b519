package org.coachbench.mydata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.api.PersonErased;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.MergingText;
import org.coachbench.mydata.Erased.OwnCycle;
import org.coachbench.mydata.Erased.Renamed;
import org.coachbench.people.People;
import org.coachbench.store.StoreFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases people: goes through every document of the store, again and again until nothing changes any more, so that what
 * somebody else wrote in the same moment is not missed. The person's own record goes last, because the name by which others
 * call them stands in it: whoever takes over from a killed process can begin again.
 */
@Component
class Eraser {

    private static final Logger log = LoggerFactory.getLogger(Eraser.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_PASSES = 10;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String PEOPLE = "people";
    private static final String EVENTS = "cycle_events";
    /**
     * With an account they could come back, so it goes first. Events go before cycles, because what has to go from them is
     * told by the cycles; what is copied from a cycle to them meanwhile, the next pass finds.
     */
    private static final List<String> FIRST = List.of("accounts", "calendar_feeds", EVENTS, CoachingCycle.COLLECTION);

    private final MongoOperations store;
    private final People people;
    private final Holdings holdings;
    private final ApplicationEventPublisher news;
    private final StoreFile file;
    private final Clock clock;
    private Instant toldUpTo;

    Eraser(
        MongoOperations store,
        People people,
        Holdings holdings,
        ApplicationEventPublisher news,
        StoreFile file,
        Clock clock
    ) {
        this.store = store;
        this.people = people;
        this.holdings = holdings;
        this.news = news;
        this.file = file;
        this.clock = clock;
        toldUpTo = clock.instant();
    }

    /** Finishes what a killed process began. */
    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        try {
            var unfinished = Query.query(where("finishedAt").is(null));
            store.find(unfinished, Erasure.class).forEach(erasure -> erase(erasure.personId()));
        } catch (DataAccessException e) {
            log.warn("Unfinished erasures are gone on with at the next sweep", e);
        }
    }

    /** People signed in here may be erased by another process. */
    @Scheduled(fixedDelayString = "PT2S")
    void followOtherProcesses() {
        var since = toldUpTo.minus(Duration.ofMinutes(1));
        toldUpTo = clock.instant();
        store
            .find(Query.query(where("at").gt(since)), Erasure.class)
            .forEach(erasure -> news.publishEvent(new PersonErased(erasure.personId())));
    }

    /** Done by one process at a time; a second one that comes meanwhile does nothing. */
    void erase(String personId) {
        var now = clock.instant();
        var free = Query.query(where("_id").is(personId).and("finishedAt").is(null).and("workedOnUntil").lte(now));
        var taken = store.findAndModify(
            free,
            new Update().set("workedOnUntil", now.plus(LEASE)).set("kindsDone", 0),
            FindAndModifyOptions.options().returnNew(true),
            Erasure.class
        );
        if (taken == null) {
            return;
        }
        try {
            erase(taken);
        } catch (RuntimeException e) {
            log.error("The erasure of {} stopped and is gone on with at the next sweep", personId, e);
            store.updateFirst(
                Query.query(where("_id").is(personId)),
                new Update().set("workedOnUntil", clock.instant()),
                Erasure.class
            );
        }
    }

    private void erase(Erasure erasure) {
        var erased = whoIs(erasure);
        if (erased != null) {
            untilNothingChanges(erased, kinds());
            untilNothingChanges(erased, List.of(Kind.of(PEOPLE)));
        }
        file.forget();
        store.updateFirst(
            Query.query(where("_id").is(erasure.personId())),
            new Update().set("finishedAt", clock.instant()),
            Erasure.class
        );
        log.info("{} was erased", erasure.personId());
    }

    private void untilNothingChanges(Erased erased, List<Kind> kinds) {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            var changed = false;
            for (var kind : kinds) {
                changed |= erase(erased, kind);
                // Signed out as soon as they cannot sign in again.
                news.publishEvent(new PersonErased(erased.personId()));
                progress(erased.personId(), pass == 0 ? 1 : 0);
            }
            if (!changed) {
                return;
            }
        }
        throw new IllegalStateException("Something of theirs is written again and again.");
    }

    /** How many kinds of documents there are to go through. */
    int kindsToDo() {
        return kinds().size() + 1;
    }

    private List<Kind> kinds() {
        var kinds = new ArrayList<>(holdings.kinds());
        kinds.removeIf(kind -> kind.collection().equals(PEOPLE) || kind.collection().equals(Erasure.COLLECTION));
        kinds.sort((one, other) -> Integer.compare(place(one), place(other)));
        return kinds;
    }

    private static int place(Kind kind) {
        var first = FIRST.indexOf(kind.collection());
        return first < 0 ? FIRST.size() : first;
    }

    private void progress(String personId, int more) {
        store.updateFirst(
            Query.query(where("_id").is(personId)),
            new Update().inc("kindsDone", more).set("workedOnUntil", clock.instant().plus(LEASE)),
            Erasure.class
        );
    }

    /** Whether anything of the kind had to be changed. */
    private boolean erase(Erased erased, Kind kind) {
        var collection = store.getCollection(kind.collection());
        var changed = false;
        for (var stored : collection.find().batchSize(AT_ONCE)) {
            var left = ErasureRules.after(kind, erased, StoredDocument.copy(stored));
            if (left == null) {
                collection.deleteOne(eq("_id", stored.get("_id")));
                changed = true;
            } else if (!left.equals(stored)) {
                StoredDocument.replace(collection, stored, left);
                changed = true;
            }
        }
        return changed;
    }

    private @Nullable Erased whoIs(Erasure erasure) {
        var person = people.findById(erasure.personId()).orElse(null);
        if (person == null) {
            return null;
        }
        var isTheOnlyOne =
            people.countByName(person.name()) == 1 && person.name().contains(" ") && !person.name().equals(Erased.NAME);
        var erased = new Erased(
            person.id(),
            isTheOnlyOne ? person.name() : null,
            person.emailAddress(),
            erasure.at(),
            cyclesOf(person.id()),
            new HashMap<>()
        );
        findNotesToRename(erased);
        return erased;
    }

    private void findNotesToRename(Erased erased) {
        for (var cycle : store.getCollection(CoachingCycle.COLLECTION).find().batchSize(AT_ONCE)) {
            for (var note : ErasureRules.entries(cycle, "notes")) {
                if (erased.isNamedIn(note.get("text", ""))) {
                    var key = Erased.noteKey(cycle.getString("_id"), note);
                    var typed = MergingText.of(erased.without(note.getString("text")));
                    erased.renamed().put(key, new Renamed(typed, lastEdit(cycle, note.getString("kind"))));
                }
            }
        }
    }

    private int lastEdit(Document cycle, String noteKind) {
        var id = cycle.getString("_id");
        var logged = new ArrayList<Document>();
        store
            .getCollection(EVENTS)
            .find(and(gte("_id", id + ":"), lt("_id", id + ";")))
            .forEach(one -> logged.add(one.get("event", new Document())));
        return Stream.concat(logged.stream(), ErasureRules.entries(cycle, "outbox").stream())
            .filter(event -> event.containsKey("changes") && noteKind.equals(event.get("kind")))
            .mapToInt(event -> event.get("header", new Document()).getInteger("sequence", 0))
            .max()
            .orElse(0);
    }

    private Map<String, OwnCycle> cyclesOf(String personId) {
        var found = new HashMap<String, OwnCycle>();
        for (var cycle : store.getCollection(CoachingCycle.COLLECTION).find().batchSize(AT_ONCE)) {
            var coached = personId.equals(cycle.get("ectId"));
            if (coached || personId.equals(cycle.get("mentorId"))) {
                found.put(cycle.getString("_id"), new OwnCycle(cycle.getString("ectId"), coached, Set.of(), null));
                ErasureRules.entries(cycle, "outbox").forEach(event -> learn(found, personId, event));
            }
        }
        for (var logged : store.getCollection(EVENTS).find().batchSize(AT_ONCE)) {
            if (found.containsKey(Asker.cycleId(logged.getString("_id")))) {
                learn(found, personId, logged.get("event", new Document()));
            }
        }
        return found;
    }

    /** From the events of a cycle: where they typed, and how its step stood in the bank. */
    private static void learn(Map<String, OwnCycle> cycles, String personId, Document event) {
        var header = event.get("header", new Document());
        var cycleId = header.getString("cycleId");
        var own = cycles.get(cycleId);
        if (own == null) {
            return;
        }
        switch (event.get("_class", "")) {
            case "NoteEdited" -> {
                if (personId.equals(header.get("personId"))) {
                    cycles.put(cycleId, own.typing(event.getString("kind")));
                }
            }
            case "StepChosen" -> {
                if (event.get("step") instanceof Document step && step.get("stepId") != null) {
                    cycles.put(cycleId, own.from(step));
                }
            }
            default -> {
                // Nothing else decides about other documents.
            }
        }
    }
}
