package org.coachbench.programme;

/** Where an event is attended. */
public enum TrainingEventFormat {
    IN_PERSON,
    VIRTUAL,
}
