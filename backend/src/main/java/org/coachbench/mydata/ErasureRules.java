package org.coachbench.mydata;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.coaching.MergingText;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each kind of document when a person is erased: what they wrote goes, and what others wrote about them;
 * what only counts stays, with an id that names nobody any more. Other people's records of their own work stay theirs.
 */
final class ErasureRules {

    /** What stands where words stood that a screen expects. */
    static final String GONE = "(erased)";

    /** States of letters. */
    private static final Set<String> OVER = Set.of("SENT", "UNCONFIRMED", "FAILED");

    private static final List<String> OWNERS = List.of("_id", "personId", "toId", "mentorId");
    /** Who made a document with which mutation: it finds a repeat, and means nothing once they are gone. */
    private static final List<String> MADE_BY = List.of(
        "startedBy",
        "sentBy",
        "registeredBy",
        "writtenBy",
        "openedBy",
        "plannedBy",
        "raisedWith",
        "scheduledBy"
    );
    /** They hold names of other people and places, which are not about the erased one. */
    private static final Set<String> OF_NAMES = Set.of("people", "schools", "organisations");

    private ErasureRules() {}

    /** By the rule of its kind, and whatever that is, without their mutations and without their name in others' words. */
    static @Nullable Document after(Kind kind, Erased erased, Document copy) {
        var left = kind.erasure().after(erased, copy);
        if (left == null) {
            return null;
        }
        MADE_BY.stream()
            .filter(field -> erased.sent(left.get(field)))
            .toList()
            .forEach(left::remove);
        if (left.get("applied") instanceof Document applied && applied.get("keys") instanceof List<?> keys) {
            keys.removeIf(erased::sent);
        }
        if (!OF_NAMES.contains(kind.collection())) {
            left.replaceAll((field, value) -> field.equals("_id") ? value : unnamed(erased, value));
        }
        return left;
    }

    private static @Nullable Object unnamed(Erased erased, @Nullable Object value) {
        switch (value) {
            case Document entry -> entry.replaceAll((_, inner) -> unnamed(erased, inner));
            case List<?> list -> {
                return list
                    .stream()
                    .map(inner -> unnamed(erased, inner))
                    .toList();
            }
            case String text -> {
                return erased.without(text);
            }
            case null, default -> {
                // Numbers, times and bytes.
            }
        }
        return value;
    }

    static Document kept(Erased erased, Document document) {
        return document;
    }

    /** For what belongs to one person alone. */
    static @Nullable Document ownDeleted(Erased erased, Document document) {
        return OWNERS.stream().anyMatch(field -> erased.is(document.get(field))) ? null : document;
    }

    /** Their times at schools and mentorships stay: figures are made from them. */
    static Document person(Erased erased, Document document) {
        if (erased.is(document.get("_id"))) {
            document.put("name", Erased.NAME);
            document.put("email", erased.personId() + "@erased.invalid");
            document.remove("trn");
        }
        return document;
    }

    static @Nullable Document signInAttempts(Erased erased, Document document) {
        return erased.email().equals(document.get("_id")) ? null : document;
    }

    static Document cycle(Erased erased, Document cycle) {
        var id = cycle.getString("_id");
        for (var note : entries(cycle, "notes")) {
            // As it is now: somebody may type while this goes on.
            if (erased.isNamedIn(note.get("text", ""))) {
                var typedAnew = MergingText.of(erased.without(note.getString("text")));
                note.put("text", typedAnew.text());
                note.put("document", typedAnew.document());
            }
        }
        entries(cycle, "outbox").forEach(event -> rename(erased, event));
        var own = erased.cycles().get(id);
        if (own == null) {
            entries(cycle, "comments").removeIf(comment -> erased.is(comment.get("personId")));
            return cycle;
        }
        return own.coached()
            ? CycleContent.emptied(cycle, erased.began())
            : CycleContent.withoutMentor(cycle, own, erased.began());
    }

    static @Nullable Document cycleEvent(Erased erased, Document logged) {
        var own = erased.cycles().get(Asker.cycleId(logged.getString("_id")));
        if (own != null && own.coached()) {
            return null;
        }
        var event = logged.get("event", new Document());
        rename(erased, event);
        if (own != null) {
            CycleContent.eventWithoutMentor(event, own);
        } else if (erased.is(event.get("header", new Document()).get("personId"))) {
            CycleContent.eventWithoutWords(event, null);
        }
        return logged;
    }

    private static void rename(Erased erased, Document event) {
        if (!event.containsKey("changes")) {
            return;
        }
        var header = event.get("header", new Document());
        var renamed = erased.renamed().get(Erased.noteKey(header.get("cycleId", ""), event));
        if (renamed != null) {
            var isLast = header.getInteger("sequence", 0) == renamed.lastEdit();
            event.put("changes", isLast ? renamed.note().document() : MergingText.EMPTY);
        }
    }

    /** What two people wrote into one seal nobody can part. That they met stays. */
    static Document pastoralMeeting(Erased erased, Document meeting) {
        if (erased.is(meeting.get("mentorId")) || erased.is(meeting.get("ectId"))) {
            meeting.remove("sealed");
        }
        return meeting;
    }

    static Document attendance(Erased erased, Document attendance) {
        if (
            attendance.get("catchUp") instanceof Document catchUp &&
            (erased.is(attendance.get("personId")) || erased.is(catchUp.get("assignedBy")))
        ) {
            catchUp.put("content", GONE);
        }
        return attendance;
    }

    static Document timetable(Erased erased, Document timetable) {
        if (erased.is(timetable.get("_id"))) {
            entries(timetable, "given").forEach(answer -> answer.remove("note"));
        }
        return timetable;
    }

    /** A message is about its receiver, in the words of its sender. */
    static Document message(Erased erased, Document message) {
        if (erased.is(message.get("fromId")) || erased.is(message.get("toId"))) {
            message.put("text", GONE);
        }
        return message;
    }

    /** Feedback is about the mentor, in the words of the tutor; an answer is the mentor's. */
    static Document tutorVisit(Erased erased, Document visit) {
        if (erased.is(visit.get("mentorId"))) {
            blank(visit, "feedback", "answer");
        } else if (erased.is(visit.get("tutorId"))) {
            blank(visit, "feedback");
        }
        return visit;
    }

    static Document withoutFeedback(Document visit) {
        blank(visit, "feedback", "answer");
        return visit;
    }

    static Document concern(Erased erased, Document concern) {
        var about = erased.is(concern.get("personId"));
        entries(concern, "trail")
            .stream()
            .filter(entry -> about || erased.is(entry.get("personId")))
            .forEach(entry -> entry.put("text", GONE));
        return concern;
    }

    /** Its title and place are for all who go there. Why it was cancelled somebody wrote who changed it. */
    static Document trainingEvent(Erased erased, Document event) {
        if (changed(erased, event, "CancelTrainingEvent")) {
            blank(event, "cancelledBecause");
        }
        return event;
    }

    /** What the school published is the school's, and about nobody. Drafts are their writers'. */
    static Document bankStep(Erased erased, Document step) {
        var isTheirs = erased.sent(step.get("writtenBy")) || changed(erased, step, "EditStep");
        if (!isTheirs || !(step.get("draft") instanceof Document draft) || isGone(draft)) {
            return step;
        }
        if (step.get("published") == null) {
            step.put("draft", nothingWritten());
            step.put("status", "RETIRED");
        } else {
            step.remove("draft");
        }
        // Every process takes its words out of the search when it sees that it changed.
        step.put("changedAt", Date.from(Instant.now()));
        return step;
    }

    private static boolean isGone(Document draft) {
        return GONE.equals(draft.get("title"));
    }

    private static Document nothingWritten() {
        var draft = new Document("title", GONE).append("why", "").append("cue", "");
        for (var list : List.of("criteria", "models", "practice", "pitfalls", "tags", "phrasings", "buildsOn")) {
            draft.append(list, List.of());
        }
        return draft;
    }

    static Document proposal(Erased erased, Document proposal) {
        if (erased.is(proposal.get("proposedBy"))) {
            proposal.put("message", GONE);
        }
        if (erased.is(proposal.get("answeredBy"))) {
            blank(proposal, "reply");
        }
        return proposal;
    }

    static @Nullable Document pairTimetable(Erased erased, Document timetable) {
        return timetable.getString("_id").contains(erased.personId()) ? null : timetable;
    }

    /** It calls people by their first names. One that is sent is needed no more; one that waits may move a session. */
    static @Nullable Document letter(Erased erased, Document letter) {
        var said = Stream.concat(
            Stream.of(String.valueOf(letter.get("subject"))),
            entries(letter, "parts")
                .stream()
                .map(part -> part.getString("text"))
        );
        var isOver = OVER.contains(String.valueOf(letter.get("state")));
        return erased.is(letter.get("toId")) || (isOver && said.anyMatch(erased::isCalledIn)) ? null : letter;
    }

    static Document hold(Erased erased, Document hold) {
        if (erased.is(hold.get("personId")) || erased.is(hold.get("by"))) {
            hold.put("reason", GONE);
        }
        return hold;
    }

    private static boolean changed(Erased erased, Document document, String mutation) {
        return (
            document.get("applied") instanceof Document applied &&
            applied.get("keys") instanceof Collection<?> keys &&
            keys.stream().anyMatch(key -> String.valueOf(key).startsWith(erased.personId() + " " + mutation + " "))
        );
    }

    private static void blank(Document document, String... fields) {
        for (var field : fields) {
            if (document.get(field) instanceof String) {
                document.put(field, GONE);
            }
        }
    }

    @SuppressWarnings("unchecked") // the store's lists of documents
    static List<Document> entries(Document document, String list) {
        return document.get(list) instanceof List<?> found ? (List<Document>) found : List.of();
    }
}
