package org.coachbench.mydata;

import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.ConcernAct;
import org.coachbench.access.AccessPolicy.ConcernRelation;
import org.coachbench.access.AccessPolicy.MessageAct;
import org.coachbench.access.AccessPolicy.MessageRelation;
import org.coachbench.access.AccessPolicy.VisitAct;
import org.coachbench.access.AccessPolicy.VisitRelation;
import org.coachbench.mydata.Disclosure.Given;
import org.coachbench.mydata.Disclosure.Withheld;

/** What of each kind of document somebody gets who is named in it: what they may read here anyway, and not more. */
final class DisclosureRules {

    static final String NOT_SHARED =
        "Your mentor or coach has not shared this drop-in with you yet. Ask them, or your school.";
    static final String CONCERN =
        "Induction tutors keep it, and read it before anybody else gets it. You may ask your school for what it says about you.";
    private static final String CONCERN_ABOUT_OTHERS =
        "You wrote in it, and it is about somebody else. Tutors of the school read it under Concerns.";
    private static final String FORMER_TUTOR =
        "You wrote it as tutor of a school whose tutor you are not today. Ask that school.";

    private DisclosureRules() {}

    static Disclosure whole(Asker asker, Document document) {
        return new Given(document);
    }

    static Disclosure entries(Asker asker, Document document) {
        return new Given(asker.naming().excerpt(document));
    }

    static Disclosure entriesWithName(Asker asker, Document document) {
        return new Given(asker.naming().excerpt(document, "name"));
    }

    static Disclosure ownOrEntries(Asker asker, Document document) {
        return asker.owns(document) ? whole(asker, document) : entries(asker, document);
    }

    static Disclosure ofPersonOrEntries(Asker asker, Document document) {
        return asker.is(document.get("personId")) ? whole(asker, document) : entries(asker, document);
    }

    static Disclosure account(Asker asker, Document document) {
        return asker.owns(document)
            ? new Given(without(document, "passwordHash"))
            : new Withheld("It is another person's account.");
    }

    static Disclosure calendarFeed(Asker asker, Document document) {
        return new Given(without(document, "secretHash"));
    }

    /** The history from which a note merges cannot be read, and holds what either of the two took away again. */
    static Disclosure cycle(Asker asker, Document document) {
        var readable = asker.cycles().get(document.getString("id"));
        var cycle = without(document, "outbox");
        if (readable == null) {
            return entries(asker, cycle);
        }
        if (!readable) {
            return new Withheld(NOT_SHARED);
        }
        cycle.put(
            "notes",
            document
                .getList("notes", Document.class, List.of())
                .stream()
                .map(note -> without(note, "document"))
                .toList()
        );
        return new Given(cycle);
    }

    static Disclosure cycleEvent(Asker asker, Document document) {
        var readable = asker.cycles().get(Asker.cycleId(document.getString("id")));
        if (readable != null && !readable) {
            return new Withheld(NOT_SHARED);
        }
        var event = document.get("event", new Document());
        var own = asker.is(event.get("header", new Document()).get("personId"));
        if (readable == null && !own) {
            return entries(asker, document);
        }
        var told = new Document(document);
        told.put("event", without(event, "changes"));
        return new Given(told);
    }

    /** An ECT does not learn from it of a drop-in that is not shared. */
    static Disclosure coachingLog(Asker asker, Document document) {
        if (!asker.owns(document)) {
            return entries(asker, document);
        }
        var shared = new Document();
        document.get("entries", new Document()).forEach((cycleId, entry) -> {
            if (entry instanceof Document told && told.containsKey("sharedAt")) {
                shared.put(cycleId, told);
            }
        });
        var log = new Document(document);
        log.put("entries", shared);
        return new Given(log);
    }

    static Disclosure pastoralMeeting(Asker asker, Document document) {
        return asker.is(document.get("mentorId")) || asker.is(document.get("ectId"))
            ? new Given(without(document, "sealed"))
            : new Withheld("It is between two others.");
    }

    static Disclosure message(Asker asker, Document document) {
        var relation = asker.is(document.get("toId"))
            ? MessageRelation.RECEIVER
            : isTutor(asker, document) && asker.is(document.get("fromId"))
              ? MessageRelation.SENDER
              : MessageRelation.STRANGER;
        return AccessPolicy.allows(MessageAct.READ, relation) ? new Given(document) : new Withheld(FORMER_TUTOR);
    }

    static Disclosure tutorVisit(Asker asker, Document document) {
        var relation = asker.is(document.get("mentorId"))
            ? VisitRelation.MENTOR
            : asker.is(document.get("ectId"))
              ? VisitRelation.ECT
              : isTutor(asker, document) && asker.is(document.get("tutorId"))
                ? VisitRelation.VISITOR
                : VisitRelation.STRANGER;
        if (!AccessPolicy.allows(VisitAct.READ, relation)) {
            return new Withheld(FORMER_TUTOR);
        }
        return AccessPolicy.allows(VisitAct.READ_FEEDBACK, relation)
            ? new Given(document)
            : new Given(without(document, "feedback", "feedbackAt", "answer", "answeredAt", "changedAt"));
    }

    static Disclosure concern(Asker asker, Document document) {
        if (asker.is(document.get("personId"))) {
            return AccessPolicy.allows(ConcernAct.READ, ConcernRelation.CONCERNED)
                ? new Given(document)
                : new Withheld(CONCERN);
        }
        return new Withheld(CONCERN_ABOUT_OTHERS);
    }

    static Disclosure toPersonOrEntries(Asker asker, Document document) {
        return asker.is(document.get("toId")) ? whole(asker, document) : entries(asker, document);
    }

    static Disclosure letter(Asker asker, Document document) {
        var letter = without(document, "claim", "sentAgainBy");
        return asker.is(document.get("toId")) ? new Given(letter) : entries(asker, letter);
    }

    static Disclosure rehearsal(Asker asker, Document document) {
        return asker.bySchool()
            ? new Withheld("Nobody else reads it. They find theirs under My data.")
            : new Given(document);
    }

    /** Why their school keeps it, they ask their school. */
    static Disclosure hold(Asker asker, Document document) {
        return asker.is(document.get("by")) ? whole(asker, document) : new Given(without(document, "reason"));
    }

    static Disclosure proposal(Asker asker, Document document) {
        return asker.is(document.get("proposedBy"))
            ? new Given(without(document, "answeredBy"))
            : entries(asker, document);
    }

    private static boolean isTutor(Asker asker, Document document) {
        return asker.tutoredSchools().contains(document.getString("schoolId"));
    }

    private static Document without(Document document, String... fields) {
        var rest = new Document(document);
        Arrays.asList(fields).forEach(rest::remove);
        return rest;
    }
}
