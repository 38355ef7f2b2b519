/** Accounts, passwords and sessions: how a person becomes the viewer. */
@NullMarked
package org.coachbench.signin;

import org.jspecify.annotations.NullMarked;
