/** What tutors see and do to keep the programme going: what is due, who was visited, what took place. */
@NullMarked
package org.coachbench.oversight;

import org.jspecify.annotations.NullMarked;
