package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor and an ECT work through one coaching cycle, each in a browser of their own. */
@CoachbenchTest
class WholeCycleBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    WholeCycleBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aMentorAndAnEctGoThroughACycleAndSeeEachOther() {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 900);
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 740);

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
}
