package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbench.Staffroom;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.Typist;
import org.coachbench.diagnostics.Respondent;
import org.coachbench.oversight.Tutor;
import org.coachbench.pastoral.PastoralPair;
import org.coachbench.people.Clerk;
import org.coachbench.programme.EventDesk;
import org.coachbench.stepbank.Curator;
import tools.jackson.databind.JsonNode;

/** A mentor, an ECT, a tutor and a coach write in every place where they can, each in words that nobody else uses. */
final class WordsOfMany {

    final Staffroom staffroom;
    final Staffroom.Pair pair;
    final Colleague tutor;
    final Colleague coach;
    final TestClient administratorClient;
    final Clerk administrator;
    final String ofMentor = "Zqmentor" + id();
    final String ofEct = "Zqect" + id();
    final String ofTutor = "Zqtutor" + id();
    final String ofCoach = "Zqcoach" + id();
    final String closed;
    final String tailored;
    final String open;
    final String forMentor;
    final String visit;
    final String pairing;
    final String draft;
    final String calendar;

    WordsOfMany(Staffroom staffroom) {
        this.staffroom = staffroom;
        pair = staffroom.pair();
        tutor = staffroom.tutorOf(pair.school());
        coach = staffroom.colleague(false);
        administratorClient = staffroom.administrator().client();
        administrator = new Clerk(administratorClient);

        var mentor = new Coach(pair.mentor().client());
        closed = closedCycle(mentor);
        tailored = tailoredCycle(mentor);
        var desk = new Tutor(tutor.client());
        visit = desk.visit(closed);
        desk.giveFeedback(visit, ofTutor + "feedback");
        new Tutor(pair.mentor().client()).answerFeedback(visit, ofMentor + "answer");
        desk.nudge(pair.ect().id(), "%stoect, dear %s".formatted(ofTutor, pair.ect().person().name()));
        desk.nudge(pair.mentor().id(), "%stomentor about %s".formatted(ofTutor, pair.ect().person().name()));
        for (var person : List.of(pair.ect(), pair.mentor())) {
            var concern = desk.raise(person.id());
            desk.done(
                "followUpConcern",
                Map.of("concernId", concern, "on", Staffroom.today().toString(), "text", ofTutor + "concern")
            );
        }
        pairing = desk.pairWithCoach(pair.mentor().id(), coach.person().emailAddress());
        mentor.resume(closed);
        mentor.done("shareWithCoach", Map.of());
        forMentor = coachedByCoach();
        new PastoralPair(pair).held(ofMentor + "pastoral" + ofEct);
        events();
        answers();
        draft = steps();
        calendar = pair
            .ect()
            .client()
            .data(
                "mutation ($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) { path } }",
                Map.of("input", Map.of())
            )
            .at("/makeCalendarFeed/path")
            .asString();
        mentor.start(pair.ect().id());
        mentor.done("recordEvidence", Map.of("text", ofMentor + "unshared"));
        open = mentor.cycleId();
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static Map<String, Object> lesson(String words) {
        return Map.of("subject", words + "subject", "className", words + "class", "topic", words + "topic");
    }

    private String closedCycle(Coach mentor) {
        start(mentor, pair.ect().id(), ofMentor);
        plan(mentor, ofMentor);
        mentor.done("startSession", Map.of());
        mentor.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, ofMentor + "typed")));
        var ect = new Coach(pair.ect().client());
        ect.resume(mentor.cycleId());
        ect.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, ofEct + "typed")));
        var practice = "%spractice, said %s".formatted(ofEct, tutor.person().name());
        ect.done("editNote", Map.of("kind", "PRACTICE", "changes", Typist.offline().type(0, practice)));
        rounds(mentor, ofMentor);
        ect.mutate("writeReflection", Map.of("cycleId", mentor.cycleId(), "text", ofEct + "reflection"));
        ect.done("commentOnMoment", Map.of("sequence", 12, "text", ofEct + "comment"));
        mentor.done("commentOnMoment", Map.of("sequence", 12, "text", ofMentor + "comment"));
        return mentor.cycleId();
    }

    private static void start(Coach mentor, String ectId, String words) {
        var started = mentor.mutate("startCycle", Map.of("ectId", ectId, "lesson", lesson(words)));
        assertThat(started.get("problems")).isEmpty();
        mentor.resume(started.at("/cycle/id").asString());
        mentor.done("recordEvidence", Map.of("text", words + "evidence"));
        mentor.done("recordPraise", Map.of("text", words + "praise"));
    }

    private static void plan(Coach mentor, String words) {
        var own = Map.of(
            "title",
            words + "title",
            "why",
            words + "why",
            "cue",
            words + "cue",
            "criteria",
            List.of(words + "criterion"),
            "model",
            words + "model",
            "practice",
            words + "practice"
        );
        mentor.done("chooseStep", Map.of("own", own, "version", version(mentor)));
        planAndShare(mentor, words);
    }

    private static int version(Coach mentor) {
        return mentor.done("recordEvidence", Map.of("text", "Seen.")).get("version").asInt();
    }

    private static void planAndShare(Coach mentor, String words) {
        var sections = new ArrayList<Map<String, Object>>();
        for (var kind : List.of("PROBE", "PRACTICE_AND_FEEDBACK", "PRACTICE_AND_FEEDBACK")) {
            sections.add(Map.of("kind", kind, "title", words + "section", "minutes", 10, "notes", words + "notes"));
        }
        mentor.done("planSession", Map.of("sections", sections, "version", version(mentor)));
        mentor.done("shareCycle", Map.of());
    }

    private static void rounds(Coach mentor, String words) {
        JsonNode cycle = null;
        for (int i = 0; i < 2; i++) {
            cycle = mentor.done("logPracticeRound", Map.of("rehearsed", words + "rehearsed"));
            var round = cycle.get("rounds").get(i).get("id").asString();
            cycle = mentor.done("giveFeedback", Map.of("roundId", round, "text", words + "feedback"));
        }
        var today = Staffroom.today().toString();
        mentor.done(
            "agreeFollowUp",
            Map.of(
                "useOn",
                today,
                "where",
                words + "where",
                "nextDropInOn",
                today,
                "version",
                cycle.get("version").asInt()
            )
        );
        mentor.done("closeCycle", Map.of());
    }

    /** A step of the bank in the mentor's words, and why the cycle was given up. */
    private String tailoredCycle(Coach mentor) {
        start(mentor, pair.ect().id(), ofMentor);
        mentor.done("chooseStep", Map.of("stepId", "step_wait-three-seconds", "version", version(mentor)));
        mentor.done(
            "tailorStep",
            Map.of(
                "title",
                ofMentor + "tailored",
                "criteria",
                List.of(ofMentor + "tailored"),
                "model",
                ofMentor + "tailored",
                "practice",
                ofMentor + "tailored",
                "version",
                version(mentor)
            )
        );
        planAndShare(mentor, ofMentor);
        mentor.done("cancelCycle", Map.of("reason", ofMentor + "reason"));
        return mentor.cycleId();
    }

    private String coachedByCoach() {
        var reviewing = new Coach(coach.client());
        reviewing.resume(closed);
        reviewing.done("commentOnMoment", Map.of("sequence", 12, "text", ofCoach + "comment"));
        var started = reviewing.mutate(
            "startCoachingForMentors",
            Map.of("mentorId", pair.mentor().id(), "sessionId", closed)
        );
        reviewing.resume(started.at("/cycle/id").asString());
        reviewing.done("recordEvidence", Map.of("text", ofCoach + "evidence"));
        plan(reviewing, ofCoach);
        return reviewing.cycleId();
    }

    private void events() {
        var events = new EventDesk(tutor.client());
        var event = events.schedule("conference-1", Staffroom.today(), pair.school().id());
        events.record(event, List.of(), List.of(pair.ect().id()));
        events.done(
            "assignCatchUp",
            Map.of("personId", pair.ect().id(), "entryId", "conference-1", "content", ofTutor + "content")
        );
        var cancelled = events.schedule("clinic-1", Staffroom.today().plusDays(9), pair.school().id());
        events.done(
            "cancelTrainingEvent",
            Map.of("trainingEventId", cancelled, "reason", ofTutor + "reason", "clientMutationId", id())
        );
    }

    private void answers() {
        var ect = new Respondent(pair.ect());
        var line = ect
            .questions("reflection_retrieval")
            .stream()
            .filter(question -> question.get("kind").asString().equals("OPEN_LINE"))
            .findFirst()
            .orElseThrow();
        ect.said("reflection_retrieval", 1, line.get("id").asString(), ofEct + "line");
        for (var one : List.of(pair.ect(), pair.mentor())) {
            var isEct = one.equals(pair.ect());
            var halfTerms = new Clerk(one.client()).node(
                "... on Person { timetables { halfTerms { halfTerm { firstDay } } } }",
                one.id()
            );
            new Clerk(one.client()).done(
                "confirmTimetable",
                Map.of(
                    "personId",
                    one.id(),
                    "role",
                    isEct ? "ECT" : "MENTOR",
                    "halfTerm",
                    halfTerms.at("/timetables/0/halfTerms/0/halfTerm/firstDay").asString(),
                    "given",
                    "PARTLY",
                    "note",
                    (isEct ? ofEct : ofMentor) + "time"
                )
            );
        }
    }

    /** The id of a mentor's draft; the bank has a published step too, which is proposed. */
    private String steps() {
        var curator = new Curator(tutor.client());
        var bank = curator.open(pair.school().id());
        var published = curator.published(bank);
        curator.step("proposeStep", Map.of("stepId", published, "version", 1, "message", ofTutor + "message"));
        var content = Map.<String, Object>of("title", ofMentor + "draft", "why", ofMentor + "draft");
        return new Curator(pair.mentor().client())
            .step(
                "draftStep",
                Map.of(
                    "bankId",
                    bank,
                    "moduleId",
                    "module_formative-assessment",
                    "content",
                    content,
                    "clientMutationId",
                    id()
                )
            )
            .at("/step/id")
            .asString();
    }

    /** Both of the pair leave the school, and the coach goes on with somebody else. */
    void leave() {
        var yesterday = Staffroom.today().minusDays(1).toString();
        for (var one : List.of(pair.ect(), pair.mentor())) {
            administrator.done(
                "leaveSchool",
                Map.of(
                    "personId",
                    one.id(),
                    "schoolId",
                    pair.school().id(),
                    "role",
                    one.equals(pair.ect()) ? "ECT" : "MENTOR",
                    "finishedOn",
                    yesterday
                )
            );
        }
        administrator.done("endCoachPairing", Map.of("pairingId", pairing, "finishedOn", yesterday));
    }
}
