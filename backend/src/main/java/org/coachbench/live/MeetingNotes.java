package org.coachbench.live;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.coaching.CycleEvent.NoteEdited;
import org.coachbench.coaching.MergingText;
import org.coachbench.coaching.NoteKind;
import org.coachbench.live.Replay.NoteAtStart;
import org.coachbench.live.Replay.NoteBurst;

/**
 * The shared notes during a meeting: what stood in them when it began, and who typed in which of them when. Letters are
 * too small to be told one by one, so they are gathered into bursts.
 */
final class MeetingNotes {

    private static final int MOST_BURSTS = 500;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** A longer one is cut, so that the note can be read as it grew. */
    private static final Duration LONGEST_BURST = Duration.ofSeconds(30);

    private final Instant startedAt;
    private final List<NoteAtStart> atStart = new ArrayList<>();
    private final List<NoteBurst> bursts = new ArrayList<>();

    /** Of all typing in the notes of a cycle until the meeting ended, in order. */
    MeetingNotes(Instant startedAt, List<NoteEdited> before, List<NoteEdited> during) {
        this.startedAt = startedAt;
        for (var kind : NoteKind.values()) {
            var note = new MergingText("", MergingText.EMPTY).with(changes(of(kind, before)));
            atStart.add(new NoteAtStart(kind, note.text()));
            addBursts(note, of(kind, during));
        }
        bursts.sort(comparingInt(NoteBurst::sequence));
    }

    List<NoteAtStart> atStart() {
        return atStart;
    }

    /** In the order in which they ended. */
    List<NoteBurst> bursts() {
        return bursts.stream().limit(MOST_BURSTS).toList();
    }

    private void addBursts(MergingText atStart, List<NoteEdited> edits) {
        var byLast = bursts(edits).collect(toMap(Typing::last, identity()));
        var note = atStart;
        var typed = new ArrayList<String>();
        for (var edit : edits) {
            typed.add(edit.changes());
            var burst = byLast.get(edit);
            if (burst != null) {
                note = note.with(typed);
                typed.clear();
                bursts.add(burst.told(startedAt, note.text()));
            }
        }
    }

    /** While one person types, the other may type in the same note. */
    private static Stream<Typing> bursts(List<NoteEdited> edits) {
        var over = new ArrayList<Typing>();
        var running = new HashMap<String, Typing>();
        for (var edit : edits) {
            var before = running.get(edit.personId());
            if (before != null && before.goesOnWith(edit)) {
                running.put(edit.personId(), new Typing(before.first(), edit));
                continue;
            }
            if (before != null) {
                over.add(before);
            }
            running.put(edit.personId(), new Typing(edit, edit));
        }
        return Stream.concat(over.stream(), running.values().stream());
    }

    private record Typing(NoteEdited first, NoteEdited last) {
        boolean goesOnWith(NoteEdited next) {
            return isShort(last, next, PAUSE) && isShort(first, next, LONGEST_BURST);
        }

        private static boolean isShort(NoteEdited from, NoteEdited to, Duration limit) {
            return Duration.between(from.at(), to.at()).compareTo(limit) < 0;
        }

        NoteBurst told(Instant startedAt, String text) {
            return new NoteBurst(
                last.kind(),
                last.personId(),
                Replay.secondsIn(startedAt, first.at()),
                Replay.secondsIn(startedAt, last.at()),
                last.sequence(),
                text
            );
        }
    }

    private static List<NoteEdited> of(NoteKind kind, List<NoteEdited> edits) {
        return edits
            .stream()
            .filter(edit -> edit.kind() == kind)
            .toList();
    }

    private static List<String> changes(List<NoteEdited> edits) {
        return edits.stream().map(NoteEdited::changes).toList();
    }
}
