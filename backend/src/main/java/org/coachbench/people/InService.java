package org.coachbench.people;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody still does, today or from a later day on. */
@Component
public class InService {

    private final People people;
    private final Schools schools;
    private final Organisations organisations;
    private final CoachPairings pairings;

    InService(People people, Schools schools, Organisations organisations, CoachPairings pairings) {
        this.people = people;
        this.schools = schools;
        this.organisations = organisations;
        this.pairings = pairings;
    }

    /** In full sentences that say what to do first; empty when they do nothing any more. */
    public List<String> why(Person person) {
        var why = new ArrayList<String>();
        for (var at : person.atSchool()) {
            if (!isOver(at.period())) {
                var school = schools.findById(at.schoolId()).map(School::name).orElse("a school");
                why.add("They are at %s %s. Record their leaving first.".formatted(school, at.period().text()));
            }
        }
        if (
            person
                .mentors()
                .stream()
                .anyMatch(mentorship -> !isOver(mentorship.period()))
        ) {
            why.add("They have a mentor. End the mentorship first.");
        }
        var mentorsSomebody = people
            .everMentoredBy(person.id())
            .stream()
            .flatMap(ect -> ect.mentors().stream())
            .anyMatch(mentorship -> mentorship.mentorId().equals(person.id()) && !isOver(mentorship.period()));
        if (mentorsSomebody) {
            why.add("They mentor somebody. End the mentorship first.");
        }
        for (var school : schools.everWithOfficeOf(person.id())) {
            if (holds(person, school.tutors()) || holds(person, school.headteachers())) {
                why.add("They hold an office at %s. End it first.".formatted(school.name()));
            }
        }
        for (var organisation : organisations.everReadBy(person.id())) {
            if (holds(person, organisation.readers())) {
                why.add("They read the figures of %s. End that first.".formatted(organisation.name()));
            }
        }
        if (!pairings.by(person.id()).isEmpty()) {
            why.add("They coach a mentor. End that first.");
        }
        if (pairings.runningOf(person.id()).isPresent()) {
            why.add("They have a coach. End that first.");
        }
        return why;
    }

    private static boolean holds(Person person, List<Appointment> appointments) {
        return appointments.stream().anyMatch(one -> one.personId().equals(person.id()) && !isOver(one.period()));
    }

    private static boolean isOver(Interval period) {
        return period.finishedOn() != null && period.finishedOn().isBefore(SchoolDay.today());
    }
}
