package org.coachbench.diagnostics;

import java.util.List;
import org.coachbench.diagnostics.SuggestionFacts.Note;

/**
 * How much each reason counts: all there is to adjust. What was seen comes first, since a step answers to evidence;
 * then what was agreed and what is studied; what somebody says of themselves tips the balance.
 */
final class SuggestionWeights {

    /** A note of the newest drop-in, for the step that speaks most of it, and the two after it. */
    private static final List<Integer> NOTE = List.of(10, 7, 4);
    static final int NEAREST = NOTE.size();
    /** Older ones tell of lessons that a step was chosen for since. */
    static final int DROP_INS = 2;
    /** Three clear notes; a long drop-in does not drown everything else. */
    static final int MOST_FROM_NOTES = 30;
    /** As much as one clear note: it was agreed. */
    static final int REVISIT = 10;
    /** Less than a clear note, more than a faint one. */
    static final int MODULE_NOW = 8;
    /** The way to a step that a note speaks of, and that would come too soon. */
    static final int COMES_BEFORE = 8;
    static final int BUILDS_ON_EMBEDDED = 6;
    static final int MISSED = 4;
    /** A sequence is there to be followed unless the evidence is clear. */
    static final int BUILDS_ON_MISSING = -8;
    /** It will get its time. */
    static final int MODULE_TO_COME = -4;
    private static final int UNSURE_OF_MODULE = 3;
    private static final int UNSURE_OF_STRAND = 1;
    /** On the scale of 1 to 4 whoever says this or more is sure. */
    private static final int SURE = 3;

    private SuggestionWeights() {}

    /** @param place 0 for the step that speaks most of the note */
    static int note(Note note, int place) {
        return NOTE.get(place) / (note.dropInsAgo() + 1);
    }

    static int unsureOfModule(int sure) {
        return Math.max(0, SURE - sure) * UNSURE_OF_MODULE;
    }

    /** Less than of a module, which is nearer to a step. */
    static int unsureOfStrand(int sure) {
        return Math.max(0, SURE - sure) * UNSURE_OF_STRAND;
    }
}
