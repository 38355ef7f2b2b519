/** Following a cycle while it happens: its log of events, subscriptions, presence. */
@NullMarked
package org.coachbench.live;

import org.jspecify.annotations.NullMarked;
