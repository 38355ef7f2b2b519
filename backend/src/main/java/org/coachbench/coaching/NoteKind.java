package org.coachbench.coaching;

import org.coachbench.access.AccessPolicy.Act;

/** What a shared note is for. */
public enum NoteKind {
    OBSERVATION,
    PLAN,
    SESSION,
    /** The ECT's own practice notes. */
    PRACTICE;

    /** What somebody must be allowed to do who reads it. */
    Act reading() {
        return this == PRACTICE ? Act.READ_REFLECTION : Act.READ_NOTES;
    }

    /** What somebody must be allowed to do who types in it. */
    Act typing() {
        return this == PRACTICE ? Act.REFLECT : Act.TYPE_NOTES;
    }
}
