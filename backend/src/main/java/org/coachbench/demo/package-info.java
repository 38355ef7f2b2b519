/** People and coaching to try the service with; only with {@code coachbench.demo=true}. */
@NullMarked
package org.coachbench.demo;

import org.jspecify.annotations.NullMarked;
