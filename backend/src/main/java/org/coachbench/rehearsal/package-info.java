/**
 * Rehearsal: a mentor goes through an invented lesson and meeting by the rules of a real coaching cycle. It touches nobody's
 * coaching, counts in no figure, and is read by this mentor alone.
 */
@NullMarked
package org.coachbench.rehearsal;

import org.jspecify.annotations.NullMarked;
