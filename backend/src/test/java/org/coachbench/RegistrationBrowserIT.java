package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.reached;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A tutor registers a school, pairs its people and looks after them, at a desk and on a phone. */
@CoachbenchTest
class RegistrationBrowserIT {

    private static final String HEAD = "name,email,trn,role,started on,finished on,working pattern,mentor email\n";

    private final Staffroom staffroom;
    private final String address;

    RegistrationBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorRegistersASchoolByAFileWithMistakesAndPairsItsPeople(int width) throws Exception {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).person();
        var n = school.urn() + width;
        var wrong = (
            HEAD +
            "Ana Lima,ana%s@example.org,123,ECT,01/09/2026,,part time,mel%s@example.org\n" +
            "Bo Hart,bo%s@example.org,,Teacher,01/09/2026,,,\n" +
            "Mel Roy,mel%s@example.org,,Mentor,2026-13-01,,,\n" +
            "Kit Low,kit%s@example.org,,Mentor,01/09/2026,,,\n" +
            "Cy Dent,cy%s@example.org,,ECT,01/09/2026,,,nobody%s@example.org\n"
        ).replace("%s", n);
        var right = wrong
            .replace(",123,", ",,")
            .replace("Teacher", "ECT")
            .replace("2026-13-01", "2026-09-01")
            .replace("nobody" + n, "mel" + n);
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.emailAddress(), width, 800);
            link(page, "People at " + school.name()).click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nobody is registered here yet.");
            screenshot(page, "people-empty-" + width);
            link(page, "Import a file").click();
            page.getByText("What the file looks like").click();
            screenshot(page, "people-import-" + width);
            choose(page, wrong);
            var problems = page.getByRole(AriaRole.TABLE, named("Problems in the file"));
            for (var place : new String[] {
                "Line 2, column “trn”",
                "Line 3, column “role”",
                "Line 4, column “started on”",
                "Line 6, column “mentor email”",
            }) {
                assertThat(problems).containsText(place);
            }
            assertThat(problems.locator("tbody tr")).hasCount(4);
            noSidewaysScroll(page);
            screenshot(page, "people-import-problems-" + width);

            choose(page, right);
            var preview = page.getByRole(AriaRole.TABLE, named("People in the file"));
            assertThat(preview).containsText("Mentor: Mel Roy from 1 September 2026");
            noSidewaysScroll(page);
            screenshot(page, "people-import-preview-" + width);
            button(page, "Import 5 rows").click();
            var accounts = page.getByRole(AriaRole.TABLE, named("New accounts"));
            assertThat(accounts.locator("tbody tr")).hasCount(5);
            var download = page.waitForDownload(() -> button(page, "Save them as a file").click());
            assertThat(Files.readString(download.path())).contains("ana" + n + "@example.org");
            noSidewaysScroll(page);
            screenshot(page, "people-imported-" + width);
            link(page, "See the people").click();

            assertThat(page.getByText("Without a mentor today")).isVisible();
            noSidewaysScroll(page);
            screenshot(page, "people-" + width);
            link(page, "Bo Hart").first().click();
            appoint(page, "Appoint a mentor", "Kit Low", "Appoint", "2026-09-01");
            assertThat(mentorships(page)).containsText("Kit Low");

            page.getByLabel("Register with Register early career teachers").check();
            assertThat(page.getByText("Done on")).isVisible();
            appoint(page, "Change the mentor", "Mel Roy", "Change the mentor", "2026-10-05");
            assertThat(mentorships(page)).containsText("Sun, 4 Oct 2026");
            assertThat(page.getByText("To be told again: the mentor changed")).isVisible();
            noSidewaysScroll(page);
            screenshot(page, "person-" + width);

            button(page, "Correct the details").click();
            page.getByLabel("Email address").fill("not an address");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("like name@example.com");
            screenshot(page, "person-correct-" + width);
            page.getByLabel("Email address").fill("bo.hart" + n + "@example.org");
            button(page, "Save").click();
            assertThat(page.getByText("bo.hart" + n + "@example.org")).isVisible();

            button(page, "Record that they leave").click();
            page.getByLabel("Last day at the school").fill(LocalDate.of(2026, 10, 30).toString());
            button(page, "Record the last day").click();
            assertThat(mentorships(page)).containsText("Fri, 30 Oct 2026");
            link(page, "People at " + school.name()).click();
            assertThat(page.getByRole(AriaRole.TABLE)).not().containsText("Bo Hart");
            page.getByLabel("Also those who have left").check();
            assertThat(page.getByRole(AriaRole.TABLE)).containsText("Bo Hart");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorRegistersOnePersonAndTransfersAnother(int width) {
        var pair = staffroom.pair();
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).person();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.emailAddress(), width, 800);
            page.navigate(address + "/people/register");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Di Egan");
            page.getByLabel("Email address").fill("di" + school.urn() + width + "@example");
            button(page, "Register").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("like name@example.com");
            noSidewaysScroll(page);
            screenshot(page, "register-person-" + width);
            page.getByLabel("Email address").fill("di" + school.urn() + width + "@example.org");
            button(page, "Register").click();
            assertThat(page.getByText("Di Egan is registered")).isVisible();
            assertThat(page.locator("code")).isVisible();
            button(page, "Register another person").click();
            page.getByLabel("Yes, at another school").check();
            page.getByLabel("Email address").fill(pair.ect().person().emailAddress());
            button(page, "Transfer them here").click();
            assertThat(page.getByText(pair.ect().person().name() + " is registered")).isVisible();
            link(page, "Go on with " + pair.ect().person().name()).click();
            assertThat(page.getByText("Cohort 2025 to 2026")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void anAdministratorSaysWhatASchoolIsAndWithWhomItWorks(int width) {
        var school = staffroom.school();
        var n = school.urn() + width;
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(staffroom.administrator().person().emailAddress(), width, 800);
            page.navigate(address + "/people/school?school=" + school.id());
            page.getByText("Add a delivery partner").click();
            page.getByLabel("Name of the delivery partner").fill("Elm Hub " + n);
            page.getByRole(AriaRole.FORM, named("Add a delivery partner"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                .click();
            assertThat(page.getByLabel("Delivery partner", new Page.GetByLabelOptions().setExact(true))).hasValue(
                Pattern.compile("partner_.*")
            );
            page.getByLabel("Lead provider").fill("A lead provider");
            button(page, "Start the partnership").click();
            assertThat(page.getByRole(AriaRole.LIST, named("Partnerships"))).containsText("Elm Hub " + n);
            button(page, "End the partnership with Elm Hub " + n).click();
            page.getByRole(AriaRole.FORM, named("End the partnership"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End the partnership"))
                .click();
            assertThat(page.getByRole(AriaRole.LIST, named("Partnerships"))).containsText(" to ");
            page.getByLabel("Phase").selectOption("Primary");
            page.getByLabel("Appropriate body").fill("Elm Hub");
            page.getByRole(AriaRole.FORM, named("The school"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
            assertThat(page.getByText("Saved.")).isVisible();
            noSidewaysScroll(page);
            screenshot(page, "about-school-" + width);
            link(page, "People at " + school.name()).click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Elm Hub " + n + ", A lead provider");
            assertThat(button(page, "Register the school")).isVisible();
            screenshot(page, "people-administrator-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorSetsWhenTheSchoolTeachesAndWhenAnEctIsOnTheProgramme(int width) {
        var pair = staffroom.pair();
        var school = pair.school();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(staffroom.tutorOf(school).person().emailAddress(), width, 800);
            page.navigate(address + "/people/school");
            button(page, "Change the dates of").first().click();
            var firstDay = page.getByRole(AriaRole.GROUP, named("Autumn 1")).getByLabel("First day");
            assertThat(firstDay).isFocused();
            var year = firstDay.inputValue().substring(0, 4);
            firstDay.fill(year + "-07-30");
            button(page, "Save the dates").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter 1 August");
            reached(page, "school-year-" + width);
            firstDay.fill(year + "-08-30");
            button(page, "Save the dates").click();
            assertThat(button(page, "Change the dates of").first()).isFocused();
            assertThat(page.getByText("the school’s own dates")).isVisible();
            assertThat(page.getByText("30 Aug " + year)).isVisible();
            button(page, "Go back to the usual dates").click();
            assertThat(page.getByText("the school’s own dates")).isHidden();
            button(page, "Save the choice").click();
            assertThat(page.getByRole(AriaRole.LIST, named("Choices about pastoral meetings"))).containsText(
                "pastoral meetings"
            );
            reached(page, "school-calendar-" + width);

            page.navigate(address + "/people/" + pair.ect().id() + "?school=" + school.id());
            button(page, "Change the schedule").click();
            page.getByLabel("Schedule", exactly()).and(page.getByRole(AriaRole.COMBOBOX)).selectOption("Personalised");
            button(page, "Save the schedule").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter the last day that was agreed");
            page.getByLabel("Agreed last day").fill(Staffroom.today().plusYears(1).toString());
            button(page, "Save the schedule").click();
            assertThat(button(page, "Change the schedule")).isFocused();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Personalised");
            button(page, "Record a break").click();
            button(page, "Save the break").click();
            var breaks = page.getByRole(AriaRole.LIST, named("Breaks"));
            assertThat(breaks).containsText("no last day yet");
            button(page, "Enter the last day").click();
            page.getByLabel("Last day of the break").fill(Staffroom.today().plusDays(9).toString());
            button(page, "Save the break").click();
            assertThat(breaks).not().containsText("no last day yet");
            button(page, "Change how often they meet").click();
            page.getByLabel("They meet", exactly()).selectOption("Coaching every week");
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.LIST, named("Rhythms"))).containsText("Coaching every week");
            reached(page, "person-programme-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void anAdministratorAppointsAndEndsOffices(int width) {
        var school = staffroom.school();
        var mentor = staffroom.mentorAt(school).person();
        var email = "hana" + school.urn() + width + "@example.org";
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(staffroom.administrator().person().emailAddress(), width, 800);
            page.navigate(address + "/people/school?school=" + school.id());
            appointToOffice(page, "Appoint a tutor", mentor.emailAddress());
            assertThat(page.getByLabel("Tutors of " + school.name())).containsText(mentor.name());

            appointToOffice(page, "Appoint a headteacher", email);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nobody is registered with this address.");
            page.getByRole(AriaRole.FORM, named("Appoint a headteacher")).getByLabel("Name").fill("Hana Ito");
            button(page, "Register and appoint").click();
            var heads = page.getByLabel("Headteachers of " + school.name());
            assertThat(heads).containsText("Hana Ito signs in with");
            assertThat(button(page, "Appoint a headteacher of")).isFocused();
            button(page, "End the appointment of Hana Ito").click();
            button(page, "End the appointment").last().click();
            assertThat(button(page, "End the appointment of Hana Ito")).isFocused();
            assertThat(heads.getByRole(AriaRole.LISTITEM)).containsText(" to ");
            reached(page, "offices-" + width);

            page.getByText("Add a trust that is not in the list").click();
            page.getByLabel("Name of the trust").fill("Trust " + school.urn() + width);
            page.getByRole(AriaRole.FORM, named("Add a trust"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                .click();
            assertThat(page.getByLabel("Trust", exactly())).hasValue(Pattern.compile("trust_.*"));
            page.navigate(address + "/organisations");
            appointToOffice(page, "Appoint a trust lead of Trust " + school.urn() + width, email);
            assertThat(page.getByLabel("Trust leads of Trust " + school.urn() + width)).containsText("Hana Ito");
            reached(page, "organisations-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void anAdministratorMakesOneRecordOfAPersonWhoWasRegisteredTwice(int width) {
        var school = staffroom.school();
        var kept = staffroom.mentorAt(school).person();
        var twin = staffroom.tutorOf(school).person();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(staffroom.administrator().person().emailAddress(), width, 800);
            page.navigate(address + "/people/" + kept.id() + "?school=" + school.id());
            button(page, "Merge with another record").click();
            page.getByLabel("Email address of the other record").fill(kept.emailAddress());
            button(page, "Find the record").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("the record that you are looking at");
            page.getByLabel("Email address of the other record").fill(twin.emailAddress());
            button(page, "Find the record").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Make one record of these two?"))).isFocused();
            var confirmation = page.getByLabel("Registered twice?");
            assertThat(confirmation).containsText(Pattern.compile("Stays.*" + kept.name() + ".*Goes.*" + twin.name()));
            button(page, "Keep the other one").click();
            assertThat(confirmation).containsText(Pattern.compile("Stays.*" + twin.name() + ".*Goes.*" + kept.name()));
            reached(page, "merge-" + width);
            button(page, "Merge the records").click();
            assertThat(page.getByRole(AriaRole.HEADING, named(twin.name()))).isVisible();
            link(page, "People at " + school.name()).click();
            assertThat(page.getByRole(AriaRole.TABLE)).containsText(twin.name());
            assertThat(page.getByRole(AriaRole.TABLE)).not().containsText(kept.name());
        }
    }

    private static void appointToOffice(Page page, String open, String email) {
        button(page, open).click();
        var form = page.getByRole(AriaRole.FORM, named("Appoint"));
        form.getByLabel("Email address").fill(email);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Appoint")).click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void appoint(Page page, String open, String mentor, String confirm, String from) {
        button(page, open).click();
        var form = page.getByRole(AriaRole.FORM, named(open));
        form.getByLabel("Mentor").selectOption(mentor);
        form.getByLabel("First day").fill(from);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(confirm)).click();
        assertThat(form).isHidden();
    }

    private static Locator mentorships(Page page) {
        return page.getByRole(AriaRole.LIST, named("Mentorships"));
    }

    private static void choose(Page page, String csv) {
        page.locator("input[type=file]").setInputFiles(
            new FilePayload("people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
        );
    }
}
