package org.coachbench.api;

/**
 * Somebody is being erased, in this process or in another one: whoever keeps anything of theirs in memory lets go of it. It
 * may be told more than once.
 */
public record PersonErased(String personId) {}
