/** People, schools, and what people are to each other over dates. */
@NullMarked
package org.coachbench.people;

import org.jspecify.annotations.NullMarked;
