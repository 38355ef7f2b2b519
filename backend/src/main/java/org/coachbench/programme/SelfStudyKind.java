package org.coachbench.programme;

/** What there is to study on one's own. */
public enum SelfStudyKind {
    /** The opening of a year. */
    ORIENTATION,
    /** A module of the programme, for a fortnight. */
    MODULE,
    /** The question that looks back on a term. */
    RETRIEVAL,
}
