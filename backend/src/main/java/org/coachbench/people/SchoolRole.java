package org.coachbench.people;

/** What somebody is at a school. */
public enum SchoolRole {
    ECT,
    MENTOR,
}
