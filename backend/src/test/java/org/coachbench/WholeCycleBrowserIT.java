package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor and an ECT work through one coaching cycle, each in a browser of their own. */
@CoachbenchTest
class WholeCycleBrowserIT {

    private static final List<String> CHROMIUM = List.of(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync"
    );

    private final Staffroom staffroom;
    private final String address;

    WholeCycleBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aMentorAndAnEctGoThroughACycleAndSeeEachOther() {
        var pair = staffroom.pair();
        try (var playwright = Playwright.create(); var browser = launch(playwright)) {
            var mentor = signedIn(browser, pair.mentor().person().emailAddress(), 1280, 900);
            var ect = signedIn(browser, pair.ect().person().emailAddress(), 360, 740);

            button(mentor, "Start a drop-in").or(link(mentor, "Start a drop-in")).click();
            mentor.getByLabel("Subject").fill("Science");
            mentor.getByLabel("Class").fill("8B");
            button(mentor, "Start drop-in").click();
            mentor
                .getByLabel("What do you see or hear?")
                .fill("Six hands were up before the question ended. <b>😀</b>");
            button(mentor, "Add note").click();
            assertThat(mentor.getByRole(AriaRole.LIST, named("Evidence notes"))).containsText("<b>😀</b>");
            mentor.getByLabel("What went well, and what did it do for pupils?").fill("The task was on the board.");
            button(mentor, "Add praise").click();
            link(mentor, "Choose a step").or(button(mentor, "Choose a step")).first().click();

            mentor.getByLabel("Search for a step").fill("claim");
            var found = mentor.getByRole(AriaRole.LIST, named("Steps found"));
            found.getByText("Ask three questions").first().click();
            button(mentor, "Choose this step").click();
            mentor.getByRole(AriaRole.TEXTBOX, named("Success criterion 1")).fill("Says who was studied");
            button(mentor, "Save step").click();
            link(mentor, "Plan the session").or(button(mentor, "Plan the session")).first().click();
            button(mentor, "Save plan").click();
            button(mentor, "Share with " + pair.ect().person().name()).click();
            link(mentor, "Go to the session").or(button(mentor, "Go to the session")).first().click();

            // The ECT's home was open before the step was shared.
            ect.reload();
            assertThat(ect.getByRole(AriaRole.MAIN)).containsText("Ask three questions");
            screenshot(ect, "ect-home-360");
            link(ect, "Look at the plan").or(button(ect, "Look at the plan")).first().click();

            button(mentor, "Start the session").click();
            assertThat(mentor.getByLabel("Running section")).isVisible();
            link(ect, "Session").or(link(ect, "Join the session")).first().click();
            assertThat(ect.getByLabel("Running section")).isVisible();

            round(mentor, ect, 1);
            round(mentor, ect, 2);
            screenshot(mentor, "session-1280");
            screenshot(ect, "session-360");

            var today = LocalDate.now(ZoneId.of("Europe/London"));
            mentor.getByLabel("First used on").fill(today.plusDays(1).toString());
            mentor.getByLabel("Where will the step be used?").fill("8B, period 3");
            mentor.getByLabel("Next drop-in on").fill(today.plusDays(7).toString());
            button(mentor, "Agree follow-up").click();
            assertThat(ect.getByText("8B, period 3")).isVisible();
            button(mentor, "Close the cycle").click();
            assertThat(ect.getByLabel("Phase", new Page.GetByLabelOptions().setExact(true)).first()).containsText(
                "Closed"
            );
        }
    }

    private static void round(Page mentor, Page ect, int number) {
        mentor.getByLabel("What was rehearsed in round " + number).fill("Go number " + number);
        button(mentor, "Log round " + number).click();
        assertThat(ect.getByText("Go number " + number)).isVisible();
        mentor
            .getByLabel("Feedback on round " + number)
            .last()
            .fill("Pause longer, round " + number);
        button(mentor, "Give feedback").click();
        assertThat(ect.getByText("Pause longer, round " + number)).isVisible();
    }

    private Page signedIn(Browser browser, String email, int width, int height) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)).newPage();
        page.setDefaultTimeout(15_000);
        page.navigate(address);
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Staffroom.PASSWORD);
        button(page, "Sign in").click();
        assertThat(button(page, "Sign out")).isVisible();
        return page;
    }

    private static Browser launch(Playwright playwright) {
        var chromium = System.getProperty("coachbench.test.chromium", "/usr/bin/chromium");
        return playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium)).setArgs(CHROMIUM));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true)
        );
    }
}
