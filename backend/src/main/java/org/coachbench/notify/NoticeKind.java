package org.coachbench.notify;

/** What notices are about, as people decide about e-mail. */
enum NoticeKind {
    STEP_SHARED(MailChoice.DIGEST),
    SESSION_PLANNED(MailChoice.AT_ONCE),
    SESSION_MOVED(MailChoice.AT_ONCE),
    SESSION_CANCELLED(MailChoice.AT_ONCE),
    FEEDBACK(MailChoice.DIGEST),
    REFLECTION(MailChoice.DIGEST),
    OVERDUE(MailChoice.DIGEST),
    NUDGE(MailChoice.AT_ONCE),
    PRAISE(MailChoice.AT_ONCE),
    COMMENT(MailChoice.DIGEST),
    DROP_IN(MailChoice.DIGEST),
    ACCESS(MailChoice.AT_ONCE);

    /** How they come by e-mail. */
    enum MailChoice {
        AT_ONCE,
        DIGEST,
        NONE,
    }

    private final MailChoice usual;

    NoticeKind(MailChoice usual) {
        this.usual = usual;
    }

    MailChoice usual() {
        return usual;
    }

    /** Of these a calendar takes note, so that each gets a letter of its own. */
    boolean isOfSession() {
        return this == SESSION_PLANNED || this == SESSION_MOVED || this == SESSION_CANCELLED;
    }
}
