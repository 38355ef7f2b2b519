package org.coachbench.diagnostics;

import static java.util.stream.Collectors.toSet;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.stepbank.Step;
import org.coachbench.stepbank.StepOffer;
import org.coachbench.stepbank.StepOffer.CountedStep;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Tells those who look after a bank how often its steps are suggested and chosen. */
@Controller
class SuggestionChoicesController {

    /** Figures of fewer ECTs would tell of a person. */
    private static final int FEWEST_ECTS = 5;

    private final StepOffer offer;
    private final SuggestionChoiceCounts counts;
    private final People people;

    SuggestionChoicesController(StepOffer offer, SuggestionChoiceCounts counts, People people) {
        this.offer = offer;
        this.counts = counts;
        this.people = people;
    }

    @BatchMapping(typeName = "Step")
    Map<Step, SuggestionChoices> suggestionChoices(List<Step> asked, Principal principal) {
        var readable = offer.counted(Viewer.of(principal), asked);
        var found = new HashMap<Step, SuggestionChoices>();
        if (!readable.isEmpty()) {
            var large = large(readable.stream().map(CountedStep::schoolId).filter(Objects::nonNull).collect(toSet()));
            var counted = counts.of(
                readable
                    .stream()
                    .map(one -> one.step().id())
                    .toList()
            );
            for (var one : readable) {
                if (one.schoolId() == null || large.contains(one.schoolId())) {
                    var id = one.step().id();
                    found.put(one.step(), counted.getOrDefault(id, SuggestionChoices.none(id)));
                }
            }
        }
        return found;
    }

    /** Schools with so many ECTs today that figures of their own bank tell of nobody. */
    private Set<String> large(Set<String> schoolIds) {
        if (schoolIds.isEmpty()) {
            return Set.of();
        }
        var today = SchoolDay.today();
        var ects = new HashMap<String, Integer>();
        people
            .everAt(schoolIds)
            .stream()
            .flatMap(person -> person.placesOn(today).stream())
            .filter(at -> at.role() == SchoolRole.ECT)
            .forEach(at -> ects.merge(at.schoolId(), 1, Integer::sum));
        return schoolIds
            .stream()
            .filter(id -> ects.getOrDefault(id, 0) >= FEWEST_ECTS)
            .collect(toSet());
    }
}
