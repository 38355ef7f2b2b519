package org.coachbench.programme;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coachbench.api.AppliedMutations;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a person completed on their own, as they say themself. */
@Document("self_study")
class SelfStudy {

    @Id
    private final String personId;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private List<Completed> completed = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    record Completed(String itemId, LocalDate on) {}

    SelfStudy(String personId) {
        this.personId = personId;
    }

    /** The first day counts where it was told twice. */
    void complete(String itemId, LocalDate on) {
        if (completed.stream().noneMatch(one -> one.itemId().equals(itemId))) {
            completed.add(new Completed(itemId, on));
        }
    }

    void reopen(String itemId) {
        completed.removeIf(one -> one.itemId().equals(itemId));
    }

    /** The days on which items were completed, by item. */
    Map<String, LocalDate> completed() {
        return completed.stream().collect(toMap(Completed::itemId, Completed::on));
    }

    String personId() {
        return personId;
    }

    AppliedMutations applied() {
        return applied;
    }
}
