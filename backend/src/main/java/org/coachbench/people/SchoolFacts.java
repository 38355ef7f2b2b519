package org.coachbench.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.Organisation.DeliveryPartner;
import org.coachbench.people.Organisation.Trust;
import org.coachbench.people.School.Partnership;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Says what a school is, whom it works with, and who reads its figures. */
@Service
public class SchoolFacts {

    private final People people;
    private final Organisations organisations;
    private final Changes changes;
    private final PersonAccess access;
    private final InputRules rules;

    SchoolFacts(People people, Organisations organisations, Changes changes, PersonAccess access, InputRules rules) {
        this.people = people;
        this.organisations = organisations;
        this.changes = changes;
        this.access = access;
        this.rules = rules;
    }

    /** What somebody can be appointed to. */
    enum Office {
        TUTOR,
        HEADTEACHER,
        TRUST_LEAD,
        PARTNER_ADMINISTRATOR,
    }

    public record DescribeSchool(
        String schoolId,
        @NotBlank(message = "Enter the school's name.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String name,
        @Nullable PhaseOfEducation phase,
        @Nullable String trustId,
        @Nullable @Size(max = 120, message = "Shorten this to 120 characters.") String appropriateBody,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record RegisterOrganisation(
        @NotBlank(message = "Enter the name.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String name,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AppointHeadteacher(
        String personId,
        String schoolId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AppointTrustLead(
        String personId,
        String trustId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record AppointPartnerAdministrator(
        String personId,
        String deliveryPartnerId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    record EndAppointment(
        Office office,
        String placeId,
        String personId,
        LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record StartPartnership(
        String schoolId,
        String deliveryPartnerId,
        @NotBlank(message = "Enter the lead provider's name.")
        @Size(max = 120, message = "Shorten this to 120 characters.")
        String leadProvider,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    record EndPartnership(String schoolId, LocalDate finishedOn, @Nullable @MutationId String clientMutationId) {}

    public School describeSchool(Viewer viewer, DescribeSchool input) {
        rules.check(input);
        requireAdministrator(viewer);
        if (input.trustId() != null) {
            requireOrganisation(Trust.class, input.trustId(), "trustId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.school(input.schoolId(), key, school ->
            school.describe(input.name(), input.phase(), input.trustId(), input.appropriateBody())
        );
    }

    public Trust registerTrust(Viewer viewer, RegisterOrganisation input) {
        return register(viewer, input, "registerTrust", Trust.register(input.name()), Trust.class, Trust.ID_PREFIX);
    }

    public DeliveryPartner registerDeliveryPartner(Viewer viewer, RegisterOrganisation input) {
        return register(
            viewer,
            input,
            "registerDeliveryPartner",
            DeliveryPartner.register(input.name()),
            DeliveryPartner.class,
            DeliveryPartner.ID_PREFIX
        );
    }

    public School appointHeadteacher(Viewer viewer, AppointHeadteacher input) {
        rules.check(input);
        requireAdministrator(viewer);
        var appointment = appointment(input.personId(), input.startedOn(), input.finishedOn());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.school(input.schoolId(), key, school -> school.appointHeadteacher(appointment));
    }

    public Trust appointTrustLead(Viewer viewer, AppointTrustLead input) {
        rules.check(input);
        requireAdministrator(viewer);
        var appointment = appointment(input.personId(), input.startedOn(), input.finishedOn());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.organisation(Trust.class, input.trustId(), "trustId", key, trust -> trust.appoint(appointment));
    }

    public DeliveryPartner appointPartnerAdministrator(Viewer viewer, AppointPartnerAdministrator input) {
        rules.check(input);
        requireAdministrator(viewer);
        var appointment = appointment(input.personId(), input.startedOn(), input.finishedOn());
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.organisation(
            DeliveryPartner.class,
            input.deliveryPartnerId(),
            "deliveryPartnerId",
            key,
            partner -> partner.appoint(appointment)
        );
    }

    void endAppointment(Viewer viewer, EndAppointment input) {
        rules.check(input);
        requireAdministrator(viewer);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        var person = input.personId();
        var lastDay = input.finishedOn();
        switch (input.office()) {
            case TUTOR -> changes.school(input.placeId(), key, school -> school.endTutor(person, lastDay));
            case HEADTEACHER -> changes.school(input.placeId(), key, school -> school.endHeadteacher(person, lastDay));
            case TRUST_LEAD -> changes.organisation(Trust.class, input.placeId(), "placeId", key, trust ->
                trust.end(person, lastDay)
            );
            case PARTNER_ADMINISTRATOR -> changes.organisation(
                DeliveryPartner.class,
                input.placeId(),
                "placeId",
                key,
                partner -> partner.end(person, lastDay)
            );
        }
    }

    public School startPartnership(Viewer viewer, StartPartnership input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        requireOrganisation(DeliveryPartner.class, input.deliveryPartnerId(), "deliveryPartnerId");
        var period = Registration.interval(input.startedOn(), input.finishedOn(), "finishedOn");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.school(input.schoolId(), key, school ->
            school.startPartnership(new Partnership(input.deliveryPartnerId(), input.leadProvider().strip(), period))
        );
    }

    School endPartnership(Viewer viewer, EndPartnership input) {
        rules.check(input);
        access.requireRun(viewer, input.schoolId(), "schoolId");
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        return changes.school(input.schoolId(), key, school -> school.endPartnership(input.finishedOn()));
    }

    private <T extends Organisation> T register(
        Viewer viewer,
        RegisterOrganisation input,
        String mutation,
        T organisation,
        Class<T> type,
        String prefix
    ) {
        rules.check(input);
        requireAdministrator(viewer);
        var key = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        organisation.applied().add(key == null ? null : mutation + " " + key);
        try {
            return organisations.save(organisation);
        } catch (DuplicateKeyException e) {
            return organisations
                .findByUniqueName(Organisation.uniqueName(prefix, input.name()))
                .filter(first -> first.applied().contains(key == null ? null : mutation + " " + key))
                .map(type::cast)
                .orElseThrow(() -> Problem.invalid("There is one of this name already.", "name"));
        }
    }

    private Appointment appointment(String personId, LocalDate startedOn, @Nullable LocalDate finishedOn) {
        if (!people.existsById(personId)) {
            throw Problem.notFound("person", "personId");
        }
        return new Appointment(personId, Registration.interval(startedOn, finishedOn, "finishedOn"));
    }

    private void requireOrganisation(Class<? extends Organisation> type, String id, String path) {
        if (organisations.findById(id).filter(type::isInstance).isEmpty()) {
            throw Problem.notFound("organisation", path);
        }
    }

    private void requireAdministrator(Viewer viewer) {
        if (!access.mayRegister(viewer)) {
            throw Problem.notFound("thing for you to do");
        }
    }
}
