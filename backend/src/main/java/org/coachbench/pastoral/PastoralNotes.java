package org.coachbench.pastoral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a mentor and an ECT put down for, and in, a pastoral meeting. */
record PastoralNotes(
    @Size(max = 5, message = "Choose 5 topics at most.") List<String> topicIds,
    @Size(max = 2000, message = "Shorten this to 2,000 characters.") String plan,
    @Size(max = 5000, message = "Shorten this to 5,000 characters.") String notes,
    @Size(max = 10, message = "Agree on 10 actions at most.") List<@Valid AgreedAction> actions
) {
    record AgreedAction(
        @NotBlank(message = "Write what was agreed, or take it off.")
        @Size(max = 300, message = "Shorten this to 300 characters.")
        String text,
        boolean done
    ) {}

    static final PastoralNotes NONE = new PastoralNotes(List.of(), "", "", List.of());
}
