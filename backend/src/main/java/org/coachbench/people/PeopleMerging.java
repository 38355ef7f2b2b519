package org.coachbench.people;

/**
 * Two records are about to become one. Whoever keeps something of the double under its id refuses with a
 * {@link org.coachbench.api.ProblemException}, or nobody would find it again.
 */
public record PeopleMerging(String keptId, String doubleId) {}
