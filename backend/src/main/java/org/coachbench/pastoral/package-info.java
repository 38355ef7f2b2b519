/** Pastoral meetings: what is said in them stays between an ECT and their mentor, also from who runs the service. */
@NullMarked
package org.coachbench.pastoral;

import org.jspecify.annotations.NullMarked;
