/** What induction tutors see and do to keep the programme going: what is due, visits, messages, concerns, figures. */
@NullMarked
package org.coachbench.oversight;

import org.jspecify.annotations.NullMarked;
