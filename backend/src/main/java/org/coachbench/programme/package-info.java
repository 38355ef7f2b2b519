/** School calendars, schedules and what is due when; the rules are pure and stand in Cadence and ProgrammeTime. */
@NullMarked
package org.coachbench.programme;

import org.jspecify.annotations.NullMarked;
