package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.TimetableRecord.InHalfTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** What time people were to have and had; four store commands for any number of people. */
@Service
public class TimetableRecords {

    private static final int PERCENT_IN_YEAR_1 = 10;
    private static final int PERCENT_AFTER = 5;
    private static final int MOST_HALF_TERMS = 18;

    private final Programmes programmes;
    private final MongoOperations store;

    TimetableRecords(Programmes programmes, MongoOperations store) {
        this.programmes = programmes;
        this.store = store;
    }

    /** By person: one as an ECT and one as a mentor, as far as they are or were one; without those who never were. */
    public Map<String, List<TimetableRecord>> of(Collection<Person> people) {
        var ids = people.stream().map(Person::id).toList();
        var agreed = programmes.of(people);
        var calendars = programmes.ofSchools(
            people
                .stream()
                .flatMap(person -> person.atSchool().stream())
                .map(AtSchool::schoolId)
                .distinct()
                .toList()
        );
        var timetables = store
            .find(Query.query(Criteria.where("_id").in(ids)), Timetable.class)
            .stream()
            .collect(toMap(Timetable::personId, identity()));
        var mentored = store.find(Query.query(Criteria.where("mentors.mentorId").in(ids)), Person.class);
        var records = new HashMap<String, List<TimetableRecord>>();
        for (var person : people.stream().distinct().toList()) {
            var ect = agreed.get(person.id());
            var timetable = timetables.getOrDefault(person.id(), new Timetable(person.id()));
            var theirs = new ArrayList<TimetableRecord>();
            for (var role : SchoolRole.values()) {
                calendar(person, role, calendars).ifPresent(calendar ->
                    theirs.add(
                        new OneRole(
                            person,
                            role,
                            timetable,
                            calendar,
                            ect == null ? null : ect.time(),
                            mentored
                        ).record()
                    )
                );
            }
            if (!theirs.isEmpty()) {
                records.put(person.id(), theirs);
            }
        }
        return records;
    }

    private static Optional<SchoolCalendar> calendar(
        Person person,
        SchoolRole role,
        Map<String, Programmes.OfSchool> calendars
    ) {
        return person
            .atSchool()
            .stream()
            .filter(at -> at.role() == role)
            .max(Comparator.comparing(at -> at.period().startedOn()))
            .flatMap(at -> Optional.ofNullable(calendars.get(at.schoolId())))
            .map(Programmes.OfSchool::calendar);
    }

    private record OneRole(
        Person person,
        SchoolRole role,
        Timetable timetable,
        SchoolCalendar calendar,
        @Nullable ProgrammeTime time,
        List<Person> mentored
    ) {
        TimetableRecord record() {
            var today = SchoolDay.today();
            var first = firstDay();
            var halfTerms = calendar
                .halfTerms(SchoolYear.of(first), SchoolYear.of(today))
                .filter(halfTerm -> !halfTerm.lastDay().isBefore(first) && !halfTerm.firstDay().isAfter(today))
                .map(halfTerm -> inHalfTerm(halfTerm, today))
                .filter(one -> one.expected() > 0)
                .toList();
            return new TimetableRecord(
                person.id(),
                role,
                expectedOn(today),
                timetable.plannedOn(role, today),
                halfTerms.subList(Math.max(0, halfTerms.size() - MOST_HALF_TERMS), halfTerms.size())
            );
        }

        private LocalDate firstDay() {
            return person
                .atSchool()
                .stream()
                .filter(at -> at.role() == role)
                .map(at -> at.period().startedOn())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        }

        private InHalfTerm inHalfTerm(HalfTerm halfTerm, LocalDate today) {
            var day = halfTerm.lastDay().isAfter(today) ? today : halfTerm.lastDay();
            var answer = timetable.givenIn(role, halfTerm);
            return new InHalfTerm(
                halfTerm,
                expectedOn(day),
                timetable.plannedOn(role, day),
                answer.map(Timetable.Given::given).orElse(null),
                answer.map(Timetable.Given::note).orElse(null)
            );
        }

        private int expectedOn(LocalDate day) {
            if (role == SchoolRole.MENTOR) {
                return (int) mentored
                    .stream()
                    .filter(ect ->
                        ect
                            .mentorOn(day)
                            .filter(mentoring -> mentoring.mentorId().equals(person.id()))
                            .isPresent()
                    )
                    .count();
            }
            if (time == null || day.isBefore(time.startedOn()) || day.isAfter(time.endsOn()) || time.isPausedOn(day)) {
                return 0;
            }
            return time.yearOn(day) == 1 ? PERCENT_IN_YEAR_1 : PERCENT_AFTER;
        }
    }
}
