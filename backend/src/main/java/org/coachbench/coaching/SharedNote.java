package org.coachbench.coaching;

import org.coachbench.api.Problem;

/**
 * A text in which several people type at the same time. The text stands beside the document that it is made from, so that
 * it can be read, searched and exported without knowing how it merges.
 */
public record SharedNote(NoteKind kind, String text, String document) {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int LONGEST_HISTORY = 2_000_000;

    static SharedNote empty(NoteKind kind) {
        return new SharedNote(kind, "", MergingText.EMPTY);
    }

    /** With what somebody typed; the same note when all of it is there already. */
    SharedNote merged(String changes) {
        var merged = MergingText.merge(document, changes);
        if (merged.text().length() > MOST_CHARACTERS) {
            throw Problem.invalid("A note holds 20,000 characters. Shorten it first.", "changes");
        }
        if (merged.document().length() > LONGEST_HISTORY) {
            throw Problem.invalid("This note was changed too often to take more. Go on in another one.", "changes");
        }
        return new SharedNote(kind, merged.text(), merged.document());
    }
}
