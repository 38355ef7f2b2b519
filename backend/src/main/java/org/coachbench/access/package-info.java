/** Sign-in, and who may see and do what: one policy, one table. */
@NullMarked
package org.coachbench.access;

import org.jspecify.annotations.NullMarked;
