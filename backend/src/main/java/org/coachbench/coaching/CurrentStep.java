package org.coachbench.coaching;

/** What an ECT works on, and the cycle it comes from. */
record CurrentStep(ChosenStep step, CoachingCycle cycle) {}
