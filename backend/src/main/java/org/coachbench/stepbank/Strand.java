package org.coachbench.stepbank;

/** The four strands of the programme. */
public enum Strand {
    BEHAVIOUR,
    INSTRUCTION,
    CURRICULUM_AND_ASSESSMENT,
    PROFESSIONAL_PRACTICE,
}
