package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.screenshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.Typist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;

/** A pair looks back on a meeting, each in a browser of their own. */
@CoachbenchTest
class ReplayBrowserIT {

    private final Staffroom staffroom;
    private final LongMeeting longMeeting;
    private final String address;

    ReplayBrowserIT(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired Environment environment
    ) {
        this.staffroom = staffroom;
        this.longMeeting = new LongMeeting(store);
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aMentorScrubsThroughTheMeetingAndTheEctSeesTheCommentAtOnce() {
        var pair = staffroom.pair();
        var cycleId = meeting(pair);
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 740);
            ect.navigate(address + "/cycles/" + cycleId);
            link(ect, "Look back on the session").click();
            assertThat(ect.getByLabel("What do you see at this moment?")).isVisible();

            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 900);
            mentor.navigate(address + "/cycles/" + cycleId);
            mentor.getByRole(AriaRole.NAVIGATION, named("Cycle")).getByText("Look back").click();
            assertThat(mentor.getByLabel("Figures of the meeting")).containsText("2");
            assertThat(rounds(mentor).getByRole(AriaRole.LISTITEM)).hasCount(0);

            var scrubber = mentor.getByRole(AriaRole.SLIDER, named("Moment of the meeting"));
            scrubber.focus();
            mentor.keyboard().press("PageUp");
            assertThat(mentor.getByRole(AriaRole.HEADING, named("At 1:00"))).isVisible();
            mentor.keyboard().press("ArrowRight");
            assertThat(mentor.getByRole(AriaRole.HEADING, named("At 1:05"))).isVisible();
            mentor.keyboard().press("Home");
            assertThat(mentor.getByRole(AriaRole.HEADING, named("At 0:00"))).isVisible();

            mentor.getByRole(AriaRole.LIST, named("Moments")).getByText("Gave feedback on rehearsal 1").click();
            assertThat(rounds(mentor)).containsText("Longer pause next time.");
            assertThat(rounds(mentor)).not().containsText("Asked it again");
            assertThat(mentor.locator(".moment[aria-current]")).containsText("Gave feedback on rehearsal 1");
            assertThat(mentor.getByLabel("Notes of the session")).containsText("Wait three seconds.");
            mentor.getByLabel("What do you see at this moment?").fill("Here the pause was long. <b>😀</b>");
            button(mentor, "Add comment").click();
            assertThat(comments(mentor)).containsText("Here the pause was long. <b>😀</b>");

            assertThat(comments(ect)).containsText("Here the pause was long. <b>😀</b>");
            assertThat(ect.getByLabel("New comment")).containsText(pair.mentor().person().name());
            ect.getByRole(AriaRole.LIST, named("Comments")).getByRole(AriaRole.BUTTON).click();
            assertThat(rounds(ect)).containsText("Longer pause next time.");

            scrubber.focus();
            mentor.keyboard().press("End");
            assertThat(rounds(mentor)).containsText("Asked it again");
            screenshot(mentor, "replay-1280");
            screenshot(ect, "replay-360");
            assertEquals(
                360,
                ect.evaluate("document.documentElement.scrollWidth"),
                "the page does not scroll sideways"
            );

            mentor.getByText("Show as a table").click();
            assertThat(mentor.getByRole(AriaRole.TABLE, named("Sections"))).containsText("First round");
            assertThat(mentor.getByRole(AriaRole.TABLE, named("Comments"))).containsText("Here the pause was long.");
            screenshot(mentor, "replay-table-1280");
        }
    }

    @Test
    void aMeetingIsPlayedLikeARecording() {
        var pair = staffroom.pair();
        var cycleId = meeting(pair);
        try (var browsers = new Browsers(address)) {
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 900);
            mentor.navigate(address + "/cycles/" + cycleId + "/replay");
            mentor.getByText("60\u00d7").click();
            button(mentor, "Play").click();
            assertThat(mentor.locator(".moment[aria-current]")).containsText(
                "Began: First round",
                new LocatorAssertions.ContainsTextOptions().setTimeout(15_000)
            );
            button(mentor, "Pause").click();
            assertThat(button(mentor, "Play")).isVisible();
        }
    }

    private static Locator comments(Page page) {
        return page.getByRole(AriaRole.LIST, named("Comments"));
    }

    private static Locator rounds(Page page) {
        return page.getByRole(AriaRole.LIST, named("Rounds so far"));
    }

    /** A closed cycle whose events are spread over 41 minutes. */
    private String meeting(Staffroom.Pair pair) {
        var coach = new Coach(pair.mentor().client());
        var sections = coach.toShared(pair.ect().id()).at("/plan/sections");
        coach.done("startSession", Map.of());
        var ect = new Coach(pair.ect().client());
        ect.resume(coach.cycleId());
        var typist = Typist.offline();
        type(coach, typist, "Praise for the task on the board. ");
        type(ect, typist, "I forgot to wait. ");
        coach.done("startSection", Map.of("sectionId", sections.at("/1/id").asString()));
        type(coach, typist, "Wait three seconds. ");
        coach.round("Asked the first question");
        type(ect, typist, "Count in my head. ");
        coach.done("startSection", Map.of("sectionId", sections.at("/2/id").asString()));
        coach.round("Asked it again, slower");
        type(coach, typist, "Much calmer.");
        coach.close();
        longMeeting.spread(coach.cycleId());
        return coach.cycleId();
    }

    private static void type(Coach coach, Typist typist, String text) {
        coach.done("editNote", Map.of("kind", "SESSION", "changes", typist.type(typist.text().length(), text)));
    }
}
