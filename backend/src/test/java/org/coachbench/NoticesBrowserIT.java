package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.oversight.Tutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An ECT on a phone is told of what their mentor does while it happens. */
@CoachbenchTest
class NoticesBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    NoticesBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void theBellCountsUpLiveAndLeadsToWhatIsNew() {
        var pair = staffroom.pair();
        var mentor = new Coach(pair.mentor().client());
        var by = pair.mentor().person().name();
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            link(ect, "No new notices").waitFor();
            assertThat(ect.getByText("You have no step right now.")).isVisible();
            ect.evaluate("window.stillTheSamePage = true");

            mentor.toShared(pair.ect().id());
            assertThat(link(ect, "1 new notice")).isVisible();
            assertThat(ect.locator("[aria-live=polite]").getByText(by + " shared a step with you.")).hasCount(1);
            // The page below knows too.
            assertThat(ect.getByText("Waits three seconds")).isVisible();
            var startsAt = Staffroom.today().plusDays(40).atTime(15, 30).atZone(ZoneId.of("Europe/London"));
            mentor.done("scheduleSession", Map.of("startsAt", startsAt.toInstant().toString()));
            assertThat(link(ect, "2 new notices")).isVisible();
            reached(ect, "notices-bell");

            link(ect, "2 new notices").focus();
            ect.keyboard().press("Enter");
            assertThat(ect.getByRole(AriaRole.HEADING, named("Notices"))).isFocused();
            var inWords = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).format(startsAt);
            var planned = link(ect, by + " planned a session with you: " + inWords + ".");
            assertThat(planned).isVisible();
            reached(ect, "notices-list");
            planned.click();
            assertThat(ect.getByText("15:30 to 16:15 in London")).isVisible();
            assertThat(link(ect, "1 new notice")).isVisible();

            new Tutor(staffroom.tutorOf(pair.school()).client()).nudge(pair.ect().id(), "Is there a time?");
            link(ect, "2 new notices").click();
            assertThat(ect.getByText("sent you a nudge.").last()).isVisible();
            button(ect, "Mark all as seen").click();
            assertThat(link(ect, "No new notices")).isVisible();
            assertThat(ect.getByText("New", new Page.GetByTextOptions().setExact(true))).hasCount(0);
            assertThat(button(ect, "Mark all as seen")).hasCount(0);
            reached(ect, "notices-seen");
            org.assertj.core.api.Assertions.assertThat(ect.evaluate("window.stillTheSamePage")).isEqualTo(true);
        }
    }

    @Test
    void olderNoticesStandThereStillWhenANewOneComes() {
        var pair = staffroom.pair();
        var tutor = new Tutor(staffroom.tutorOf(pair.school()).client());
        var praise = Map.of("toId", pair.ect().id(), "kind", "PRAISE", "about", "COACHING", "text", "Well done.");
        for (int i = 0; i < 21; i++) {
            tutor.done("sendMessage", praise);
        }
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            link(ect, "21 new notices").click();
            assertThat(ect.locator(".notice-row")).hasCount(20);
            button(ect, "Show older notices").click();
            assertThat(ect.locator(".notice-row")).hasCount(21);
            tutor.done("sendMessage", praise);
            assertThat(link(ect, "22 new notices")).isVisible();
            assertThat(ect.locator(".notice-row")).hasCount(22);
        }
    }

    @Test
    void whatComesByEmailIsChosenOnAPage() {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            link(ect, "No new notices").click();
            assertThat(ect.getByText("There are no notices yet.")).isVisible();
            reached(ect, "notices-empty");
            link(ect, "Which of them come by e-mail").click();
            assertThat(ect.getByLabel("Praise", Browsers.EXACT)).hasValue("AT_ONCE");
            ect.getByLabel("Praise", Browsers.EXACT).selectOption("NONE");
            ect.getByLabel("School day ends").fill("07:00");
            button(ect, "Save").click();
            assertThat(ect.getByText("Let the quiet hours end before").first()).isVisible();
            ect.getByLabel("School day ends").fill("18:00");
            button(ect, "Save").click();
            assertThat(ect.getByText("Saved.")).isVisible();
            reached(ect, "notices-settings");
            ect.reload();
            assertThat(ect.getByLabel("Praise", Browsers.EXACT)).hasValue("NONE");
            assertThat(ect.getByLabel("School day ends")).hasValue("18:00");
        }
    }
}
