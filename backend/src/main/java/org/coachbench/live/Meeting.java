package org.coachbench.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.coaching.SectionKind.PRACTICE_AND_FEEDBACK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.CycleEvent.FeedbackGiven;
import org.coachbench.coaching.CycleEvent.NoteEdited;
import org.coachbench.coaching.CycleEvent.PracticeRoundLogged;
import org.coachbench.coaching.CycleEvent.SectionStarted;
import org.coachbench.coaching.CycleEvent.SessionEnded;
import org.coachbench.coaching.CycleEvent.SessionPlanned;
import org.coachbench.coaching.CycleEvent.SessionStarted;
import org.coachbench.coaching.PracticeRound;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.live.Replay.Moment;
import org.coachbench.live.Replay.ReplayedRound;
import org.coachbench.live.Replay.ReplayedSection;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a cycle from the start of its session to the end, and the agenda it was planned by. Times are
 * counted in whole seconds from the start, so that those of the sections add up to the whole.
 */
final class Meeting {

    private static final int MOST_MOMENTS = 1000;

    private final List<CycleEvent> events;
    private final Map<String, PlannedSection> agenda;
    private final MeetingNotes notes;
    private final Instant startedAt;
    private final @Nullable Instant endedAt;
    private final Instant until;

    private Meeting(
        List<CycleEvent> events,
        Map<String, PlannedSection> agenda,
        List<NoteEdited> typedBefore,
        List<NoteEdited> typed,
        Instant now
    ) {
        this.events = events;
        this.agenda = agenda;
        startedAt = events.getFirst().at();
        notes = new MeetingNotes(startedAt, typedBefore, typed);
        endedAt = events.getLast() instanceof SessionEnded ended ? ended.at() : null;
        until = endedAt == null ? now : endedAt;
    }

    /** Told from all events of a cycle, in order; empty before its session started. */
    static Optional<Meeting> of(List<CycleEvent> cycle, Instant now) {
        var agenda = Map.<String, PlannedSection>of();
        var meeting = new ArrayList<CycleEvent>();
        var typedBefore = new ArrayList<NoteEdited>();
        var typed = new ArrayList<NoteEdited>();
        for (var event : cycle) {
            if (event instanceof SessionPlanned planned) {
                agenda = planned.plan().sections().stream().collect(toMap(PlannedSection::id, identity()));
            }
            if (event instanceof NoteEdited edit) {
                (meeting.isEmpty() ? typedBefore : typed).add(edit);
            } else if (event instanceof SessionStarted || (!meeting.isEmpty() && event.isChange())) {
                meeting.add(event);
            }
            if (event instanceof SessionEnded) {
                break;
            }
        }
        return meeting.isEmpty()
            ? Optional.empty()
            : Optional.of(new Meeting(meeting, agenda, typedBefore, typed, now));
    }

    Replay replay() {
        var sections = sections();
        var practiceSeconds = sections
            .stream()
            .filter(section -> section.kind() == PRACTICE_AND_FEEDBACK)
            .mapToInt(ReplayedSection::seconds)
            .sum();
        return new Replay(
            startedAt,
            endedAt,
            secondsIn(until),
            sections,
            rounds(),
            practiceSeconds,
            firstPracticeAt(),
            moments(),
            notes.atStart(),
            notes.bursts()
        );
    }

    private List<ReplayedSection> sections() {
        var begun = events.stream().filter(SectionStarted.class::isInstance).map(SectionStarted.class::cast).toList();
        return IntStream.range(0, begun.size())
            .mapToObj(i -> section(begun.get(i), i + 1 < begun.size() ? begun.get(i + 1).at() : endedAt))
            .toList();
    }

    private ReplayedSection section(SectionStarted begun, @Nullable Instant end) {
        var planned = planned(begun);
        return new ReplayedSection(
            planned.id(),
            planned.title(),
            planned.kind(),
            begun.section().plannedMinutes(),
            begun.at(),
            end,
            Math.max(0, secondsIn(end == null ? until : end) - secondsIn(begun.at()))
        );
    }

    private List<ReplayedRound> rounds() {
        var latest = new TreeMap<Integer, PracticeRound>();
        for (var event : events) {
            switch (event) {
                case PracticeRoundLogged logged -> latest.put(logged.round().number(), logged.round());
                case FeedbackGiven given -> latest.put(given.round().number(), given.round());
                default -> {
                    // Nothing else tells of a round.
                }
            }
        }
        return latest.values().stream().map(this::round).toList();
    }

    private ReplayedRound round(PracticeRound round) {
        var feedback = round.feedback();
        return new ReplayedRound(
            round.number(),
            round.loggedAt(),
            secondsIn(round.loggedAt()) / 60 + 1,
            round.rehearsed(),
            feedback == null ? null : feedback.text(),
            feedback == null ? null : feedback.givenAt()
        );
    }

    private @Nullable Instant firstPracticeAt() {
        return events.stream().filter(this::isPractice).map(CycleEvent::at).findFirst().orElse(null);
    }

    private boolean isPractice(CycleEvent event) {
        return (
            event instanceof PracticeRoundLogged ||
            (event instanceof SectionStarted begun && planned(begun).kind() == PRACTICE_AND_FEEDBACK)
        );
    }

    private List<Moment> moments() {
        return events
            .stream()
            .limit(MOST_MOMENTS)
            .map(event ->
                new Moment(
                    event.sequence(),
                    event.at(),
                    secondsIn(event.at()),
                    event.getClass().getSimpleName(),
                    event.personId(),
                    inAFewWords(event)
                )
            )
            .toList();
    }

    private String inAFewWords(CycleEvent event) {
        return switch (event) {
            case SessionStarted _ -> "The meeting began";
            case SectionStarted begun -> "Began: " + planned(begun).title();
            case PracticeRoundLogged logged -> "Noted rehearsal " + logged.round().number();
            case FeedbackGiven given -> "Gave feedback on rehearsal " + given.round().number();
            case CycleEvent.FollowUpAgreed _ -> "Agreed the follow-up";
            case CycleEvent.ReflectionWritten _ -> "Wrote a reflection";
            case CycleEvent.PhaseChanged changed -> "On to " + changed.to().name().toLowerCase(Locale.ROOT);
            case SessionEnded _ -> "The meeting ended";
            case
                CycleEvent.CycleStarted _,
                CycleEvent.LessonDescribed _,
                CycleEvent.EvidenceRecorded _,
                CycleEvent.EvidenceRemoved _,
                CycleEvent.PraiseRecorded _,
                CycleEvent.StepChosen _,
                CycleEvent.StepTailored _,
                SessionPlanned _,
                CycleEvent.CycleShared _ -> "Changed the preparation";
            case CycleEvent.CycleCancelled _ -> "Gave the cycle up";
            case CycleEvent.StepReviewed _ -> "Said how the step stands";
            case
                NoteEdited _,
                CycleEvent.SessionScheduled _,
                CycleEvent.MomentCommented _,
                CycleEvent.SharedWithCoach _,
                CycleEvent.CoachAccessEnded _,
                CycleEvent.SessionReviewed _ -> throw new IllegalStateException("Told elsewhere");
        };
    }

    private PlannedSection planned(SectionStarted begun) {
        var section = agenda.get(begun.section().sectionId());
        if (section == null) {
            throw new IllegalStateException("A section began that was not planned: " + begun.section().sectionId());
        }
        return section;
    }

    private int secondsIn(Instant at) {
        return Replay.secondsIn(startedAt, at);
    }
}
