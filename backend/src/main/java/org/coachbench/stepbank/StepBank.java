package org.coachbench.stepbank;

import java.util.List;

/** A published set of steps for an audience, in the order of the programme's modules. */
record StepBank(String id, String title, Audience audience, String licence, List<Module> modules) {
    enum Audience {
        TEACHERS,
        MENTORS,
    }

    record Module(String id, String title, Strand strand, int theme, int stepCount) {}
}
