package org.coachbench.oversight;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Person.AtSchool;
import org.coachbench.people.School;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.coachbench.programme.CadenceState;
import org.coachbench.programme.Programmes;
import org.springframework.stereotype.Service;

/** Which mentors missed a meeting that was due, at all schools. */
@Service
public class OverdueMeetings {

    private static final int SCHOOLS_AT_ONCE = 50;

    private final Schools schools;
    private final People people;
    private final Programmes programmes;
    private final Cadences cadences;

    OverdueMeetings(Schools schools, People people, Programmes programmes, Cadences cadences) {
        this.schools = schools;
        this.people = people;
        this.programmes = programmes;
        this.cadences = cadences;
    }

    /** Whoever mentors the ECT on the day, not whoever did when it was missed. */
    public record OverdueMeeting(String mentorId, String ectId) {}

    /** Those of the schools that teach on the day; as many store commands for each fifty schools as for one. */
    public List<OverdueMeeting> on(LocalDate day) {
        var all = schools.findAll().stream().map(School::id).toList();
        var found = new ArrayList<OverdueMeeting>();
        for (int from = 0; from < all.size(); from += SCHOOLS_AT_ONCE) {
            var some = all.subList(from, Math.min(from + SCHOOLS_AT_ONCE, all.size()));
            var decided = programmes.ofSchools(some);
            var teaching = some
                .stream()
                .filter(id -> requireNonNull(decided.get(id)).calendar().isSchoolDay(day))
                .toList();
            if (!teaching.isEmpty()) {
                found.addAll(at(teaching, day));
            }
        }
        return List.copyOf(found);
    }

    private List<OverdueMeeting> at(List<String> schoolIds, LocalDate day) {
        var ects = people
            .everAt(schoolIds)
            .stream()
            .filter(person -> placesAsEct(person, day).anyMatch(at -> schoolIds.contains(at.schoolId())))
            .toList();
        var cadence = cadences.on(day, ects);
        return ects
            .stream()
            .filter(ect -> requireNonNull(cadence.get(ect.id())).state() == CadenceState.OVERDUE)
            .flatMap(ect ->
                ect
                    .mentorOn(day)
                    .map(mentoring -> new OverdueMeeting(mentoring.mentorId(), ect.id()))
                    .stream()
            )
            .toList();
    }

    private static Stream<AtSchool> placesAsEct(Person person, LocalDate day) {
        return person
            .placesOn(day)
            .stream()
            .filter(at -> at.role() == SchoolRole.ECT);
    }
}
