/** What induction tutors do to keep the programme going: visits to coaching, messages, concerns. */
@NullMarked
package org.coachbench.oversight;

import org.jspecify.annotations.NullMarked;
