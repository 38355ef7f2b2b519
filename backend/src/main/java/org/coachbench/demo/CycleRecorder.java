package org.coachbench.demo;

import static java.util.Objects.requireNonNull;
import static org.coachbench.coaching.SectionKind.FOLLOW_UP;
import static org.coachbench.coaching.SectionKind.PRACTICE_AND_FEEDBACK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleCommand;
import org.coachbench.coaching.CycleCommand.LessonInput;
import org.coachbench.coaching.CycleCommand.SectionInput;
import org.coachbench.coaching.CycleMutations;
import org.coachbench.coaching.StartCycle;
import org.coachbench.demo.RecordedCycle.FollowUp;
import org.coachbench.demo.RecordedCycle.Review;
import org.coachbench.demo.RecordedCycle.Round;
import org.coachbench.demo.RecordedCycle.Section;
import org.coachbench.demo.RecordedCycle.TailoredStep;
import org.coachbench.programme.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Does what a recorded cycle tells as the pair did it, each thing at its time. Everything has its mutation id, so that
 * doing it again after a start that was cut short goes on where that ended.
 */
final class CycleRecorder {

    private static final LocalTime AFTER_SCHOOL = LocalTime.of(15, 40);
    private static final LocalTime MEETING = LocalTime.of(15, 30);
    private static final LocalTime EVENING = LocalTime.of(17, 20);
    private static final int SCHOOL_DAYS_TO_MEETING = 3;

    private final CycleMutations mutations;
    private final DemoClock clock;
    private final Viewer mentor;
    private final Viewer ect;
    private final List<Integer> feedbackGiven = new ArrayList<>();
    private CoachingCycle cycle;
    private int done;

    private CycleRecorder(
        CycleMutations mutations,
        DemoClock clock,
        Viewer mentor,
        Viewer ect,
        RecordedCycle told,
        Instant from,
        String mutationId
    ) {
        this.mutations = mutations;
        this.clock = clock;
        this.mentor = mentor;
        this.ect = ect;
        var lesson = told.lesson();
        var start = new StartCycle(
            null,
            ect.personId(),
            new LessonInput(lesson.subject(), lesson.className(), lesson.topic()),
            null,
            mutationId
        );
        cycle = clock.at(from, () -> mutations.start(mentor, start));
    }

    /** The coach is null for a mentor who has none. */
    static void record(
        CycleMutations mutations,
        DemoClock clock,
        Viewer mentor,
        Viewer ect,
        @Nullable Viewer coach,
        RecordedCycle told,
        LocalDate day,
        String mutationId
    ) {
        var from = DemoClock.on(day, told.at());
        var recorder = new CycleRecorder(mutations, clock, mentor, ect, told, from, mutationId);
        var isOpen = told.rounds() == null;
        if (recorder.cycle.phase().isOver() || (isOpen && !recorder.cycle.phase().isPreparing())) {
            return;
        }
        recorder.observe(told, from);
        if (told.step() != null && told.agenda() != null) {
            recorder.prepare(told.step(), told.agenda(), DemoClock.on(day, AFTER_SCHOOL));
            if (isOpen) {
                recorder.schedule(DemoClock.on(day, EVENING), day);
            }
        }
        if (told.agenda() != null && told.rounds() != null && told.followUp() != null) {
            var meetingDay = SchoolCalendar.USUAL.schoolDaysFrom(day, 1);
            recorder.meet(told.agenda(), told.rounds(), told.followUp(), meetingDay);
            recorder.lookBack(told, told.followUp(), meetingDay);
            if (told.review() != null && coach != null) {
                var reviewDay = SchoolCalendar.USUAL.schoolDaysFrom(meetingDay, told.followUp().dropInIn());
                recorder.review(coach, told.review(), reviewDay);
            }
        }
    }

    private void observe(RecordedCycle told, Instant from) {
        var id = cycle.id();
        for (var seen : told.evidence()) {
            var at = from.plus(Duration.ofMinutes(seen.minute()));
            change(mentor, at, key -> new CycleCommand.RecordEvidence(id, seen.text(), null, null, key));
        }
        var end = from.plus(Duration.ofMinutes(15));
        for (var praise : told.praise()) {
            change(mentor, end, key -> new CycleCommand.RecordPraise(id, praise, null, key));
        }
    }

    private void prepare(TailoredStep tailored, List<Section> agenda, Instant from) {
        var id = cycle.id();
        var note = cycle
            .observation()
            .evidence()
            .get(tailored.answersTo() - 1)
            .id();
        change(mentor, from, key -> new CycleCommand.ChooseStep(id, tailored.id(), null, note, null, key));
        var step = requireNonNull(cycle.step());
        change(mentor, from.plusSeconds(340), key ->
            new CycleCommand.TailorStep(id, step.title(), tailored.criteria(), step.model(), step.practice(), null, key)
        );
        var sections = agenda
            .stream()
            .map(part ->
                new SectionInput(part.kind(), part.title(), part.minutes(), part.notes() == null ? "" : part.notes())
            )
            .toList();
        change(mentor, from.plusSeconds(900), key -> new CycleCommand.PlanSession(id, sections, null, key));
        change(mentor, from.plusSeconds(960), key -> new CycleCommand.ShareCycle(id, null, key));
    }

    /** Open cycles are of the last days: their session is to come. */
    private void schedule(Instant from, LocalDate day) {
        var id = cycle.id();
        var meeting = DemoClock.on(SchoolCalendar.USUAL.schoolDaysFrom(day, SCHOOL_DAYS_TO_MEETING), MEETING);
        change(mentor, from, key -> new CycleCommand.ScheduleSession(id, meeting, key));
    }

    private void meet(List<Section> agenda, List<Round> rounds, FollowUp followUp, LocalDate day) {
        var id = cycle.id();
        var at = DemoClock.on(day, MEETING);
        var practised = rounds.iterator();
        change(mentor, at, key -> new CycleCommand.StartSession(id, null, key));
        var sections = requireNonNull(cycle.plan()).sections();
        for (int i = 0; i < agenda.size(); i++) {
            if (i > 0) {
                var section = sections.get(i).id();
                change(mentor, at, key -> new CycleCommand.StartSection(id, section, null, key));
            }
            var took = Duration.ofSeconds(Math.round(60 * requireNonNull(agenda.get(i).took())));
            if (agenda.get(i).kind() == PRACTICE_AND_FEEDBACK) {
                rehearse(practised.next(), at.plus(took.dividedBy(2)), at.plus(took.multipliedBy(5).dividedBy(6)));
            }
            if (agenda.get(i).kind() == FOLLOW_UP) {
                var useOn = SchoolCalendar.USUAL.schoolDaysFrom(day, followUp.useIn());
                var dropInOn = SchoolCalendar.USUAL.schoolDaysFrom(day, followUp.dropInIn());
                change(mentor, at.plus(took.dividedBy(2)), key ->
                    new CycleCommand.AgreeFollowUp(id, useOn, followUp.where(), dropInOn, null, key)
                );
            }
            at = at.plus(took);
        }
        change(mentor, at, key -> new CycleCommand.CloseCycle(id, null, key));
    }

    private void rehearse(Round round, Instant loggedAt, Instant feedbackAt) {
        var id = cycle.id();
        var criteria = requireNonNull(cycle.step()).criteria();
        var seen = round
            .criteriaSeen()
            .stream()
            .map(place -> criteria.get(place).id())
            .toList();
        change(mentor, loggedAt, key -> new CycleCommand.LogPracticeRound(id, round.rehearsed(), seen, null, key));
        var logged = cycle.rounds().getLast().id();
        change(mentor, feedbackAt, key -> new CycleCommand.GiveFeedback(id, logged, round.feedback(), null, key));
        feedbackGiven.add(cycle.lastSequence());
    }

    private void review(Viewer coach, Review review, LocalDate day) {
        var id = cycle.id();
        var shared = DemoClock.on(day, EVENING);
        change(mentor, shared, key -> new CycleCommand.ShareWithCoach(id, key));
        for (var remark : review.remarks()) {
            var moment = feedbackGiven.get(remark.round() - 1);
            change(coach, shared.plusSeconds(1200), key ->
                new CycleCommand.CommentOnMoment(id, moment, remark.text(), key)
            );
        }
    }

    private void lookBack(RecordedCycle told, FollowUp followUp, LocalDate meetingDay) {
        var id = cycle.id();
        var reflection = told.reflection();
        if (reflection != null) {
            var at = DemoClock.on(SchoolCalendar.USUAL.schoolDaysFrom(meetingDay, followUp.useIn() + 1), EVENING);
            change(ect, at, key -> new CycleCommand.WriteReflection(id, reflection, null, key));
        }
        var outcome = told.outcome();
        if (outcome != null) {
            var at = DemoClock.on(SchoolCalendar.USUAL.schoolDaysFrom(meetingDay, followUp.dropInIn()), AFTER_SCHOOL);
            change(mentor, at, key -> new CycleCommand.ReviewStep(id, outcome, null, key));
        }
    }

    /** What would lie in the future has not been done yet. */
    private void change(Viewer who, Instant at, Function<String, CycleCommand> command) {
        done++;
        if (at.isBefore(Instant.now())) {
            cycle = clock.at(at, () -> mutations.change(who, command.apply("demo " + done)));
        }
    }
}
