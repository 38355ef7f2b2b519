package org.coachbench.people;

/** Two records are one; the double's goes next. It may be told again after a break in between. */
public record PeopleMerged(String keptId, String doubleId) {}
