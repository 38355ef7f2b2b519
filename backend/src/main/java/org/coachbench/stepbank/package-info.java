/** Banks of action steps: the shipped content and how it is found. */
@NullMarked
package org.coachbench.stepbank;

import org.jspecify.annotations.NullMarked;
