package org.coachbench.coaching;

import java.time.LocalDate;

/** When and where the step will be used, and when the mentor will look in. */
public record FollowUp(LocalDate useOn, String where, LocalDate nextDropInOn) {}
