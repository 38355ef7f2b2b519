/** The two stores: the embedded one, and MongoDB by {@code spring.mongodb.uri}. */
@NullMarked
package org.coachbench.store;

import org.jspecify.annotations.NullMarked;
