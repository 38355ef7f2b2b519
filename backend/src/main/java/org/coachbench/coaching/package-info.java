/** Coaching cycles: observe, step, practice, feedback; the ECT's current step and history. */
@NullMarked
package org.coachbench.coaching;

import org.jspecify.annotations.NullMarked;
