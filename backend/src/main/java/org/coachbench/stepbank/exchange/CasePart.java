package org.coachbench.stepbank.exchange;

import java.util.Arrays;
import java.util.Optional;

/** What an item of a CASE file is, by its item type, where we wrote it. */
enum CasePart {
    MODULE("Module"),
    STEP("Step"),
    WHY("Why"),
    CUE("Cue"),
    CRITERION("Success criterion"),
    MODEL("Model"),
    PRACTICE("Practice task"),
    COACH("Coach's part"),
    HARDER("Harder"),
    EASIER("Easier"),
    PITFALL("Pitfall"),
    PHRASING("Everyday phrasing");

    private final String itemType;

    CasePart(String itemType) {
        this.itemType = itemType;
    }

    String itemType() {
        return itemType;
    }

    static Optional<CasePart> of(String itemType) {
        return Arrays.stream(values())
            .filter(part -> part.itemType.equals(itemType))
            .findFirst();
    }

    /** Belongs to a step, and is none itself. */
    boolean isInStep() {
        return this != MODULE && this != STEP;
    }
}
