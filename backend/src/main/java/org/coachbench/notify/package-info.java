/** What tells people of what is before them: sessions to come, what they clash with, their calendar. */
@NullMarked
package org.coachbench.notify;

import org.jspecify.annotations.NullMarked;
