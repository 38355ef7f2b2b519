package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.CycleEvent.Header;
import org.coachbench.coaching.Phase;
import org.coachbench.coaching.PracticeRound;
import org.coachbench.coaching.PracticeRound.Feedback;
import org.coachbench.coaching.SectionKind;
import org.coachbench.coaching.Session.SectionRun;
import org.coachbench.coaching.SessionPlan;
import org.coachbench.coaching.SessionPlan.PlannedSection;
import org.coachbench.coaching.StepOutcome;
import org.coachbench.live.Replay.Moment;
import org.coachbench.live.Replay.ReplayedRound;
import org.coachbench.live.Replay.ReplayedSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a replay tells of the events of a cycle. A meeting is written down as what happened at which second: a section
 * of the plan began, a rehearsal was logged ({@code log}) or got {@code feedback}, the meeting came to its {@code end}.
 */
class ReplayTests {

    private static final Instant START = Instant.parse("2026-09-14T14:00:00.700Z");
    private static final SessionPlan PLAN = new SessionPlan(
        List.of(
            new PlannedSection("praise", SectionKind.PRAISE_AND_REVIEW, "Praise", 10, ""),
            new PlannedSection("setup", SectionKind.SET_UP_PRACTICE, "Set up", 5, ""),
            new PlannedSection("first", SectionKind.PRACTICE_AND_FEEDBACK, "First round", 15, ""),
            new PlannedSection("second", SectionKind.PRACTICE_AND_FEEDBACK, "Second round", 15, "")
        ),
        45
    );

    @ParameterizedTest
    @CsvSource(
        textBlock = """
        # what happened,                                    now,  total, seconds of the sections,           practice, first
        praise@0,                                           0,    0,     praise 0,                          0,
        praise@0,                                           90,   90,    praise 90,                         0,
        praise@0 end@600,                                   9999, 600,   praise 600,                        0,
        praise@0 setup@300 first@480 end@1200,              9999, 1200,  praise 300 setup 180 first 720,    720,      480
        praise@0 first@300 second@900,                      1000, 1000,  praise 300 first 600 second 100,   700,      300
        praise@0 first@300 praise@400 first@500 end@510,    9999, 510,   praise 300 first 100 praise 100 first 10, 110, 300
        first@0 end@60,                                     9999, 60,    first 60,                          60,       0
        praise@0 log@120 feedback@180 end@200,              9999, 200,   praise 200,                        0,        120
        praise@0 log@120 feedback@180 first@200 end@260,    9999, 260,   praise 200 first 60,               60,       120
        praise@0 first@300 first@300 end@301,               9999, 301,   praise 300 first 0 first 1,        1,        300
        """
    )
    void timeIsCountedBySection(
        String happened,
        int now,
        int total,
        String seconds,
        int practice,
        Integer firstPractice
    ) {
        var replay = replay(happened, now);
        assertThat(replay.totalSeconds()).isEqualTo(total);
        assertThat(
            replay
                .sections()
                .stream()
                .map(section -> section.sectionId() + " " + section.seconds())
        ).containsExactly(seconds.split(" (?=[a-z])"));
        assertThat(replay.sections().stream().mapToInt(ReplayedSection::seconds).sum()).isEqualTo(total);
        assertThat(replay.practiceSeconds()).isEqualTo(practice);
        assertThat(replay.firstPracticeAt()).isEqualTo(firstPractice == null ? null : at(firstPractice));
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "59, 1", "60, 2", "1499, 25" })
    void aRoundStandsInItsMinuteOfTheMeeting(int second, int minute) {
        var round = replay("praise@0 log@" + second, 5000)
            .rounds()
            .getFirst();
        assertThat(round.minute()).isEqualTo(minute);
        assertThat(round.at()).isEqualTo(at(second));
    }

    @Test
    void partsOfSecondsAreNotLostBetweenSections() {
        var began = cycle("praise@0").subList(0, 3);
        var events = new ArrayList<>(began);
        for (int i = 1; i <= 4; i++) {
            var half = START.plusMillis(1500L * i);
            events.add(new CycleEvent.SectionStarted(header(events, half), run(i % 2 == 0 ? "praise" : "first", half)));
        }
        var replay = Meeting.of(events, START.plusMillis(7500)).orElseThrow().replay();
        assertThat(replay.totalSeconds()).isEqualTo(7);
        assertThat(replay.sections()).extracting(ReplayedSection::seconds).containsExactly(1, 2, 1, 2, 1);
    }

    @Test
    void aRunningMeetingHasASectionAndPerhapsARoundWithoutAnEnd() {
        var replay = replay("praise@0 first@300 log@400 feedback@450 log@500", 600);
        assertThat(replay.endedAt()).isNull();
        assertThat(replay.sections()).containsExactly(
            new ReplayedSection("praise", "Praise", SectionKind.PRAISE_AND_REVIEW, 10, at(0), at(300), 300),
            new ReplayedSection("first", "First round", SectionKind.PRACTICE_AND_FEEDBACK, 15, at(300), null, 300)
        );
        assertThat(replay.rounds()).containsExactly(
            new ReplayedRound(1, at(400), 7, "Rehearsal 1", "Slower.", at(450)),
            new ReplayedRound(2, at(500), 9, "Rehearsal 2", null, null)
        );
    }

    @Test
    void momentsRunFromTheStartOfTheMeetingToItsEnd() {
        var events = cycle("praise@0 first@300 log@400 feedback@450 end@600");
        events.add(new CycleEvent.PhaseChanged(header(events, at(600)), Phase.PRACTICE, Phase.CLOSED));
        events.add(new CycleEvent.StepReviewed(header(events, at(9000)), StepOutcome.EMBEDDED));
        var moments = Meeting.of(events, at(9999)).orElseThrow().replay().moments();
        assertThat(moments).containsExactly(
            new Moment(2, at(0), 0, "SessionStarted", "mentor", "The meeting began"),
            new Moment(3, at(0), 0, "SectionStarted", "mentor", "Began: Praise"),
            new Moment(4, at(300), 300, "SectionStarted", "mentor", "Began: First round"),
            new Moment(5, at(400), 400, "PracticeRoundLogged", "mentor", "Noted rehearsal 1"),
            new Moment(6, at(450), 450, "FeedbackGiven", "mentor", "Gave feedback on rehearsal 1"),
            new Moment(7, at(600), 600, "SessionEnded", "mentor", "The meeting ended")
        );
    }

    @Test
    void whatSomebodyWroteIsNotRepeatedInAMoment() {
        var events = cycle("praise@0");
        events.add(new CycleEvent.ReflectionWritten(header(events, at(60)), "I was nervous."));
        var moment = Meeting.of(events, at(70)).orElseThrow().replay().moments().getLast();
        assertThat(moment.text()).isEqualTo("Wrote a reflection");
    }

    @Test
    void aClockThatIsBehindTakesNoTimeAway() {
        var replay = replay("praise@0 first@5 second@4 end@9", 20);
        assertThat(replay.sections()).extracting(ReplayedSection::seconds).containsExactly(5, 0, 5);
        assertThat(replay("praise@0", -3).totalSeconds()).isZero();
    }

    @Test
    void theAgendaIsTheLastOneThatWasPlanned() {
        var older = new SessionPlan(List.of(new PlannedSection("old", SectionKind.PROBE, "Old", 5, "")), 45);
        var events = new ArrayList<CycleEvent>();
        events.add(new CycleEvent.SessionPlanned(header(events, START.minusSeconds(900)), older));
        events.addAll(cycle("praise@0"));
        assertThat(Meeting.of(events, at(1)).orElseThrow().replay().sections())
            .extracting(ReplayedSection::title)
            .containsExactly("Praise");
    }

    @Test
    void thereIsNothingToReplayBeforeTheSessionStarted() {
        assertThat(Meeting.of(List.of(), START)).isEmpty();
        assertThat(Meeting.of(cycle("praise@0").subList(0, 1), START)).isEmpty();
    }

    private static Replay replay(String happened, int now) {
        return Meeting.of(cycle(happened), at(now)).orElseThrow().replay();
    }

    private static List<CycleEvent> cycle(String happened) {
        var events = new ArrayList<CycleEvent>();
        events.add(new CycleEvent.SessionPlanned(header(events, START.minusSeconds(60)), PLAN));
        events.add(new CycleEvent.SessionStarted(header(events, START)));
        var rounds = new ArrayList<PracticeRound>();
        for (var one : happened.split(" ", -1)) {
            var at = at(Integer.parseInt(one.substring(one.indexOf('@') + 1)));
            var header = header(events, at);
            var what = one.substring(0, one.indexOf('@'));
            events.add(
                switch (what) {
                    case "log" -> {
                        var number = rounds.size() + 1;
                        rounds.add(new PracticeRound("r" + number, number, at, "Rehearsal " + number, List.of(), null));
                        yield new CycleEvent.PracticeRoundLogged(header, rounds.getLast());
                    }
                    case "feedback" -> {
                        var last = rounds.getLast();
                        var feedback = new Feedback("Slower.", at);
                        yield new CycleEvent.FeedbackGiven(
                            header,
                            new PracticeRound(
                                last.id(),
                                last.number(),
                                last.loggedAt(),
                                last.rehearsed(),
                                List.of(),
                                feedback
                            )
                        );
                    }
                    case "end" -> new CycleEvent.SessionEnded(header);
                    default -> new CycleEvent.SectionStarted(header, run(what, at));
                }
            );
        }
        return events;
    }

    private static SectionRun run(String sectionId, Instant at) {
        var minutes = PLAN.sections()
            .stream()
            .filter(section -> section.id().equals(sectionId))
            .findFirst()
            .orElseThrow()
            .minutes();
        return new SectionRun(sectionId, at, null, minutes);
    }

    private static Header header(List<CycleEvent> before, Instant at) {
        return new Header("cycle_1", before.size() + 1, at, "mentor");
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
