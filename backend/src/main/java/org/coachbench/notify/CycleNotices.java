package org.coachbench.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleAccess;
import org.coachbench.coaching.CycleAccess.Concerned;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.ScheduledSession;
import org.coachbench.live.EventsLogged;
import org.coachbench.notify.Notice.About;
import org.coachbench.people.SchoolDay;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is told of what happens in a cycle: never who did it, never whoever may not hear of it, and whoever is coached of
 * nothing before the cycle is shared. The events stay in the cycle's outbox until they are told: a crash loses none.
 */
@Component
class CycleNotices {

    private final CycleAccess access;
    private final Notices notices;
    private final SessionLetters letters;

    CycleNotices(CycleAccess access, Notices notices, SessionLetters letters) {
        this.access = access;
        this.notices = notices;
        this.letters = letters;
    }

    @EventListener
    void logged(EventsLogged logged) {
        var notable = logged
            .events()
            .stream()
            .filter(event -> isNotable(event) && Notices.isNews(event.at()))
            .toList();
        if (notable.isEmpty()) {
            return;
        }
        // Whoever erases a cycle in this moment leaves nobody to tell.
        access.concerned(logged.cycleId()).ifPresent(concerned -> tell(notable, concerned));
    }

    private void tell(List<CycleEvent> notable, Concerned concerned) {
        notices.tell(
            notable
                .stream()
                .flatMap(event -> of(event, concerned).stream())
                .filter(notice -> !notice.toId().equals(notice.fromId()))
                .toList()
        );
        notable.forEach(event -> letters.toWhoeverPlans(event, concerned.cycle()));
    }

    /** For the others the store is asked nothing. */
    private static boolean isNotable(CycleEvent event) {
        return switch (event) {
            case
                CycleEvent.CycleShared _,
                CycleEvent.SessionScheduled _,
                CycleEvent.CycleCancelled _,
                CycleEvent.FeedbackGiven _,
                CycleEvent.FollowUpAgreed _,
                CycleEvent.MomentCommented _,
                CycleEvent.SharedWithCoach _,
                CycleEvent.CoachAccessEnded _,
                CycleEvent.SessionReviewed _ -> true;
            case CycleEvent.ReflectionWritten written -> !written.text().isBlank();
            case
                CycleEvent.CycleStarted _,
                CycleEvent.LessonDescribed _,
                CycleEvent.EvidenceRecorded _,
                CycleEvent.EvidenceRemoved _,
                CycleEvent.PraiseRecorded _,
                CycleEvent.StepChosen _,
                CycleEvent.StepTailored _,
                CycleEvent.SessionPlanned _,
                CycleEvent.SessionStarted _,
                CycleEvent.SectionStarted _,
                CycleEvent.PracticeRoundLogged _,
                CycleEvent.PhaseChanged _,
                CycleEvent.SessionEnded _,
                CycleEvent.StepReviewed _,
                CycleEvent.NoteEdited _ -> false;
        };
    }

    private static List<Notice> of(CycleEvent event, Concerned concerned) {
        var cycle = concerned.cycle();
        var coached = cycle.ectId();
        var id = cycle.id();
        return switch (event) {
            case CycleEvent.CycleShared _ -> shared(event, concerned);
            case CycleEvent.SessionScheduled(_, var scheduled) -> isShared(cycle, event.at())
                ? told(List.of(coached), event, concerned, session(event, cycle, scheduled))
                : List.of();
            case CycleEvent.CycleCancelled _ -> cycle.session() == null && isShared(cycle, event.at())
                ? told(List.of(coached), event, concerned, cancelled(event, cycle))
                : List.of();
            // Once a meeting: they sit together while the rounds go on.
            case CycleEvent.FeedbackGiven _ -> told(
                List.of(coached),
                event,
                concerned,
                new Told(NoticeFact.FEEDBACK_GIVEN, id, About.cycle(id))
            );
            case CycleEvent.FollowUpAgreed(_, var followUp) -> told(
                List.of(coached),
                event,
                concerned,
                new Told(
                    NoticeFact.DROP_IN_AGREED,
                    id + "_" + followUp.nextDropInOn(),
                    About.dropIn(id, followUp.nextDropInOn())
                )
            );
            // Once a day: it is kept while it is written.
            case CycleEvent.ReflectionWritten _ -> told(
                List.of(cycle.mentorId()),
                event,
                concerned,
                new Told(NoticeFact.REFLECTION_WRITTEN, id + "_" + SchoolDay.of(event.at()), About.cycle(id))
            );
            case CycleEvent.MomentCommented _ -> told(
                concerned.hearing().keySet().stream().sorted().toList(),
                event,
                concerned,
                new Told(NoticeFact.MOMENT_COMMENTED, key(event), About.replay(id))
            );
            case CycleEvent.SessionReviewed _ -> told(
                List.of(cycle.mentorId()),
                event,
                concerned,
                new Told(NoticeFact.SESSION_REVIEWED, key(event), About.replay(id))
            );
            case CycleEvent.SharedWithCoach(_, var coachId) -> Stream.concat(
                told(
                    List.of(coachId),
                    event,
                    concerned,
                    new Told(NoticeFact.SESSION_TO_REVIEW, key(event), About.replay(id))
                ).stream(),
                told(
                    List.of(coached),
                    event,
                    concerned,
                    new Told(NoticeFact.COACH_GIVEN_ACCESS, key(event), About.coachOf(id, coachId))
                ).stream()
            ).toList();
            case CycleEvent.CoachAccessEnded _ -> accessEnded(event, concerned);
            default -> List.of();
        };
    }

    /** What is told; the same to all who are. */
    private record Told(NoticeFact fact, String key, About about) {}

    private static List<Notice> told(List<String> people, CycleEvent event, Concerned concerned, Told told) {
        return people
            .stream()
            .filter(personId -> concerned.hears(personId, event))
            .map(personId -> Notice.of(told.fact(), told.key(), personId, event.personId(), told.about(), event.at()))
            .toList();
    }

    /** With the step they learn when they meet, if that was said before. */
    private static List<Notice> shared(CycleEvent event, Concerned concerned) {
        var cycle = concerned.cycle();
        var coached = List.of(cycle.ectId());
        var found = new ArrayList<>(
            told(coached, event, concerned, new Told(NoticeFact.STEP_SHARED, cycle.id(), About.cycle(cycle.id())))
        );
        var scheduled = cycle.scheduled();
        if (scheduled != null && cycle.phase().isPreparing() && scheduled.startsAt().isAfter(event.at())) {
            found.addAll(told(coached, event, concerned, session(event, cycle, scheduled)));
        }
        return found;
    }

    /** Named by how often it was moved: when they learn of it twice, by the sharing and by the plan, it is one notice. */
    private static Told session(CycleEvent event, CoachingCycle cycle, ScheduledSession scheduled) {
        var isNew = scheduled.moves() == 0 || event instanceof CycleEvent.CycleShared;
        return new Told(
            isNew ? NoticeFact.SESSION_PLANNED : NoticeFact.SESSION_MOVED,
            cycle.id() + "_" + scheduled.moves(),
            About.session(cycle.id(), scheduled.startsAt())
        );
    }

    private static Told cancelled(CycleEvent event, CoachingCycle cycle) {
        var scheduled = cycle.scheduled();
        var toCome = scheduled != null && scheduled.startsAt().isAfter(event.at()) ? scheduled.startsAt() : null;
        return new Told(NoticeFact.SESSION_CANCELLED, cycle.id(), About.session(cycle.id(), toCome));
    }

    /** To those whose session it is; the coach may not read it any more. */
    private static List<Notice> accessEnded(CycleEvent event, Concerned concerned) {
        var cycle = concerned.cycle();
        var given = cycle.coachAccess();
        if (given == null) {
            return List.of();
        }
        return told(
            List.of(cycle.mentorId(), cycle.ectId()),
            event,
            concerned,
            new Told(NoticeFact.COACH_ACCESS_ENDED, key(event), About.coachOf(cycle.id(), given.coachId()))
        );
    }

    private static boolean isShared(CoachingCycle cycle, Instant at) {
        var since = cycle.sharedAt();
        return since != null && !since.isAfter(at);
    }

    private static String key(CycleEvent event) {
        return event.cycleId() + "_" + event.sequence();
    }
}
