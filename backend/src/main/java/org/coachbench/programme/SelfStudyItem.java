package org.coachbench.programme;

/**
 * Something to study on one's own.
 *
 * @param id of a module: as in the step banks
 */
public record SelfStudyItem(String id, String title, SelfStudyKind kind) {}
