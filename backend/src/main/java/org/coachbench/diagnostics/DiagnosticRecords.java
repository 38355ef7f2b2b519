package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbench.diagnostics.DiagnosticFile.FamilyEntry;
import org.coachbench.diagnostics.Diagnostics.Completion;
import org.coachbench.diagnostics.Diagnostics.ExampleCheck;
import org.coachbench.diagnostics.EctResponses.SaidOfExamples;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.Programmes;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SelfStudyRecord;
import org.coachbench.programme.SelfStudyRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Reads what ECTs answered; a fixed number of store commands for any number of ECTs and answers. */
@Service
class DiagnosticRecords {

    private final MongoOperations store;
    private final DiagnosticSets sets;
    private final SelfStudyRecords study;
    private final Programmes programmes;
    private final Clock clock;

    DiagnosticRecords(
        MongoOperations store,
        DiagnosticSets sets,
        SelfStudyRecords study,
        Programmes programmes,
        Clock clock
    ) {
        this.store = store;
        this.sets = sets;
        this.study = study;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** By ECT; without those who answered nothing. */
    Map<String, EctResponses> responses(Collection<String> ectIds) {
        return store
            .find(Query.query(Criteria.where("_id").in(ectIds)), EctResponses.class)
            .stream()
            .collect(toMap(EctResponses::ectId, identity()));
    }

    Map<Person, Diagnostics> of(List<Person> ects) {
        var responses = responses(ids(ects));
        var studied = study.of(ects);
        var calendars = calendars(ects);
        var found = new HashMap<Person, Diagnostics>();
        for (var ect : ects) {
            var theirs = responses.getOrDefault(ect.id(), new EctResponses(ect.id()));
            var said = new SaidAnswers(sets.all(), theirs);
            found.put(
                ect,
                new Diagnostics(
                    asked(ect, theirs, studied).all(),
                    said.pictures(calendars.getOrDefault(ect, SchoolCalendar.USUAL)),
                    said.missed(),
                    example(theirs.examples())
                )
            );
        }
        return found;
    }

    Map<Person, List<Completion>> completions(List<Person> ects) {
        var responses = responses(ids(ects));
        var studied = study.of(ects);
        return ects
            .stream()
            .collect(
                toMap(identity(), ect ->
                    asked(ect, responses.getOrDefault(ect.id(), new EctResponses(ect.id())), studied).completions()
                )
            );
    }

    private AskedSets asked(Person ect, EctResponses theirs, Map<String, List<SelfStudyRecord>> studied) {
        var items = studied
            .getOrDefault(ect.id(), List.of())
            .stream()
            .filter(one -> one.role() == SchoolRole.ECT)
            .flatMap(one -> one.items().stream())
            .toList();
        return new AskedSets(sets.all(), theirs, items, SchoolDay.of(clock.instant()));
    }

    private Map<Person, SchoolCalendar> calendars(List<Person> ects) {
        var schools = new HashMap<Person, String>();
        ects.forEach(ect -> lastSchool(ect).ifPresent(at -> schools.put(ect, at.schoolId())));
        var found = programmes.ofSchools(schools.values());
        var calendars = new HashMap<Person, SchoolCalendar>();
        schools.forEach((ect, schoolId) ->
            Optional.ofNullable(found.get(schoolId)).ifPresent(school -> calendars.put(ect, school.calendar()))
        );
        return calendars;
    }

    private static Optional<AtSchool> lastSchool(Person ect) {
        return ect
            .atSchool()
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT)
            .max(Comparator.comparing(at -> at.period().startedOn()));
    }

    private @Nullable ExampleCheck example(@Nullable SaidOfExamples said) {
        if (said == null) {
            return null;
        }
        var need = sets
            .examples()
            .need()
            .options()
            .stream()
            .filter(option -> option.id().equals(said.needId()))
            .findFirst()
            .orElse(null);
        var family = new FamilyEntry(said.family(), said.subjects());
        return new ExampleCheck(said.phase(), family, need, SchoolDay.of(said.at()));
    }

    private static List<String> ids(List<Person> ects) {
        return ects.stream().map(Person::id).toList();
    }
}
