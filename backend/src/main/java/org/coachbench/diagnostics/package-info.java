/**
 * Diagnostics: what ECTs say of themselves and what they recall, in a few minutes, for choosing a step and an example. It
 * describes and never grades: no figure here says how well somebody does.
 */
@NullMarked
package org.coachbench.diagnostics;

import org.jspecify.annotations.NullMarked;
