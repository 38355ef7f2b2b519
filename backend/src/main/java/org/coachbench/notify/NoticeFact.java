package org.coachbench.notify;

/** What a notice tells. */
enum NoticeFact {
    STEP_SHARED(NoticeKind.STEP_SHARED),
    SESSION_PLANNED(NoticeKind.SESSION_PLANNED),
    SESSION_MOVED(NoticeKind.SESSION_MOVED),
    SESSION_CANCELLED(NoticeKind.SESSION_CANCELLED),
    /** To both: the one does not coach the other any more. */
    SESSION_OFF(NoticeKind.SESSION_CANCELLED),
    FEEDBACK_GIVEN(NoticeKind.FEEDBACK),
    VISIT_FEEDBACK(NoticeKind.FEEDBACK),
    VISIT_ANSWERED(NoticeKind.FEEDBACK),
    SESSION_REVIEWED(NoticeKind.FEEDBACK),
    REFLECTION_WRITTEN(NoticeKind.REFLECTION),
    MEETING_OVERDUE(NoticeKind.OVERDUE),
    NUDGED(NoticeKind.NUDGE),
    PRAISED(NoticeKind.PRAISE),
    MOMENT_COMMENTED(NoticeKind.COMMENT),
    DROP_IN_AGREED(NoticeKind.DROP_IN),
    /** To the coach. */
    SESSION_TO_REVIEW(NoticeKind.ACCESS),
    /** To whoever is coached: the mentor's coach may review the session. */
    COACH_GIVEN_ACCESS(NoticeKind.ACCESS),
    COACH_ACCESS_ENDED(NoticeKind.ACCESS),
    /** To the mentor. */
    COACH_PAIRED(NoticeKind.ACCESS),
    /** To the coach. */
    MENTOR_PAIRED(NoticeKind.ACCESS),
    PAIRING_ENDS(NoticeKind.ACCESS),
    TUTOR_LOOKED(NoticeKind.ACCESS);

    private final NoticeKind kind;

    NoticeFact(NoticeKind kind) {
        this.kind = kind;
    }

    NoticeKind kind() {
        return kind;
    }
}
