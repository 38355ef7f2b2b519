package org.coachbench.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.coachbench.notify.Notice.About;
import org.coachbench.oversight.Message.MessageKind;
import org.coachbench.oversight.MessageSent;
import org.coachbench.oversight.Messages;
import org.coachbench.oversight.TutorVisits;
import org.coachbench.oversight.VisitChanged;
import org.coachbench.people.CoachPairings;
import org.coachbench.people.PairingChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who is told of what tutors do: whoever gets their nudge or praise, the pair whose coaching they looked into, a mentor and their coach. */
@Component
class TutorNotices {

    private static final Logger log = LoggerFactory.getLogger(TutorNotices.class);

    private final Notices notices;
    private final Messages messages;
    private final TutorVisits visits;
    private final CoachPairings pairings;

    TutorNotices(Notices notices, Messages messages, TutorVisits visits, CoachPairings pairings) {
        this.notices = notices;
        this.messages = messages;
        this.visits = visits;
        this.pairings = pairings;
    }

    @EventListener
    void sent(MessageSent message) {
        tellNowOrAtTheSweep(() -> of(message));
    }

    @EventListener
    void changed(VisitChanged visit) {
        tellNowOrAtTheSweep(() -> of(visit));
    }

    @EventListener
    void changed(PairingChanged pairing) {
        tellNowOrAtTheSweep(() -> of(pairing));
    }

    /** What the tutor did is done, whether it can be told of at this moment or not. */
    private void tellNowOrAtTheSweep(Supplier<List<Notice>> made) {
        try {
            notices.tell(made.get());
        } catch (DataAccessException e) {
            log.warn("Told at the next sweep: {}", e.toString());
        }
    }

    /** Tells what a killed process or a lost store connection left untold. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5M")
    void sweep() {
        var then = Instant.now().minus(Notices.NEWS);
        var all = Stream.of(
            messages
                .sentSince(then)
                .stream()
                .flatMap(message -> of(message).stream()),
            visits
                .changedSince(then)
                .stream()
                .flatMap(visit -> of(visit).stream()),
            pairings
                .changedSince(then)
                .stream()
                .flatMap(pairing -> of(pairing).stream())
        )
            .flatMap(facts -> facts)
            .toList();
        notices.tell(notices.untold(all));
    }

    private static List<Notice> of(MessageSent message) {
        var fact = message.kind() == MessageKind.NUDGE ? NoticeFact.NUDGED : NoticeFact.PRAISED;
        return List.of(
            Notice.of(
                fact,
                message.messageId(),
                message.toId(),
                message.fromId(),
                About.screen("/messages"),
                message.sentAt()
            )
        );
    }

    /** Whoever arranged it knows. */
    private static List<Notice> of(PairingChanged pairing) {
        var ends = pairing.finishedOn();
        var key = pairing.pairingId() + (ends == null ? "_start" : "_end_" + ends);
        var day = ends == null ? pairing.startedOn() : ends;
        var toMentor = ends == null ? NoticeFact.COACH_PAIRED : NoticeFact.PAIRING_ENDS;
        var toCoach = ends == null ? NoticeFact.MENTOR_PAIRED : NoticeFact.PAIRING_ENDS;
        return Stream.of(
            Notice.of(
                toMentor,
                key,
                pairing.mentorId(),
                pairing.by(),
                About.pairing(pairing.coachId(), day),
                pairing.at()
            ),
            Notice.of(
                toCoach,
                key,
                pairing.coachId(),
                pairing.by(),
                About.pairing(pairing.mentorId(), day),
                pairing.at()
            )
        )
            .filter(notice -> !notice.toId().equals(pairing.by()))
            .toList();
    }

    /** The words are between the tutor and the mentor, so that the ECT hears of the look alone. */
    private static List<Notice> of(VisitChanged visit) {
        var found = new ArrayList<Notice>();
        var looks = About.screen("/visits");
        for (var personId : List.of(visit.mentorId(), visit.ectId())) {
            found.add(
                Notice.of(NoticeFact.TUTOR_LOOKED, visit.visitId(), personId, visit.tutorId(), looks, visit.visitedAt())
            );
        }
        if (visit.feedbackAt() != null) {
            var key = visit.visitId() + "_feedback";
            found.add(
                Notice.of(NoticeFact.VISIT_FEEDBACK, key, visit.mentorId(), visit.tutorId(), looks, visit.feedbackAt())
            );
        }
        if (visit.answeredAt() != null) {
            var key = visit.visitId() + "_answer";
            found.add(
                Notice.of(NoticeFact.VISIT_ANSWERED, key, visit.tutorId(), visit.mentorId(), looks, visit.answeredAt())
            );
        }
        return found;
    }
}
