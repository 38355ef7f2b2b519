package org.coachbench.programme;

import java.time.LocalDate;

/** That an ECT and their mentor met; nothing of what was said. */
public record Meeting(LocalDate on, MeetingKind kind) {}
