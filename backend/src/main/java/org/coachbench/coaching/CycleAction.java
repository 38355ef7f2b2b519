package org.coachbench.coaching;

/** What a viewer may do with a cycle at this moment. */
enum CycleAction {
    OBSERVE,
    CHOOSE_STEP,
    PLAN_SESSION,
    SCHEDULE_SESSION,
    SHARE,
    START_SESSION,
    RUN_SESSION,
    GIVE_FEEDBACK,
    AGREE_FOLLOW_UP,
    CLOSE,
    CANCEL,
    REFLECT,
    REVIEW_STEP,
    COMMENT,
    SHARE_WITH_COACH,
    END_COACH_ACCESS,
    MARK_REVIEWED,
}
