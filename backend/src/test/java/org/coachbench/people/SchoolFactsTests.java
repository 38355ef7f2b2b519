package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.people.TutorRegistersTests.with;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.access.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a school is and whom it works with; who reads figures does so for as long as they hold their office. */
@CoachbenchTest
class SchoolFactsTests {

    private static final String FIGURES = "{ viewer { figureSchools { id } schools { id } } }";

    private final Staffroom staffroom;
    private final SchoolRoll roll;

    SchoolFactsTests(@Autowired Staffroom staffroom, @Autowired SchoolRoll roll) {
        this.staffroom = staffroom;
        this.roll = roll;
    }

    private static String figures(TestClient client) {
        return String.join(",", client.data(FIGURES, Map.of()).at("/viewer/figureSchools").findValuesAsString("id"));
    }

    private String registered(Clerk admin, String mutation, String type) {
        return admin
            .done(mutation, type + " { id }", Map.of("name", type + " " + staffroom.school().urn()))
            .at("/" + type + "/id")
            .asString();
    }

    @Test
    void aSchoolIsDescribed() {
        var school = staffroom.school();
        var admin = new Clerk(staffroom.administrator().client());
        var trust = registered(admin, "registerTrust", "trust");
        admin.done(
            "describeSchool",
            Map.of(
                "schoolId",
                school.id(),
                "name",
                "Elm",
                "phase",
                "ALL_THROUGH",
                "trustId",
                trust,
                "appropriateBody",
                " Elm Hub "
            )
        );
        var described = admin.node(
            "... on School { name phase appropriateBody trust { id name leads { id } } headteachers { id } partnership { leadProvider } partnerships { leadProvider } }",
            school.id()
        );
        assertThat(described.get("phase").asString()).isEqualTo("ALL_THROUGH");
        assertThat(described.get("appropriateBody").asString()).isEqualTo("Elm Hub");
        assertThat(described.at("/trust/id").asString()).isEqualTo(trust);
        assertThat(described.get("partnership").isNull()).isTrue();
        var name = described.at("/trust/name").asString();
        assertThat(admin.refused("registerTrust", Map.of("name", name.toUpperCase(Locale.ROOT)))).contains(
            "of this name already"
        );
        admin.done("registerDeliveryPartner", Map.of("name", name));
    }

    @Test
    void aHeadteacherReadsFiguresFromTheFirstDayToTheLast() {
        var school = staffroom.school();
        var head = staffroom.colleague(false);
        var admin = new Clerk(staffroom.administrator().client());
        var today = Staffroom.today();
        admin.done(
            "appointHeadteacher",
            Map.of("schoolId", school.id(), "personId", head.id(), "startedOn", today.minusDays(3).toString())
        );
        assertThat(figures(head.client())).isEqualTo(school.id());
        assertThat(
            new Clerk(head.client()).node("... on School { name people { role } }", school.id()).get("people").isNull()
        ).isTrue();
        var viewer = new Viewer(head.id(), false);
        assertThat(roll.figuresReadBy(viewer, today.minusDays(4))).isEmpty();
        assertThat(roll.figuresReadBy(viewer, today.minusDays(3))).hasSize(1);
        var end = Map.<String, Object>of("office", "HEADTEACHER", "placeId", school.id(), "personId", head.id());
        admin.done("endAppointment", with(end, "finishedOn", today.toString()));
        assertThat(figures(head.client())).isEqualTo(school.id());
        admin.done("endAppointment", with(end, "finishedOn", today.minusDays(1).toString()));
        assertThat(figures(head.client())).isEmpty();
        assertThat(new Clerk(head.client()).node("id", school.id()).isNull()).isTrue();
    }

    @Test
    void anAdministratorSeesWhoHoldsAnOfficeNowAndLater() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school);
        var head = staffroom.colleague(false);
        var admin = new Clerk(staffroom.administrator().client());
        var tomorrow = Staffroom.today().plusDays(1).toString();
        admin.done(
            "appointHeadteacher",
            Map.of("schoolId", school.id(), "personId", head.id(), "startedOn", tomorrow, "finishedOn", tomorrow)
        );
        var selection = "... on School { appointments { office person { id } startedOn finishedOn } }";
        var appointments = admin.node(selection, school.id()).get("appointments");
        assertThat(appointments.findValuesAsString("office")).containsExactly("TUTOR", "HEADTEACHER");
        assertThat(appointments.findValuesAsString("id")).containsExactly(tutor.id(), head.id());
        assertThat(appointments.at("/1/finishedOn").asString()).isEqualTo(tomorrow);
        assertThat(new Clerk(tutor.client()).node(selection, school.id()).get("appointments").isNull()).isTrue();
        var ended = Map.<String, Object>of("office", "TUTOR", "placeId", school.id(), "personId", tutor.id());
        admin.done("endAppointment", with(ended, "finishedOn", Staffroom.today().minusDays(1).toString()));
        assertThat(admin.node(selection, school.id()).get("appointments")).hasSize(1);
    }

    @Test
    void onlyAnAdministratorFindsAnybodyByTheirAddress() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school);
        var mentor = staffroom.mentorAt(school);
        assertThat(found(staffroom.administrator().client(), mentor)).isEqualTo(mentor.id());
        assertThat(found(tutor.client(), mentor)).isEmpty();
    }

    private static String found(TestClient client, Staffroom.Colleague colleague) {
        var address = " " + colleague.person().emailAddress().toUpperCase(Locale.ROOT);
        return client
            .data("query ($email: String!) { personByEmail(email: $email) { id } }", Map.of("email", address))
            .at("/personByEmail/id")
            .asString("");
    }

    @Test
    void aTrustLeadReadsFiguresOfTheTrustsSchoolsAndAPartnerOfThoseInPartnership() {
        var school = staffroom.school();
        var admin = new Clerk(staffroom.administrator().client());
        var tutor = new Clerk(staffroom.tutorOf(school).client());
        var trust = registered(admin, "registerTrust", "trust");
        var partner = registered(admin, "registerDeliveryPartner", "deliveryPartner");
        var lead = staffroom.colleague(false);
        var administrator = staffroom.colleague(false);
        admin.done("appointTrustLead", Map.of("trustId", trust, "personId", lead.id(), "startedOn", "2026-01-01"));
        admin.done(
            "appointPartnerAdministrator",
            Map.of("deliveryPartnerId", partner, "personId", administrator.id(), "startedOn", "2026-01-01")
        );
        assertThat(figures(lead.client()) + figures(administrator.client())).isEmpty();
        admin.done("describeSchool", Map.of("schoolId", school.id(), "name", school.name(), "trustId", trust));
        assertThat(figures(lead.client())).isEqualTo(school.id());
        var partnership = Map.<String, Object>of(
            "schoolId",
            school.id(),
            "deliveryPartnerId",
            partner,
            "leadProvider",
            "A provider",
            "startedOn",
            "2026-01-01"
        );
        tutor.done("startPartnership", partnership);
        assertThat(figures(administrator.client())).isEqualTo(school.id());
        assertThat(tutor.refused("startPartnership", partnership)).contains(
            "There is a partnership from 1 January 2026"
        );
        var another = registered(admin, "registerDeliveryPartner", "deliveryPartner");
        tutor.done(
            "startPartnership",
            with(with(partnership, "deliveryPartnerId", another), "startedOn", Staffroom.today().toString())
        );
        assertThat(figures(administrator.client())).isEmpty();
        var both = tutor
            .node("... on School { partnerships { startedOn finishedOn } }", school.id())
            .get("partnerships");
        assertThat(both.at("/0/finishedOn").asString()).isEqualTo(Staffroom.today().minusDays(1).toString());
        assertThat(both.at("/1/finishedOn").isNull()).isTrue();
        assertThat(new Clerk(lead.client()).mayNot("startPartnership", partnership)).isTrue();
    }

    @Test
    void othersAskWhoIsAtASchoolOnADay() {
        var pair = staffroom.pair();
        var day = Staffroom.today();
        var schools = Set.of(pair.school().id());
        var tutor = staffroom.tutorOf(pair.school());
        assertThat(roll.tutoredBy(new Viewer(tutor.id(), false), day)).isEqualTo(schools);
        assertThat(roll.ectsAt(schools, day))
            .singleElement()
            .satisfies(ect -> {
                assertThat(ect.person().id()).isEqualTo(pair.ect().id());
                assertThat(ect.mentoring().mentorId()).isEqualTo(pair.mentor().id());
                assertThat(ect.cohort()).contains(new Cohort(2025));
            });
        assertThat(roll.mentorsAt(schools, day))
            .singleElement()
            .satisfies(mentor -> assertThat(mentor.person().id()).isEqualTo(pair.mentor().id()));
        assertThat(roll.ectsAt(schools, LocalDate.of(2025, 8, 31))).isEmpty();
    }
}
