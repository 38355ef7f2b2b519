/** What every feature's part of the GraphQL API shares: scalars, problems, error codes, limits, nodes. */
@NullMarked
package org.coachbench.api;

import org.jspecify.annotations.NullMarked;
