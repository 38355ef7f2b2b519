package org.coachbench.programme;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.people.Person;
import org.coachbench.programme.ProgrammePlan.PlannedItem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** What people study on their own; three store commands for any number of people. */
@Service
public class SelfStudyRecords {

    private final ProgrammePlans plans;
    private final MongoOperations store;

    SelfStudyRecords(ProgrammePlans plans, MongoOperations store) {
        this.plans = plans;
        this.store = store;
    }

    /** By person: one as an ECT and one as a mentor, as far as they are or were one; without those who never were. */
    public Map<String, List<SelfStudyRecord>> of(Collection<Person> people) {
        var planned = plans.of(people);
        var completed = store
            .find(Query.query(Criteria.where("_id").in(planned.keySet())), SelfStudy.class)
            .stream()
            .collect(toMap(SelfStudy::personId, SelfStudy::completed));
        var records = new HashMap<String, List<SelfStudyRecord>>();
        planned.forEach((personId, theirs) ->
            records.put(
                personId,
                theirs
                    .stream()
                    .map(plan -> record(personId, plan, completed.getOrDefault(personId, Map.of())))
                    .toList()
            )
        );
        return records;
    }

    private static SelfStudyRecord record(String personId, ProgrammePlan plan, Map<String, LocalDate> completed) {
        var items = plan
            .items()
            .stream()
            .map(planned -> item(planned, completed.get(planned.item().id())))
            .toList();
        return new SelfStudyRecord(personId, plan.role(), items);
    }

    private static SelfStudyRecord.Item item(PlannedItem planned, @Nullable LocalDate completedOn) {
        var window = planned.window();
        return new SelfStudyRecord.Item(
            planned.item().id(),
            planned.item().title(),
            planned.item().kind(),
            planned.theme().number(),
            planned.theme().title(),
            window == null ? null : window.halfTerm(),
            window == null ? null : window.from(),
            window == null ? null : window.dueBy(),
            completedOn
        );
    }
}
