package org.coachbench;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only what the others offer in their top packages, and never in circles. */
class ModularityTests {

    @Test
    void modulesKeepToTheirBoundaries() {
        ApplicationModules.of(Coachbench.class).verify();
    }
}
