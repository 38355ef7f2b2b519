/** Coachbench: one package a module; what other modules may use is in the module's top package. */
@NullMarked
package org.coachbench;

import org.jspecify.annotations.NullMarked;
