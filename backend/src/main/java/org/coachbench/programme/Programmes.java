package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Reads programmes and calendars; one store command for any number of ECTs or schools. */
@Service
public class Programmes {

    private final MongoOperations store;

    Programmes(MongoOperations store) {
        this.store = store;
    }

    /** An ECT's programme as it was agreed. */
    public record Agreed(ProgrammeTime time, List<RhythmPolicy.RhythmChoice> rhythms, List<Meeting> pastoralMeetings) {}

    /** What a school decided. */
    public record OfSchool(SchoolCalendar calendar, List<RhythmPolicy.PastoralChoice> pastoralChoices) {
        private static final OfSchool USUAL = new OfSchool(SchoolCalendar.USUAL, List.of());
    }

    /** By ECT; without those who never were an ECT at a school. */
    public Map<String, Agreed> of(Collection<Person> ects) {
        var stored = store
            .find(byId(ects.stream().map(Person::id).toList()), EctProgramme.class)
            .stream()
            .collect(toMap(EctProgramme::ectId, identity()));
        return ects
            .stream()
            .filter(ect -> stored.containsKey(ect.id()) || firstDay(ect) != null)
            .distinct()
            .collect(toMap(Person::id, ect -> agreed(ect, stored.get(ect.id()))));
    }

    /** By school; what was not decided is as usual. */
    public Map<String, OfSchool> ofSchools(Collection<String> schoolIds) {
        var stored = store
            .find(byId(schoolIds), SchoolProgramme.class)
            .stream()
            .collect(
                toMap(SchoolProgramme::schoolId, school -> new OfSchool(school.calendar(), school.pastoralChoices()))
            );
        return schoolIds
            .stream()
            .distinct()
            .collect(toMap(identity(), id -> stored.getOrDefault(id, OfSchool.USUAL)));
    }

    private static Agreed agreed(Person ect, @Nullable EctProgramme stored) {
        if (stored != null) {
            return new Agreed(stored.time(), stored.rhythms(), stored.pastoralMeetings());
        }
        var start = firstDay(ect);
        if (start == null) {
            throw new IllegalArgumentException(ect.id() + " is not an ECT.");
        }
        return new Agreed(usual(start), List.of(), List.of());
    }

    static ProgrammeTime usual(LocalDate start) {
        return new ProgrammeTime(start, Schedule.TWO_YEARS, null, List.of());
    }

    static @Nullable LocalDate firstDay(Person person) {
        return person
            .atSchool()
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .map(at -> at.period().startedOn())
            .min(LocalDate::compareTo)
            .orElse(null);
    }

    private static Query byId(Collection<String> ids) {
        return Query.query(Criteria.where("_id").in(ids));
    }
}
