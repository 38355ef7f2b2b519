package org.coachbench.mydata;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.Act;
import org.coachbench.access.AccessPolicy.Ties;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.Phase;
import org.coachbench.mydata.Disclosure.Given;
import org.coachbench.mydata.Disclosure.Withheld;
import org.coachbench.pastoral.OwnPastoralNotes;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Finds every document in which a person is named, whatever it is and whichever module keeps it: the whole store is read,
 * because a list of places to look would be out of date with the next feature.
 */
@Component
class Holdings {

    private static final int AT_ONCE = 500;
    private static final List<Act> ALL_OF_A_CYCLE = List.of(
        Act.READ_LOG,
        Act.READ_NOTES,
        Act.READ_REFLECTION,
        Act.SEE_VISITS,
        Act.SEE_COACH
    );

    private final MongoOperations store;
    private final People people;
    private final PersonAccess access;
    private final OwnPastoralNotes pastoralNotes;

    Holdings(MongoOperations store, People people, PersonAccess access, OwnPastoralNotes pastoralNotes) {
        this.store = store;
        this.people = people;
        this.access = access;
        this.pastoralNotes = pastoralNotes;
    }

    /** What is kept of a kind: what is given, and what is only named. */
    record Held(Kind kind, List<Document> given, List<Named> withheld) {}

    record Named(Document document, String because) {}

    /** A cycle of theirs, as far as it decides whether they may read it. */
    private record OwnCycle(@Id String id, String mentorId, String ectId, @Nullable Instant sharedAt, Phase phase) {}

    Asker asker(Viewer viewer, boolean bySchool) {
        var email = people.findById(viewer.personId()).map(Person::emailAddress).orElse(viewer.personId());
        return new Asker(
            viewer,
            new Naming(viewer.personId(), email),
            access.tutoredSchools(viewer),
            ownCycles(viewer),
            bySchool
        );
    }

    private Map<String, Boolean> ownCycles(Viewer viewer) {
        var own = Query.query(
            new Criteria().orOperator(where("mentorId").is(viewer.personId()), where("ectId").is(viewer.personId()))
        );
        own.fields().include("mentorId", "ectId", "sharedAt", "phase");
        return store
            .find(own, OwnCycle.class, CoachingCycle.COLLECTION)
            .stream()
            .collect(toMap(OwnCycle::id, cycle -> isReadable(viewer, cycle)));
    }

    private static boolean isReadable(Viewer viewer, OwnCycle cycle) {
        var relation = AccessPolicy.relation(viewer, cycle.mentorId(), cycle.ectId(), Ties.NONE);
        var closed = cycle.phase() == Phase.CLOSED;
        return ALL_OF_A_CYCLE.stream().allMatch(act ->
            AccessPolicy.allows(act, relation, cycle.sharedAt() != null, closed)
        );
    }

    /** All collections there are, those first that are known. */
    List<Kind> kinds() {
        var there = store
            .getCollectionNames()
            .stream()
            .filter(name -> !name.startsWith("system."))
            .sorted()
            .toList();
        var known = Kinds.ALL.stream().filter(kind -> there.contains(kind.collection()));
        var others = there
            .stream()
            .map(Kind::of)
            .filter(kind -> !Kinds.ALL.contains(kind));
        return Stream.concat(known, others).toList();
    }

    /** In the order in which they came to be, as far as their ids tell. */
    Held of(Asker asker, Kind kind) {
        var given = new ArrayList<Document>();
        var withheld = new ArrayList<Named>();
        for (var stored : store.getCollection(kind.collection()).find().batchSize(AT_ONCE)) {
            if (!asker.concerns(kind.collection(), stored)) {
                continue;
            }
            var document = PlainDocument.of(stored);
            switch (kind.rule().of(asker, document)) {
                case Given(var part) -> given.add(opened(asker, kind, withOwnMutations(asker, part)));
                case Withheld(var because) -> withheld.add(new Named(document, because));
            }
        }
        given.sort(Comparator.comparing(Holdings::order));
        return new Held(kind, given, withheld);
    }

    /** Numbers at the end of an id count as numbers: event 10 comes after event 9. */
    private static String order(Document document) {
        var id = String.valueOf(document.get("id"));
        var end = id.lastIndexOf(':');
        return end < 0
            ? id
            : id.substring(0, end) + ":" + "0".repeat(Math.max(0, 10 - id.length() + end)) + id.substring(end + 1);
    }

    private Document opened(Asker asker, Kind kind, Document document) {
        if (kind.collection().equals("pastoral_meetings")) {
            document.put(
                "notes",
                asker.bySchool()
                    ? "Sealed: the two who met open it under My data, and nobody else."
                    : pastoralNotes
                          .open(asker.viewer(), document.getString("id"))
                          .<Object>map(Document::parse)
                          .orElse("Sealed with a key that the service does not have any more.")
            );
        }
        return document;
    }

    /** The last mutations that a document took tell, of anybody else, what they did. */
    private static Document withOwnMutations(Asker asker, Document document) {
        var rest = new Document(document);
        if (rest.remove("applied") instanceof Document applied && asker.naming().in(applied)) {
            rest.put("applied", asker.naming().excerpt(applied));
        }
        return rest;
    }
}
