package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coachbench.coaching.CoachingCycle;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.Phase;
import org.coachbench.coaching.ScheduledSessions.CalendarSession;
import org.coachbench.mail.Letter;
import org.coachbench.mail.Letters;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters that put a session into calendars, move it there or take it out. */
@Component
class SessionLetters {

    private final Letters letters;
    private final NoticeSettingsStore settings;
    private final SessionInvitation invitation;
    private final People people;
    private final Clock clock;

    SessionLetters(
        Letters letters,
        NoticeSettingsStore settings,
        SessionInvitation invitation,
        People people,
        Clock clock
    ) {
        this.letters = letters;
        this.settings = settings;
        this.invitation = invitation;
        this.people = people;
        this.clock = clock;
    }

    /** Whoever plans is not told of it, but has a calendar too; they are at work, so it goes at once. */
    void toWhoeverPlans(CycleEvent event, CoachingCycle cycle) {
        var kind = kind(event, cycle);
        var scheduled = event instanceof CycleEvent.SessionScheduled(_, var planned) ? planned : cycle.scheduled();
        if (kind == null || scheduled == null || !scheduled.startsAt().isAfter(event.at())) {
            return;
        }
        var chosen = settings.of(List.of(cycle.mentorId())).get(cycle.mentorId());
        if (chosen == null || chosen.choice(kind) == MailChoice.NONE) {
            return;
        }
        var names = people.findAllById(Set.of(cycle.ectId())).stream().collect(toMap(Person::id, Person::name));
        var with = NoticeWords.firstNames(names).getOrDefault(cycle.ectId(), "");
        var text = NoticeWords.ownSession(kind, with, scheduled.startsAt());
        letters.put(letter(id(event), cycle.mentorId(), text, cycle, cycle.phase() == Phase.CANCELLED));
    }

    /** The same for the same event; administrators see it when the letter cannot be sent, so it says nothing. */
    private static String id(CycleEvent event) {
        var key = "%s %d".formatted(event.cycleId(), event.sequence());
        return "letter_" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable NoticeKind kind(CycleEvent event, CoachingCycle cycle) {
        return switch (event) {
            case CycleEvent.SessionScheduled(_, var scheduled) -> scheduled.moves() == 0
                ? NoticeKind.SESSION_PLANNED
                : NoticeKind.SESSION_MOVED;
            case CycleEvent.CycleCancelled _ -> cycle.session() == null ? NoticeKind.SESSION_CANCELLED : null;
            default -> null;
        };
    }

    /** None when the session is not what the notice says any more: a later notice tells. */
    void toWhoeverIsTold(String id, Notice notice, CoachingCycle cycle, Map<String, String> firstNames) {
        var scheduled = cycle.scheduled();
        var stands =
            scheduled != null && scheduled.startsAt().equals(notice.about().startsAt()) && cycle.phase().isPreparing();
        var isOff = cycle.phase() == Phase.CANCELLED || notice.fact() == NoticeFact.SESSION_OFF;
        if (notice.fact() == NoticeFact.SESSION_CANCELLED || stands) {
            var text = NoticeWords.sentence(notice, firstNames);
            letters.put(letter(id, notice.toId(), text, cycle, isOff));
        }
    }

    private Letter letter(String id, String toId, String text, CoachingCycle cycle, boolean isOff) {
        var part = new Letter.Part(text, "/cycles/" + cycle.id(), "Open the cycle");
        var inCalendar = invitation.of(new CalendarSession(cycle, isOff), toId).orElse(null);
        return new Letter(id, toId, NoticeWords.subject(text), List.of(part), inCalendar, clock.instant());
    }
}
