package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.coaching.Coach;
import org.coachbench.people.Clerk;
import org.coachbench.people.School;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A tutor's work of a term, from an empty school to its figures, which its delivery partner reads without the people. */
@CoachbenchTest
class TutorTermBrowserIT {

    private static final List<String> ECTS = List.of(
        "Ana Lima",
        "Bo Hart",
        "Cy Dent",
        "Di Egan",
        "Ed Frost",
        "Fay Gill"
    );
    /** Of what the mentor of {@link Coach} writes. */
    private static final List<String> COACHING = List.of(
        "Six hands",
        "Waits three seconds",
        "Asked the first question"
    );

    private final Staffroom staffroom;
    private final String address;

    TutorTermBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aTutorFillsTheirSchoolSeesTheTermThroughAndItsPartnerReadsFigures() {
        var school = staffroom.school();
        staffroom.teachesAlways(school);
        var tutor = staffroom.tutorOf(school);
        var mentor = staffroom.mentorAt(school);
        var partner = partner("Hub of " + school.urn());
        try (var browsers = new Browsers(address)) {
            var page = opened(browsers, tutor, 1280);
            registersEverybody(page, school, mentor);
            appointsTheMissingMentor(page, mentor);
            trainsWithAPartner(page, school, partner.name());

            var coach = new Coach(mentor.client());
            coach.toClosed(idOf(school, tutor, "Ana Lima"));
            seesTheHalfTermAndNudges(page);
            dropsIn(page, school);
            flagsAConcern(page);
            page.navigate(address + "/engagement");
            assertThat(page.getByRole(AriaRole.HEADING, named("By half-term"))).isVisible();
            reached(page, "term-engagement-1280");

            onAPhone(browsers, tutor, school);
            readsFiguresOnly(opened(browsers, partner.administrator(), 1280), mentor, 1280);
            readsFiguresOnly(opened(browsers, partner.administrator(), 360), mentor, 360);
        }
    }

    private void registersEverybody(Page page, School school, Colleague mentor) {
        var began = Staffroom.today().minusWeeks(8).toString();
        var mentorEmail = mentor.person().emailAddress();
        var rows = new StringBuilder("name,email,role,started on,mentor email\n");
        for (var name : ECTS) {
            var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + school.urn() + "@example.org";
            var mentored = name.equals("Bo Hart") ? "" : mentorEmail;
            rows.append("%s,%s,ECT,%s,%s%n".formatted(name, email, began, mentored));
        }
        var right = rows.toString();
        link(page, "People at " + school.name()).click();
        link(page, "Import a file").click();
        choose(page, right.replaceFirst("ECT", "Teacher").replaceFirst("cy.dent", "cy dent"));
        var problems = page.getByRole(AriaRole.TABLE, named("Problems in the file"));
        assertThat(problems.locator("tbody tr")).hasCount(2);
        reached(page, "term-import-problems-1280");
        choose(page, right);
        button(page, "Import 6 rows").click();
        assertThat(page.getByRole(AriaRole.TABLE, named("New accounts")).locator("tbody tr")).hasCount(6);
        link(page, "See the people").click();
    }

    private static void appointsTheMissingMentor(Page page, Colleague mentor) {
        assertThat(page.getByText("Without a mentor today")).isVisible();
        link(page, "Bo Hart").first().click();
        button(page, "Appoint a mentor").click();
        var form = page.getByRole(AriaRole.FORM, named("Appoint a mentor"));
        form.getByLabel("Mentor").selectOption(mentor.person().name());
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Appoint").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.LIST, named("Mentorships"))).containsText(mentor.person().name());
    }

    private void trainsWithAPartner(Page page, School school, String partner) {
        page.navigate(address + "/people/school");
        page.getByLabel("Delivery partner").selectOption(partner);
        page.getByLabel("Lead provider").fill("A lead provider");
        page.getByRole(AriaRole.FORM, named("Start a partnership"))
            .getByLabel("First day")
            .fill(Staffroom.today().minusWeeks(8).toString());
        button(page, "Start the partnership").click();
        assertThat(page.getByRole(AriaRole.LIST, named("Partnerships"))).containsText(partner);
        link(page, "People at " + school.name()).click();
        assertThat(main(page)).not().containsText("Without a mentor today");
    }

    private void seesTheHalfTermAndNudges(Page page) {
        page.navigate(address);
        assertThat(weeks(page, "Ana Lima")).containsText(": coaching");
        assertThat(weeks(page, "Cy Dent")).containsText(": missed");
        reached(page, "term-home-1280");
        button(page, "Nudge or praise Cy Dent").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send").setExact(true)).click();
        assertThat(dialog).isHidden();
        link(page, "Nudges and praise").click();
        assertThat(main(page)).containsText("Cy Dent");
    }

    private void dropsIn(Page page, School school) {
        page.navigate(address);
        link(page, "Coaching log").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Coaching log of " + school.name()))).isVisible();
        reached(page, "term-log-1280");
        link(page, "Visit the coaching of Ana Lima").click();
        button(page, "Record my visit and look").click();
        assertThat(main(page)).containsText("Asked the first question");
        assertThat(main(page)).not().containsText("Six hands");
        reached(page, "term-visit-1280");
    }

    private void flagsAConcern(Page page) {
        page.navigate(address);
        link(page, "Flag a concern about the support of Cy Dent").click();
        page.getByLabel("What is the concern?").fill("No meeting since they began.");
        button(page, "Put the concern down").click();
        assertThat(main(page)).containsText("Nobody told yet");
    }

    private void onAPhone(Browsers browsers, Colleague tutor, School school) {
        var phone = opened(browsers, tutor, 360);
        assertThat(weeks(phone, "Cy Dent")).containsText(": missed");
        reached(phone, "term-home-360");
        phone.navigate(address + "/coaching-log");
        assertThat(link(phone, "Visit the coaching of Ana Lima")).isVisible();
        reached(phone, "term-log-360");
        phone.navigate(address + "/concerns");
        assertThat(main(phone)).containsText("Cy Dent");
        reached(phone, "term-concerns-360");
        phone.navigate(address + "/engagement");
        assertThat(phone.getByRole(AriaRole.HEADING, named("By half-term"))).isVisible();
        reached(phone, "term-engagement-360");
        phone.navigate(address + "/people?school=" + school.id());
        assertThat(link(phone, "Fay Gill")).isVisible();
        reached(phone, "term-people-360");
    }

    private static void readsFiguresOnly(Page page, Colleague mentor, int width) {
        link(page, "Engagement over time").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("By half-term"))).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, named("By half-term"))).isVisible();
        for (var name : ECTS) {
            assertThat(page.locator("body")).not().containsText(name);
        }
        assertThat(page.locator("body")).not().containsText(mentor.person().name());
        for (var words : COACHING) {
            assertThat(page.locator("body")).not().containsText(words);
        }
        reached(page, "term-partner-" + width);
    }

    private record Partner(String name, Colleague administrator) {}

    private Partner partner(String name) {
        var registrar = new Clerk(staffroom.administrator().client());
        var id = registrar
            .done("registerDeliveryPartner", "deliveryPartner { id }", Map.of("name", name))
            .at("/deliveryPartner/id")
            .asString();
        var administrator = staffroom.colleague(false);
        registrar.done(
            "appointPartnerAdministrator",
            Map.of("personId", administrator.id(), "deliveryPartnerId", id, "startedOn", Staffroom.SINCE.toString())
        );
        return new Partner(name, administrator);
    }

    private static String idOf(School school, Colleague tutor, String name) {
        var people = new Clerk(tutor.client()).node("... on School { people { person { id name } } }", school.id());
        for (var at : people.get("people")) {
            if (at.at("/person/name").asString().equals(name)) {
                return at.at("/person/id").asString();
            }
        }
        throw new AssertionError(name + " is not at the school");
    }

    private static Page opened(Browsers browsers, Colleague colleague, int width) {
        return browsers.signedIn(colleague.person().emailAddress(), width, 800);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static Locator weeks(Page page, String name) {
        return page.getByRole(AriaRole.LIST, named("School weeks of " + name));
    }

    private static void choose(Page page, String csv) {
        page.locator("input[type=file]").setInputFiles(
            new FilePayload("people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
        );
    }
}
