package org.coachbench.people;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What is asked of people.graphqls and registration.graphqls. */
@Controller
class PeopleController {

    private static final int MOST_SCHOOLS = 500;
    private static final int MOST_TODAY = 500;
    private static final int MOST_EVER = 2000;

    private final People people;
    private final Schools schools;
    private final PersonAccess access;

    PeopleController(People people, Schools schools, PersonAccess access) {
        this.people = people;
        this.schools = schools;
        this.access = access;
    }

    @QueryMapping
    Viewer viewer(@AuthenticationPrincipal Viewer viewer) {
        return viewer;
    }

    @QueryMapping
    @Nullable
    Person personByEmail(@Argument String email, @AuthenticationPrincipal Viewer viewer) {
        return access.mayRegister(viewer) ? people.findByEmail(Email.kept(email)).orElse(null) : null;
    }

    @SchemaMapping(typeName = "Viewer")
    Person person(Viewer viewer) {
        return people.findById(viewer.personId()).orElseThrow();
    }

    @SchemaMapping(typeName = "Viewer")
    List<Mentorship> mentorships(Viewer viewer) {
        var today = SchoolDay.today();
        return people
            .everMentoredBy(viewer.personId())
            .stream()
            .sorted(comparing(Person::name))
            .flatMap(ect ->
                ect
                    .mentorOn(today)
                    .filter(mentoring -> mentoring.mentorId().equals(viewer.personId()))
                    .map(mentoring -> Mentorship.of(ect, mentoring))
                    .stream()
            )
            .limit(50)
            .toList();
    }

    @SchemaMapping(typeName = "Viewer")
    @Nullable
    Mentorship mentoredBy(Viewer viewer) {
        var self = person(viewer);
        return self
            .mentorOn(SchoolDay.today())
            .map(mentoring -> Mentorship.of(self, mentoring))
            .orElse(null);
    }

    @SchemaMapping(typeName = "Viewer")
    List<School> schools(Viewer viewer) {
        var mine = viewer.administrator() ? schools.findAll() : schools.tutoredBy(viewer.personId(), SchoolDay.today());
        return mine.stream().sorted(comparing(School::name)).limit(MOST_SCHOOLS).toList();
    }

    @BatchMapping(typeName = "Person")
    Map<Person, String> email(List<Person> asked, Principal principal) {
        return contacts(asked, Viewer.of(principal), Person::emailAddress);
    }

    @BatchMapping(typeName = "Person")
    Map<Person, String> trn(List<Person> asked, Principal principal) {
        return contacts(asked, Viewer.of(principal), Person::teacherReferenceNumber);
    }

    @BatchMapping(typeName = "School")
    Map<School, List<Person>> tutors(List<School> asked) {
        var today = SchoolDay.today();
        var tutors = byId(
            asked
                .stream()
                .flatMap(school -> school.tutorsOn(today).stream())
                .toList()
        );
        return asked.stream().collect(
            toMap(identity(), school ->
                school
                    .tutorsOn(today)
                    .stream()
                    .map(id -> tutors.get(id))
                    .sorted(comparing(Person::name))
                    .toList()
            )
        );
    }

    @BatchMapping(typeName = "School")
    Map<School, List<Mentorship>> mentorships(List<School> asked, Principal principal) {
        var today = SchoolDay.today();
        return ofOwnSchools(
            asked,
            Viewer.of(principal),
            MOST_TODAY,
            school -> ect ->
                ect
                    .mentorOn(today)
                    .filter(mentoring -> mentoring.schoolId().equals(school.id()))
                    .map(mentoring -> Mentorship.of(ect, mentoring))
                    .stream()
                    .toList()
        );
    }

    @BatchMapping(typeName = "School")
    Map<School, List<PersonAtSchool>> people(List<School> asked, Principal principal) {
        var today = SchoolDay.today();
        return roll(asked, principal, MOST_TODAY, at -> at.period().contains(today));
    }

    @BatchMapping(typeName = "School")
    Map<School, List<PersonAtSchool>> roll(List<School> asked, Principal principal) {
        return roll(asked, principal, MOST_EVER, _ -> true);
    }

    private Map<School, List<PersonAtSchool>> roll(
        List<School> asked,
        Principal principal,
        int most,
        Predicate<AtSchool> wanted
    ) {
        return ofOwnSchools(
            asked,
            Viewer.of(principal),
            most,
            school -> person ->
                person
                    .atSchool()
                    .stream()
                    .filter(at -> at.schoolId().equals(school.id()) && wanted.test(at))
                    .sorted(comparing(at -> at.period().startedOn()))
                    .map(at -> new PersonAtSchool(person, at))
                    .toList()
        );
    }

    @BatchMapping(typeName = "OutsideCheck")
    Map<OutsideCheck, Person> doneBy(List<OutsideCheck> asked) {
        var ids = asked.stream().map(OutsideCheck::doneById).filter(Objects::nonNull).toList();
        var found = ids.isEmpty() ? Map.<String, Person>of() : byId(ids);
        var result = new HashMap<OutsideCheck, Person>();
        for (var check : asked) {
            var person = check.doneById() == null ? null : found.get(check.doneById());
            if (person != null) {
                result.put(check, person);
            }
        }
        return result;
    }

    @BatchMapping(typeName = "Mentorship")
    Map<Mentorship, Person> mentor(List<Mentorship> asked) {
        var mentors = byId(asked.stream().map(Mentorship::mentorId).toList());
        return asked.stream().collect(toMap(identity(), m -> mentors.get(m.mentorId())));
    }

    @BatchMapping(typeName = "Mentorship")
    Map<Mentorship, Person> ect(List<Mentorship> asked) {
        var ects = byId(asked.stream().map(Mentorship::ectId).toList());
        return asked.stream().collect(toMap(identity(), m -> ects.get(m.ectId())));
    }

    @BatchMapping(typeName = "Mentorship")
    Map<Mentorship, School> school(List<Mentorship> asked) {
        var found = schools
            .findAllById(asked.stream().map(Mentorship::schoolId).distinct().toList())
            .stream()
            .collect(toMap(School::id, identity()));
        return asked.stream().collect(toMap(identity(), m -> found.get(m.schoolId())));
    }

    private Map<Person, String> contacts(
        List<Person> asked,
        Viewer viewer,
        Function<Person, @Nullable String> contact
    ) {
        var tutored = access.tutoredSchools(viewer);
        var result = new HashMap<Person, String>();
        for (var person : asked) {
            var value = contact.apply(person);
            if (value != null && access.allows(viewer, PersonAct.READ_CONTACT, person, tutored)) {
                result.put(person, value);
            }
        }
        return result;
    }

    /** What a school's people give, for the schools that the viewer runs; the others get nothing. */
    private <T> Map<School, List<T>> ofOwnSchools(
        List<School> asked,
        Viewer viewer,
        int most,
        Function<School, Function<Person, List<T>>> of
    ) {
        var tutored = access.tutoredSchools(viewer);
        var own = asked
            .stream()
            .filter(school -> access.mayRunSchool(viewer, school.id(), tutored))
            .toList();
        var there = people
            .everAt(own.stream().map(School::id).toList())
            .stream()
            .sorted(comparing(Person::name))
            .toList();
        return own.stream().collect(
            toMap(identity(), school ->
                there
                    .stream()
                    .flatMap(person -> of.apply(school).apply(person).stream())
                    .limit(most)
                    .toList()
            )
        );
    }

    private Map<String, Person> byId(Collection<String> ids) {
        return people.findAllById(ids.stream().distinct().toList()).stream().collect(toMap(Person::id, identity()));
    }
}
