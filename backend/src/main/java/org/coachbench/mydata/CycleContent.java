package org.coachbench.mydata;

import static org.coachbench.mydata.ErasureRules.GONE;
import static org.coachbench.mydata.ErasureRules.entries;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.coachbench.coaching.MergingText;
import org.coachbench.mydata.Erased.OwnCycle;
import org.jspecify.annotations.Nullable;

/** Takes words out of a stored coaching cycle and its events, so that what is left can still be read and counted. */
final class CycleContent {

    private static final Set<String> OVER = Set.of("CLOSED", "CANCELLED");

    private CycleContent() {}

    /** All content goes: who met, when, and how the minutes were planned stays. Its events go with it. */
    static Document emptied(Document cycle, Date at) {
        end(cycle, at);
        withoutLesson(cycle.get("observation", new Document()));
        withoutSectionWords(cycle);
        List.of("step", "followUp", "reflection").forEach(cycle::remove);
        entries(cycle, "rounds").forEach(CycleContent::withoutRoundWords);
        entries(cycle, "rounds").forEach(round -> round.put("criteriaSeen", new ArrayList<>()));
        List.of("notes", "comments", "outbox").forEach(list -> cycle.put(list, new ArrayList<>()));
        cycle.put("applied", new Document("keys", new ArrayList<>()));
        // There are no events of it to read any more.
        List.of("lastSequence", "sessionStartedWith", "sessionEndedWith").forEach(number -> cycle.put(number, 0));
        return cycle;
    }

    /** What whoever led it wrote goes; whoever was coached keeps their step, their own words, and what took place. */
    static Document withoutMentor(Document cycle, OwnCycle own, Date at) {
        end(cycle, at);
        withoutLesson(cycle.get("observation", new Document()));
        withoutSectionWords(cycle);
        if (cycle.get("step") instanceof Document step) {
            cycle.put("step", stepWithoutWords(step, own.bankStep()));
        }
        entries(cycle, "rounds").forEach(round -> {
            withoutRoundWords(round);
            onlyKnownCriteria(round, own.bankStep());
        });
        if (cycle.get("followUp") instanceof Document followUp) {
            followUp.put("where", GONE);
        }
        entries(cycle, "notes").removeIf(note -> own.typedIn().contains(note.getString("kind")));
        entries(cycle, "comments").removeIf(comment -> !own.coachedId().equals(comment.get("personId")));
        entries(cycle, "outbox").forEach(event -> eventWithoutMentor(event, own));
        return cycle;
    }

    static void eventWithoutMentor(Document event, OwnCycle own) {
        var by = event.get("header", new Document()).get("personId");
        var isOfCoached = own.coachedId().equals(by);
        if (!isOfCoached || own.typedIn().contains(event.get("kind", ""))) {
            eventWithoutWords(event, own.bankStep());
        }
    }

    /** An event that still tells what happened, and not in which words. */
    static void eventWithoutWords(Document event, @Nullable Document bankStep) {
        if (event.get("lesson") instanceof Document lesson) {
            withoutWords(lesson);
        }
        for (var part : List.of("note", "praise", "comment")) {
            if (event.get(part) instanceof Document said) {
                said.put("text", GONE);
            }
        }
        if (event.get("step") instanceof Document step) {
            event.put("step", stepWithoutWords(step, bankStep));
        }
        withoutSectionWords(event);
        if (event.get("round") instanceof Document round) {
            withoutRoundWords(round);
            onlyKnownCriteria(round, bankStep);
        }
        if (event.get("followUp") instanceof Document followUp) {
            followUp.put("where", GONE);
        }
        if (event.containsKey("reason")) {
            event.put("reason", GONE);
        }
        if (event.containsKey("changes")) {
            // Merged into a note, it changes nothing.
            event.put("changes", MergingText.EMPTY);
        }
    }

    /** Nobody can go on with it, and the other one of the pair can begin another. */
    private static void end(Document cycle, Date at) {
        if (!OVER.contains(cycle.getString("phase"))) {
            cycle.put("phase", "CANCELLED");
            cycle.put("closedAt", at);
        }
        cycle.remove("openFor");
    }

    private static void withoutLesson(Document observation) {
        withoutWords(observation.get("lesson", new Document()));
        List.of("evidence", "praise").forEach(list -> observation.put(list, new ArrayList<>()));
    }

    private static void withoutWords(Document lesson) {
        lesson.put("subject", GONE);
        lesson.put("className", "");
        lesson.put("topic", "");
    }

    /** Sections go by what they are for. */
    private static void withoutSectionWords(Document planned) {
        entries(planned.get("plan", new Document()), "sections").forEach(section -> {
            var kind = section.getString("kind");
            section.put("title", kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
            section.put("notes", "");
        });
    }

    private static void withoutRoundWords(Document round) {
        round.put("rehearsed", GONE);
        if (round.get("feedback") instanceof Document feedback) {
            feedback.put("text", GONE);
        }
    }

    /** As it stands in its bank; of one in the mentor's own words, that there was one, and how it stands. */
    private static Document stepWithoutWords(Document step, @Nullable Document bankStep) {
        var left = new Document(step);
        if (bankStep != null && bankStep.get("stepId", "").equals(step.get("stepId"))) {
            for (var part : List.of("title", "why", "cue", "criteria", "model", "practice")) {
                left.put(part, bankStep.get(part));
            }
        } else {
            left.put("title", "A step whose words were erased");
            left.put("why", GONE);
            List.of("cue", "model", "practice").forEach(part -> left.put(part, ""));
            entries(left, "criteria").forEach(criterion -> criterion.put("text", GONE));
        }
        left.remove("evidenceNoteId");
        return left;
    }

    private static void onlyKnownCriteria(Document round, @Nullable Document bankStep) {
        if (bankStep == null) {
            return;
        }
        var known = entries(bankStep, "criteria")
            .stream()
            .map(criterion -> criterion.get("_id"))
            .collect(Collectors.toSet());
        round.put(
            "criteriaSeen",
            round
                .getList("criteriaSeen", String.class, List.of())
                .stream()
                .filter(known::contains)
                .collect(Collectors.toCollection(ArrayList::new))
        );
    }
}
