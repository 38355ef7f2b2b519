package org.coachbench.mydata;

import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Somebody looked into coaching of the person, or was let to. */
record Look(String at, String personId, String what, String cycleId) {
    static Stream<Look> in(Kind kind, Document given, Asker asker) {
        return switch (kind.collection()) {
            case "tutor_visits" -> visit(given, asker);
            case "cycle_events" -> event(given, asker);
            case "data_taken" -> taken(given, asker);
            default -> Stream.empty();
        };
    }

    private static Stream<Look> visit(Document visit, Asker asker) {
        if (asker.is(visit.get("tutorId"))) {
            return Stream.empty();
        }
        var what = "SESSION".equals(visit.get("kind"))
            ? "Looked into the running session as induction tutor"
            : "Looked into the coaching log as induction tutor";
        return Stream.of(look(visit.get("visitedAt"), visit.get("tutorId"), what, visit.get("cycleId")));
    }

    private static Stream<Look> taken(Document taken, Asker asker) {
        return asker.is(taken.get("personId"))
            ? Stream.of(look(taken.get("at"), taken.get("by"), "Took what is held about you, for your school", ""))
            : Stream.empty();
    }

    private static Stream<Look> event(Document logged, Asker asker) {
        var event = logged.get("event", new Document());
        var header = event.get("header", new Document());
        if (!asker.cycles().containsKey(header.getString("cycleId"))) {
            return Stream.empty();
        }
        var by = header.get("personId");
        return switch (String.valueOf(event.get("type"))) {
            case "SharedWithCoach" -> Stream.of(
                look(header.get("at"), event.get("coachId"), "Was given the session to review", header.get("cycleId"))
            );
            case "SessionReviewed" -> Stream.of(
                look(header.get("at"), by, "Said that they have reviewed the session", header.get("cycleId"))
            );
            case "CoachAccessEnded" -> Stream.of(
                look(header.get("at"), by, "Ended the coach’s access to the session", header.get("cycleId"))
            );
            default -> Stream.empty();
        };
    }

    private static Look look(@Nullable Object at, @Nullable Object personId, String what, @Nullable Object cycleId) {
        return new Look(String.valueOf(at), String.valueOf(personId), what, String.valueOf(cycleId));
    }
}
