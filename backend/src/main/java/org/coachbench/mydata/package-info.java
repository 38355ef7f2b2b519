/** All that is held about a person, for themself: found in the whole store, so that nothing new is forgotten. */
@NullMarked
package org.coachbench.mydata;

import org.jspecify.annotations.NullMarked;
