package org.coachbench.coaching;

import java.time.Instant;

/** What one of the pair says about a moment of the meeting: the event with this sequence number. */
public record MomentComment(String id, int sequence, String personId, Instant at, String text) {}
