package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.coachbench.programme.EventDesk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The programme in the browser: an ECT's own, and the tutor's desk for events, at a desk and on a phone. */
@CoachbenchTest
class ProgrammeBrowserIT {

    private static final String CLINIC = "Clinic 1: Maintaining high expectations";

    private final Staffroom staffroom;
    private final String address;

    ProgrammeBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void anEctBooksADateTicksAModuleAndSaysWhatTimeTheyHad(int width) {
        var pair = staffroom.pair();
        var desk = new EventDesk(staffroom.tutorOf(pair.school()).client());
        desk.schedule("clinic-1", Staffroom.today().plusDays(4), pair.school().id());
        desk.schedule("conference-1", Staffroom.today().plusDays(9), pair.school().id());
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.ect().person().emailAddress(), width, 800);
            page.navigate(address + "/programme");
            page.getByRole(AriaRole.BUTTON, named("Book " + CLINIC))
                .first()
                .click();
            assertThat(page.getByRole(AriaRole.LIST, named("Booked"))).containsText(CLINIC);
            var module = page.getByLabel("Positive classroom culture");
            module.check();
            assertThat(page.getByText("Completed on")).isVisible();
            assertThat(page.getByText("1 completed")).isVisible();
            page.getByLabel("Given in Autumn 1, 2025").selectOption("Partly");
            page.reload();
            assertThat(page.getByLabel("Given in Autumn 1, 2025")).hasValue("PARTLY");
            assertThat(page.getByLabel("Positive classroom culture")).isChecked();
            noSidewaysScroll(page);
            screenshot(page, "programme-ect-" + width);
            button(page, "Give your place back: " + CLINIC).click();
            assertThat(page.getByRole(AriaRole.LIST, named("To arrange"))).containsText(CLINIC);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorRecordsWhoCameAndSeesToWhoDidNot(int width) {
        var pair = staffroom.pair();
        var second = staffroom.ectOf(pair.mentor(), pair.school());
        var tutor = staffroom.tutorOf(pair.school());
        var desk = new EventDesk(tutor.client());
        var today = desk.schedule("clinic-1", Staffroom.today(), pair.school().id());
        desk.book(today, pair.ect().id());
        desk.book(today, second.id());
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.person().emailAddress(), width, 800);
            page.navigate(address + "/programme/events");
            page.getByRole(AriaRole.BUTTON, named("Record attendance: " + CLINIC)).click();
            answer(page, pair.ect().person().name(), "Came");
            answer(page, second.person().name(), "Did not come");
            screenshot(page, "register-" + width);
            button(page, "Save attendance").click();
            var toSeeTo = page.getByRole(AriaRole.LIST, named("To see to"));
            assertThat(toSeeTo).containsText("nothing is arranged yet");

            button(page, "Schedule a date").click();
            button(page, "Schedule it").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter the place");
            page.getByLabel("Event", new Page.GetByLabelOptions().setExact(true)).selectOption(CLINIC);
            page.getByLabel("Place, or link to join").fill("https://meet.example.org/clinic-one-again");
            button(page, "Schedule it").click();
            var upcoming = page.getByRole(AriaRole.LIST, named("Upcoming dates"));
            assertThat(upcoming).containsText("clinic-one-again");
            noSidewaysScroll(page);
            screenshot(page, "events-desk-" + width);
            button(page, "Book a place for " + second.person().name() + ", " + CLINIC).click();
            assertThat(upcoming).containsText("1 booked");

            var content = button(page, "Assign content to " + pair.ect().person().name() + ", Conference 1").first();
            content.click();
            page.getByLabel("What to work through").fill("Read the summary and try one routine.");
            button(page, "Assign it").click();
            assertThat(toSeeTo).containsText("Content assigned on");
            page.getByRole(AriaRole.LINK, named(pair.ect().person().name())).first().click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Programme of"))).isVisible();
            assertThat(page.getByText("Read the summary")).isVisible();
            noSidewaysScroll(page);
            screenshot(page, "programme-of-ect-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aMentorHasTheirOwnProgramme(int width) {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            page.navigate(address + "/programme");
            assertThat(page.getByLabel("Providing challenge")).not().isChecked();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("1 lesson a week due");
            noSidewaysScroll(page);
            screenshot(page, "programme-mentor-" + width);
        }
    }

    private static void answer(Page page, String name, String answer) {
        page.getByRole(AriaRole.GROUP, named(name)).getByLabel(answer).check();
    }
}
