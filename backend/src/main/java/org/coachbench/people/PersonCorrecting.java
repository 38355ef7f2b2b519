package org.coachbench.people;

import org.coachbench.access.Viewer;

/**
 * Somebody's record is about to be put right, or a password to be given anew. Whoever knows that the viewer must not do
 * that refuses with a {@link org.coachbench.api.ProblemException}.
 */
public record PersonCorrecting(Viewer viewer, String personId) {}
