package org.coachbench.coaching;

import org.coachbench.coaching.CycleEvent.NoteEdited;
import org.coachbench.coaching.CycleEvent.ReflectionWritten;

/** Which events of a cycle somebody gets to hear. */
public enum Hearing {
    /** As one of the pair. */
    ALL,
    /** As the coach who reviews it: all but the ECT's private words. */
    SHARED_SESSION,
    /** As a visiting tutor: what tells nothing but its log entry. */
    LOG;

    public boolean hears(CycleEvent event) {
        return switch (this) {
            case ALL -> true;
            case SHARED_SESSION -> !isPrivateToEct(event);
            case LOG -> event.isOfLog();
        };
    }

    private static boolean isPrivateToEct(CycleEvent event) {
        return (
            event instanceof ReflectionWritten || (event instanceof NoteEdited edit && edit.kind() == NoteKind.PRACTICE)
        );
    }
}
