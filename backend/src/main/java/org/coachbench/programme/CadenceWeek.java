package org.coachbench.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school week of an ECT, named by its Monday.
 *
 * @param rhythm what held in it; null when it is not counted
 * @param coaching meetings for instructional coaching
 * @param pastoral pastoral meetings
 */
public record CadenceWeek(
    LocalDate monday,
    WeekState state,
    @Nullable MeetingRhythm rhythm,
    int coaching,
    int pastoral
) {}
