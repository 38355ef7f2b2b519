package org.coachbench.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.SchoolAct;
import org.coachbench.access.AccessPolicy.SchoolRelation;
import org.coachbench.access.Viewer;
import org.coachbench.people.Organisation.DeliveryPartner;
import org.coachbench.people.Organisation.Trust;
import org.coachbench.people.Person.Mentoring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is at which school on a day, and whose schools these are: what other modules ask of this one. Each answer costs the
 * same few store commands however many schools and people it is about.
 */
@Component
public class SchoolRoll {

    private final People people;
    private final Schools schools;
    private final Organisations organisations;

    SchoolRoll(People people, Schools schools, Organisations organisations) {
        this.people = people;
        this.schools = schools;
        this.organisations = organisations;
    }

    /** Somebody at a school on a day; the mentor is an ECT's of that day. */
    public record OnRoll(Person person, Person.AtSchool at, @Nullable Mentoring mentoring) {
        /** Empty for a mentor. */
        public Optional<Cohort> cohort() {
            return at.role() == SchoolRole.ECT ? person.cohort() : Optional.empty();
        }
    }

    /** Ids of the schools whose tutor the viewer is on a day. */
    public Set<String> tutoredBy(Viewer viewer, LocalDate day) {
        return schools.tutoredBy(viewer.personId(), day).stream().map(School::id).collect(toUnmodifiableSet());
    }

    /** The schools whose figures the viewer reads on a day as headteacher, trust lead or partner administrator. */
    public List<School> figuresReadBy(Viewer viewer, LocalDate day) {
        if (!AccessPolicy.allows(SchoolAct.READ_FIGURES, SchoolRelation.FIGURE_READER)) {
            return List.of();
        }
        var reads = organisations
            .everReadBy(viewer.personId())
            .stream()
            .filter(organisation -> organisation.readersOn(day).contains(viewer.personId()))
            .toList();
        var trusts = ids(reads, Trust.class);
        var partners = ids(reads, DeliveryPartner.class);
        return schools
            .everWithFiguresFor(viewer.personId(), reads.stream().map(Organisation::id).toList())
            .stream()
            .filter(
                school ->
                    school.headteachersOn(day).contains(viewer.personId()) ||
                    isOneOf(trusts, school.trustId()) ||
                    school
                        .partnershipOn(day)
                        .filter(partnership -> partners.contains(partnership.deliveryPartnerId()))
                        .isPresent()
            )
            .toList();
    }

    public List<OnRoll> ectsAt(Collection<String> schoolIds, LocalDate day) {
        return at(schoolIds, SchoolRole.ECT, day);
    }

    public List<OnRoll> mentorsAt(Collection<String> schoolIds, LocalDate day) {
        return at(schoolIds, SchoolRole.MENTOR, day);
    }

    private List<OnRoll> at(Collection<String> schoolIds, SchoolRole role, LocalDate day) {
        return people
            .everAt(schoolIds)
            .stream()
            .flatMap(person ->
                person
                    .placesOn(day)
                    .stream()
                    .filter(at -> at.role() == role && schoolIds.contains(at.schoolId()))
                    .map(at ->
                        new OnRoll(person, at, role == SchoolRole.ECT ? person.mentorOn(day).orElse(null) : null)
                    )
            )
            .toList();
    }

    private static boolean isOneOf(Set<String> trusts, @Nullable String trustId) {
        return trustId != null && trusts.contains(trustId);
    }

    private static Set<String> ids(List<Organisation> organisations, Class<? extends Organisation> type) {
        return organisations.stream().filter(type::isInstance).map(Organisation::id).collect(toUnmodifiableSet());
    }
}
