package org.coachbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coachbench.coaching.CycleEvent;
import org.coachbench.coaching.CycleEvent.Header;
import org.coachbench.coaching.CycleEvent.NoteEdited;
import org.coachbench.coaching.MomentComment;
import org.coachbench.coaching.NoteKind;
import org.coachbench.coaching.Typist;
import org.coachbench.live.Replay.Moment;
import org.coachbench.live.Replay.NoteAtStart;
import org.coachbench.live.Replay.NoteBurst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replay tells of the shared notes. Everybody types at the end of a note, on one device. */
class MeetingNotesTests {

    private static final Instant START = Instant.parse("2026-09-14T14:00:00Z");

    private final List<CycleEvent> events = new ArrayList<>();
    private final Typist session = Typist.offline();

    /** Who typed at which second, and the bursts that come of it: who, from, until, and how many edits the note has by then. */
    @ParameterizedTest
    @CsvSource(
        textBlock = """
        maya@5,                                          maya 5-5 1
        maya@5 maya@14,                                  maya 5-14 2
        maya@5 maya@15,                                  maya 5-5 1; maya 15-15 2
        maya@5 eli@6,                                    maya 5-5 1; eli 6-6 2
        maya@5 eli@6 maya@7 eli@8,                       maya 5-7 3; eli 6-8 4
        maya@5 eli@8 maya@16,                            maya 5-5 1; eli 8-8 2; maya 16-16 3
        maya@0 maya@9 maya@18 maya@27 maya@29 maya@30,   maya 0-29 5; maya 30-30 6
        """
    )
    void typingIsGatheredIntoBursts(String typed, String bursts) {
        begin();
        for (var one : typed.split(" ", -1)) {
            var at = one.indexOf('@');
            type(NoteKind.SESSION, one.substring(0, at), Integer.parseInt(one.substring(at + 1)));
        }
        assertThat(
            replay()
                .noteBursts()
                .stream()
                .map(burst -> told(burst, burst.text().length()))
                .collect(Collectors.joining("; "))
        ).isEqualTo(bursts);
    }

    @Test
    void eachNoteHasBurstsOfItsOwn() {
        begin();
        var plan = Typist.offline();
        events.add(new NoteEdited(header("maya", 5), NoteKind.PLAN, plan.type(0, "plan")));
        type(NoteKind.SESSION, "maya", 6);
        events.add(new NoteEdited(header("maya", 7), NoteKind.PLAN, plan.type(4, "ned")));
        assertThat(replay().noteBursts()).containsExactly(
            new NoteBurst(NoteKind.SESSION, "maya", 6, 6, 3, "x"),
            new NoteBurst(NoteKind.PLAN, "maya", 5, 7, 4, "planned")
        );
    }

    @Test
    void whatWasTypedBeforeTheMeetingIsWhereItBegins() {
        type(NoteKind.SESSION, "maya", -60);
        type(NoteKind.SESSION, "eli", -50);
        begin();
        type(NoteKind.SESSION, "eli", 5);
        assertThat(replay().notesAtStart()).containsExactly(
            new NoteAtStart(NoteKind.OBSERVATION, ""),
            new NoteAtStart(NoteKind.PLAN, ""),
            new NoteAtStart(NoteKind.SESSION, "xx"),
            new NoteAtStart(NoteKind.PRACTICE, "")
        );
        assertThat(replay().noteBursts()).containsExactly(new NoteBurst(NoteKind.SESSION, "eli", 5, 5, 4, "xxx"));
    }

    @Test
    void typingAfterTheEndAndCommentsAreNoPartOfTheMeeting() {
        begin();
        type(NoteKind.SESSION, "maya", 5);
        var header = header("eli", 6);
        events.add(new CycleEvent.MomentCommented(header, new MomentComment("c", 1, "eli", header.at(), "Here.")));
        events.add(new CycleEvent.SessionEnded(header("maya", 7)));
        type(NoteKind.SESSION, "maya", 8);
        assertThat(replay().noteBursts()).extracting(NoteBurst::text).containsExactly("x");
        assertThat(replay().moments()).extracting(Moment::kind).containsExactly("SessionStarted", "SessionEnded");
    }

    @Test
    void aMeetingThatRunsEndsNotWithWhatWasTypedLast() {
        begin();
        type(NoteKind.SESSION, "maya", 5);
        assertThat(replay().endedAt()).isNull();
        assertThat(replay().totalSeconds()).isEqualTo(9000);
    }

    @Test
    void ofManyBurstsTheFirstFiveHundredAreTold() {
        begin();
        IntStream.range(0, 510).forEach(i -> type(NoteKind.SESSION, "maya", 10 * i));
        assertThat(replay().noteBursts()).hasSize(500);
        assertThat(replay().noteBursts().getLast().text()).hasSize(500);
    }

    private void begin() {
        events.add(new CycleEvent.SessionStarted(header("maya", 0)));
    }

    private void type(NoteKind kind, String person, int second) {
        events.add(new NoteEdited(header(person, second), kind, session.type(session.text().length(), "x")));
    }

    private Replay replay() {
        return Meeting.of(events, START.plusSeconds(9000)).orElseThrow().replay();
    }

    private static String told(NoteBurst burst, int edits) {
        return "%s %d-%d %d".formatted(burst.personId(), burst.secondsIn(), burst.untilSecondsIn(), edits);
    }

    private Header header(String person, int second) {
        return new Header("cycle_1", events.size() + 1, START.plusSeconds(second), person);
    }
}
