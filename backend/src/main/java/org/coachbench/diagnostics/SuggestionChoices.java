package org.coachbench.diagnostics;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How often a step was suggested and chosen, for those who look after banks. Nobody's name and no school is kept. */
@Document(SuggestionChoices.COLLECTION)
record SuggestionChoices(@Id String stepId, int suggestedFirst, int chosen, int chosenUnsuggested) {
    static final String COLLECTION = "suggestion_choices";

    static SuggestionChoices none(String stepId) {
        return new SuggestionChoices(stepId, 0, 0, 0);
    }
}
