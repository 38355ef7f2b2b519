package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.coachbench.Staffroom.Colleague;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A tutor at work in the browser, at a desk and on a phone, and what the others see of it. */
@CoachbenchTest
class TutorDeskBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    TutorDeskBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorDropsInAndGivesTheMentorFeedbackWhileThePairSeesWhoLooked(int width) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
        coach.round("Asked the first question");
        var colleague = staffroom.tutorOf(pair.school());
        try (var browsers = new Browsers(address)) {
            var tutor = opened(browsers, colleague, width);
            tutor.navigate(address + "/cycles/" + coach.cycleId());
            assertThat(button(tutor, "Record my visit and look")).isVisible();
            assertThat(main(tutor)).not().containsText("Wait");
            reached(tutor, "visit-gate-" + width);
            button(tutor, "Record my visit and look").click();
            assertThat(main(tutor)).containsText("You are visiting this coaching");
            assertThat(main(tutor)).containsText("Asked the first question");
            assertThat(main(tutor)).not().containsText("Six hands were up");
            tutor.getByLabel("Feedback to " + pair.mentor().person().name()).fill("The model was short and clear.");
            reached(tutor, "visit-" + width);
            button(tutor, "Send feedback").click();
            assertThat(button(tutor, "Change the feedback")).isVisible();
            // What happens in the session comes to the visitor as it happens, with the pair's own notes left out.
            coach.done("logPracticeRound", Map.of("rehearsed", "Asked it again, slower"));
            assertThat(main(tutor)).containsText("Asked it again, slower");

            var mentor = opened(browsers, pair.mentor(), width);
            assertThat(main(mentor)).containsText(colleague.person().name() + " dropped in on the session on");
            reached(mentor, "mentor-home-visit-" + width);
            link(mentor, "Read the feedback").click();
            assertThat(main(mentor)).containsText("The model was short and clear.");
            assertThat(mentor.getByLabel("Who is here")).containsText(
                colleague.person().name() + " is looking at the overview, reading only."
            );
            mentor.getByLabel("Answer " + colleague.person().name()).fill("I had planned a longer one.");
            reached(mentor, "mentor-feedback-" + width);
            button(mentor, "Send the answer").click();
            assertThat(main(mentor)).containsText(pair.mentor().person().name() + " answered");

            var ect = opened(browsers, pair.ect(), width);
            assertThat(main(ect)).containsText(colleague.person().name() + " dropped in on the session on");
            ect.navigate(address + "/cycles/" + coach.cycleId());
            assertThat(main(ect)).containsText("Who looked");
            assertThat(main(ect)).not().containsText("The model was short and clear.");

            tutor.navigate(address + "/visits");
            assertThat(main(tutor)).containsText("Feedback answered");
            reached(tutor, "visits-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorNudgesAndTheEctSaysThatTheyHaveSeenIt(int width) {
        var pair = staffroom.pair();
        var ectName = pair.ect().person().name();
        var colleague = staffroom.tutorOf(pair.school());
        try (var browsers = new Browsers(address)) {
            var tutor = opened(browsers, colleague, width);
            button(tutor, "Nudge or praise " + ectName).waitFor();
            reached(tutor, "tutor-home-" + width);
            button(tutor, "Nudge or praise " + ectName).click();
            var dialog = tutor.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("Message", exactly())).hasValue(
                Pattern.compile("Hello " + ectName + ",[\\s\\S]*")
            );
            dialog.getByLabel("Self-study").check();
            assertThat(dialog.getByLabel("Message", exactly())).hasValue(
                Pattern.compile("[\\s\\S]*self-study module[\\s\\S]*")
            );
            screenshot(tutor, "nudge-" + width);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send").setExact(true)).click();
            assertThat(dialog).isHidden();

            var ect = opened(browsers, pair.ect(), width);
            assertThat(main(ect)).containsText("A self-study module is waiting for you");
            reached(ect, "ect-home-nudge-" + width);
            button(ect, "I have seen this message from " + colleague.person().name()).click();
            assertThat(main(ect)).not().containsText("A self-study module is waiting for you");

            button(tutor, "Nudge or praise " + ectName).click();
            dialog.getByLabel("Self-study").check();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send").setExact(true)).click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("They were nudged about this on");
            screenshot(tutor, "nudge-again-" + width);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send it anyway")).click();
            assertThat(dialog).isHidden();

            link(tutor, "Nudges and praise").click();
            assertThat(main(tutor)).containsText("Seen on");
            assertThat(main(tutor)).containsText("Not marked as seen yet");
            reached(tutor, "messages-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorFlagsAConcernAndKeepsItsTrail(int width) {
        var pair = staffroom.pair();
        var ectName = pair.ect().person().name();
        var colleague = staffroom.tutorOf(pair.school());
        try (var browsers = new Browsers(address)) {
            var tutor = opened(browsers, colleague, width);
            link(tutor, "Flag a concern about the support of " + ectName).click();
            button(tutor, "Put the concern down").click();
            assertThat(tutor.getByRole(AriaRole.ALERT)).containsText("Write what the concern is.");
            tutor.getByLabel("What is the concern?").fill("The weekly hour goes to cover, since the start of term.");
            reached(tutor, "concern-new-" + width);
            button(tutor, "Put the concern down").click();
            assertThat(main(tutor)).containsText("Nobody told yet");
            assertThat(tutor.getByLabel("Text to copy")).hasValue(
                Pattern.compile("(?![\\s\\S]*weekly hour)[\\s\\S]*" + ectName + "[\\s\\S]*")
            );
            button(tutor, "Record who was told").click();
            button(tutor, "Record it").click();
            assertThat(main(tutor)).containsText("Appropriate body told");
            button(tutor, "Add a follow-up").click();
            tutor.getByLabel("What was done or agreed?").fill("Cover is found for Thursdays.");
            reached(tutor, "concern-follow-up-" + width);
            button(tutor, "Add the follow-up").click();
            assertThat(tutor.getByRole(AriaRole.LIST, named("What was done"))).containsText(
                "Cover is found for Thursdays."
            );
            reached(tutor, "concern-" + width);
            button(tutor, "Close the concern").click();
            tutor.getByLabel("How did it end?").fill("The hour is kept.");
            button(tutor, "Close the concern").click();
            assertThat(button(tutor, "Reopen the concern")).isVisible();
            tutor.navigate(address + "/concerns");
            assertThat(main(tutor)).containsText("No open concern.");
            tutor.getByText("Closed", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(main(tutor)).containsText(ectName);
            reached(tutor, "concerns-" + width);
        }
    }

    private static Page opened(Browsers browsers, Colleague colleague, int width) {
        return browsers.signedIn(colleague.person().emailAddress(), width, 800);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
