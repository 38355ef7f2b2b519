package org.coachbench.people;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Organisation.DeliveryPartner;
import org.coachbench.people.Organisation.Trust;
import org.coachbench.people.RegistrationController.SchoolPayload;
import org.coachbench.people.SchoolFacts.AppointHeadteacher;
import org.coachbench.people.SchoolFacts.AppointPartnerAdministrator;
import org.coachbench.people.SchoolFacts.AppointTrustLead;
import org.coachbench.people.SchoolFacts.DescribeSchool;
import org.coachbench.people.SchoolFacts.EndAppointment;
import org.coachbench.people.SchoolFacts.EndPartnership;
import org.coachbench.people.SchoolFacts.RegisterOrganisation;
import org.coachbench.people.SchoolFacts.StartPartnership;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of schools.graphqls. */
@Controller
class SchoolFactsController {

    private final SchoolFacts facts;

    SchoolFactsController(SchoolFacts facts) {
        this.facts = facts;
    }

    record TrustPayload(@Nullable Trust trust, List<Problem> problems) {}

    record DeliveryPartnerPayload(@Nullable DeliveryPartner deliveryPartner, List<Problem> problems) {}

    record EndAppointmentPayload(List<Problem> problems) {}

    @MutationMapping
    SchoolPayload describeSchool(@Argument DescribeSchool input, @AuthenticationPrincipal Viewer viewer) {
        return school(() -> facts.describeSchool(viewer, input));
    }

    @MutationMapping
    SchoolPayload appointHeadteacher(@Argument AppointHeadteacher input, @AuthenticationPrincipal Viewer viewer) {
        return school(() -> facts.appointHeadteacher(viewer, input));
    }

    @MutationMapping
    SchoolPayload startPartnership(@Argument StartPartnership input, @AuthenticationPrincipal Viewer viewer) {
        return school(() -> facts.startPartnership(viewer, input));
    }

    @MutationMapping
    SchoolPayload endPartnership(@Argument EndPartnership input, @AuthenticationPrincipal Viewer viewer) {
        return school(() -> facts.endPartnership(viewer, input));
    }

    @MutationMapping
    TrustPayload registerTrust(@Argument RegisterOrganisation input, @AuthenticationPrincipal Viewer viewer) {
        return trust(() -> facts.registerTrust(viewer, input));
    }

    @MutationMapping
    TrustPayload appointTrustLead(@Argument AppointTrustLead input, @AuthenticationPrincipal Viewer viewer) {
        return trust(() -> facts.appointTrustLead(viewer, input));
    }

    @MutationMapping
    DeliveryPartnerPayload registerDeliveryPartner(
        @Argument RegisterOrganisation input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return partner(() -> facts.registerDeliveryPartner(viewer, input));
    }

    @MutationMapping
    DeliveryPartnerPayload appointPartnerAdministrator(
        @Argument AppointPartnerAdministrator input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return partner(() -> facts.appointPartnerAdministrator(viewer, input));
    }

    @MutationMapping
    EndAppointmentPayload endAppointment(@Argument EndAppointment input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(() -> {
            facts.endAppointment(viewer, input);
            return new EndAppointmentPayload(List.of());
        }, EndAppointmentPayload::new);
    }

    private static SchoolPayload school(Supplier<School> change) {
        return orProblems(
            () -> new SchoolPayload(change.get(), List.of()),
            problems -> new SchoolPayload(null, problems)
        );
    }

    private static TrustPayload trust(Supplier<Trust> change) {
        return orProblems(
            () -> new TrustPayload(change.get(), List.of()),
            problems -> new TrustPayload(null, problems)
        );
    }

    private static DeliveryPartnerPayload partner(Supplier<DeliveryPartner> change) {
        return orProblems(
            () -> new DeliveryPartnerPayload(change.get(), List.of()),
            problems -> new DeliveryPartnerPayload(null, problems)
        );
    }
}
