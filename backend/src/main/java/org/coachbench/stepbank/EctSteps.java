package org.coachbench.stepbank;

import java.util.Map;
import org.coachbench.access.Viewer;

/** How steps stand with an ECT: told by the module that keeps the cycles, which uses this one. */
public interface EctSteps {
    enum EctProgress {
        /** In no cycle so far. */
        NEW,
        WORKING_ON,
        EMBEDDED,
    }

    /** By id, the steps of those cycles that the viewer may see; steps in none of them are left out. */
    Map<String, EctProgress> progress(Viewer viewer, String ectId);
}
