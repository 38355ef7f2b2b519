package org.coachbench.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.coaching.LogEntry;
import org.coachbench.demo.DemoTrust.Pace;
import org.coachbench.oversight.Concern.ConcernBody;
import org.coachbench.oversight.Concern.ConcernChannel;
import org.coachbench.oversight.Concern.ConcernTopic;
import org.coachbench.oversight.Concerns;
import org.coachbench.oversight.Concerns.CloseConcern;
import org.coachbench.oversight.Concerns.FollowUpConcern;
import org.coachbench.oversight.Concerns.RaiseConcern;
import org.coachbench.oversight.Concerns.RecordConcernTold;
import org.coachbench.oversight.Message;
import org.coachbench.oversight.Message.MessageAbout;
import org.coachbench.oversight.Message.MessageKind;
import org.coachbench.oversight.Messages;
import org.coachbench.oversight.Messages.MarkMessageSeen;
import org.coachbench.oversight.Messages.SendMessage;
import org.coachbench.oversight.TutorVisits;
import org.coachbench.oversight.TutorVisits.AnswerVisitFeedback;
import org.coachbench.oversight.TutorVisits.GiveVisitFeedback;
import org.coachbench.oversight.TutorVisits.VisitCycle;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.SchoolCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What the tutor of the demo trust wrote to people, is concerned about, and looked into. */
@Component
@ConditionalOnBooleanProperty("coachbench.demo")
final class DemoDesk {

    private static final LocalTime EVENING = LocalTime.of(17, 10);

    private final People people;
    private final Messages messages;
    private final Concerns concerns;
    private final TutorVisits visits;
    private final CoachingLogs logs;
    private final DemoClock clock;

    DemoDesk(
        People people,
        Messages messages,
        Concerns concerns,
        TutorVisits visits,
        CoachingLogs logs,
        DemoClock clock
    ) {
        this.people = people;
        this.messages = messages;
        this.concerns = concerns;
        this.visits = visits;
        this.logs = logs;
        this.clock = clock;
    }

    /** @param ects one of each pace */
    void record(Viewer tutor, Map<Pace, Person> ects) {
        var weekly = requireNonNull(ects.get(Pace.WEEKLY));
        var eli = demoPerson("eli");
        attempt("nudge to a mentor", () ->
            send(tutor, mentorId(requireNonNull(ects.get(Pace.LAPSED))), MessageKind.NUDGE, MessageAbout.COACHING)
        );
        attempt("nudge to an ECT", () -> send(tutor, demoPerson("priya").id(), MessageKind.NUDGE, MessageAbout.EVENT));
        attempt("praise", () -> send(tutor, mentorId(eli), MessageKind.PRAISE, MessageAbout.COACHING));
        attempt("praise and visits", () -> {
            var mentor = new Viewer(mentorId(weekly), false);
            var praise = send(tutor, mentor.personId(), MessageKind.PRAISE, MessageAbout.COACHING);
            messages.markSeen(mentor, new MarkMessageSeen(praise.id(), "demo"));
            // Its day stays that of the first recording.
            var day = SchoolDay.of(praise.sentAt());
            visit(
                tutor,
                weekly,
                day,
                """
                Thank you for letting me look in. The practice was close to the real lesson, and your feedback named what \
                was seen. Something to try next: let the second rehearsal follow at once, while the feedback is fresh.""",
                "Thank you, that helps. I will keep the model shorter next week, so that there is time for it."
            );
            visit(
                tutor,
                eli,
                day,
                """
                It was good to see how clear the step was to you both. One thought: ask first what was noticed in the \
                model, before you say it yourself. I am glad to talk it through whenever it suits.""",
                null
            );
        });
        attempt("open concern", () -> raiseOpen(tutor, requireNonNull(ects.get(Pace.NEVER))));
        attempt("closed concern", () -> raiseAndClose(tutor, requireNonNull(ects.get(Pace.BREAK))));
    }

    private static void attempt(String what, Runnable recording) {
        DemoTrust.attempt("The tutor's " + what, recording);
    }

    private Person demoPerson(String name) {
        return people.findByEmail(name + "@demo.coachbench.org").orElseThrow();
    }

    private static String mentorId(Person ect) {
        return ect
            .mentorOn(SchoolDay.today())
            .orElseThrow(() -> Problem.notFound("mentor", "mentorId"))
            .mentorId();
    }

    private Message send(Viewer tutor, String toId, MessageKind kind, MessageAbout about) {
        var text = messages
            .templates(tutor, toId)
            .stream()
            .filter(template -> template.kind() == kind && template.about() == about)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("person at the school", "toId"))
            .text();
        var id = "demo %s %s".formatted(kind, toId);
        return ago(3, () -> messages.send(tutor, new SendMessage(toId, kind, about, text, false, id)));
    }

    private void visit(Viewer tutor, Person ect, LocalDate day, String feedback, @Nullable String answer) {
        lastMeeting(ect, day).ifPresent(meeting ->
            clock.at(DemoClock.on(day, EVENING), () -> {
                var visit = visits.visit(tutor, new VisitCycle(meeting.cycleId(), "demo"));
                visits.giveFeedback(tutor, new GiveVisitFeedback(visit.id(), feedback, "demo"));
                if (answer != null) {
                    var mentor = new Viewer(meeting.mentorId(), false);
                    visits.answerFeedback(mentor, new AnswerVisitFeedback(visit.id(), answer, "demo"));
                }
                return visit;
            })
        );
    }

    /** A later start may record what is of the same week, so that it must not count. */
    private Optional<LogEntry> lastMeeting(Person ect, LocalDate day) {
        return logs
            .of(List.of(ect.id()))
            .getOrDefault(ect.id(), List.of())
            .stream()
            .filter(entry -> entry.isMeeting() && SchoolDay.of(entry.startedAt()).isBefore(day.minusWeeks(1)))
            .max(Comparator.comparing(LogEntry::startedAt));
    }

    private void raiseOpen(Viewer tutor, Person ect) {
        var concern = ago(10, () ->
            concerns.raise(
                tutor,
                new RaiseConcern(
                    ect.id(),
                    ConcernTopic.NOT_ENGAGING,
                    schoolDaysAgo(20),
                    "The programme has not begun yet: there is no time off teaching on the timetable, and no coaching meeting so far.",
                    "demo open"
                )
            )
        );
        ago(8, () ->
            concerns.told(
                tutor,
                new RecordConcernTold(
                    concern.id(),
                    ConcernBody.APPROPRIATE_BODY,
                    ConcernChannel.EMAIL,
                    schoolDaysAgo(8),
                    "They suggest a first meeting with the mentor this half-term, and would like to hear how it goes.",
                    "demo"
                )
            )
        );
        ago(4, () ->
            concerns.followUp(
                tutor,
                new FollowUpConcern(
                    concern.id(),
                    schoolDaysAgo(4),
                    "A friendly talk with both of them. Cover for Thursday afternoons is being looked for.",
                    "demo"
                )
            )
        );
    }

    private void raiseAndClose(Viewer tutor, Person ect) {
        var concern = ago(25, () ->
            concerns.raise(
                tutor,
                new RaiseConcern(
                    ect.id(),
                    ConcernTopic.WORKLOAD,
                    schoolDaysAgo(30),
                    "The weeks are very full, and the time for the programme is often used for cover.",
                    "demo closed"
                )
            )
        );
        ago(16, () ->
            concerns.close(
                tutor,
                new CloseConcern(
                    concern.id(),
                    "We agreed a break from the programme together, and how to start again after it.",
                    "demo"
                )
            )
        );
    }

    private <T> T ago(int schoolDays, Supplier<T> done) {
        return clock.at(DemoClock.on(schoolDaysAgo(schoolDays), EVENING), done);
    }

    private static LocalDate schoolDaysAgo(int days) {
        return SchoolCalendar.USUAL.schoolDaysFrom(SchoolDay.today(), -days);
    }
}
