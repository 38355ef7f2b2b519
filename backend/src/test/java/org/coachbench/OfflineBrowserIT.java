package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor notes a drop-in in a classroom without a network; the same mentor's other window is online. */
@CoachbenchTest
class OfflineBrowserIT {

    private static final List<String> SEEN = List.of("Six hands went up.", "Pupil A called out.", "The bell rang.");

    private final Staffroom staffroom;
    private final String address;

    OfflineBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void whatWasDoneOfflineArrivesOnceAndAConflictIsThePersonsToDecide(int width) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var browsers = new Browsers(address)) {
            var classroom = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            var desk = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 900);
            var dropIn = address + "/cycles/" + coach.cycleId() + "/observation";
            classroom.navigate(dropIn);
            desk.navigate(dropIn);
            button(classroom, "Correct the lesson").waitFor();
            button(desk, "Correct the lesson").waitFor();

            classroom.context().setOffline(true);
            for (var seen : SEEN) {
                classroom.getByLabel("What do you see or hear?").fill(seen);
                button(classroom, "Add note").click();
            }
            classroom.getByLabel("What went well, and what did it do for pupils?").fill("The task was on the board.");
            button(classroom, "Add praise").click();
            correctLesson(classroom, "Forces");
            assertThat(classroom.getByText("5 changes wait to be sent.")).isVisible();
            assertThat(notes(classroom)).containsText(SEEN.toArray(String[]::new));
            screenshot(classroom, "offline-drop-in-" + width);
            link(classroom, "Look at them").click();
            assertThat(list(classroom, "On their way").getByRole(AriaRole.LISTITEM)).hasCount(5);
            noSidewaysScroll(classroom);
            screenshot(classroom, "offline-waiting-" + width);
            assertThat(notes(desk)).hasCount(0);

            classroom.context().setOffline(false);
            assertThat(classroom.getByText("Nothing waits.")).isVisible();
            assertThat(notes(desk)).hasCount(SEEN.size());
            assertThat(notes(desk)).containsText(SEEN.toArray(String[]::new));
            assertThat(desk.getByText("The task was on the board.")).hasCount(1);
            assertThat(desk.getByText("Forces")).isVisible();

            classroom.goBack();
            button(classroom, "Correct the lesson").waitFor();
            classroom.context().setOffline(true);
            correctLesson(classroom, "Forces and motion");
            assertThat(classroom.getByText("1 change waits to be sent.")).isVisible();
            correctLesson(desk, "Light and shadow");
            button(desk, "Correct the lesson").waitFor();
            classroom.context().setOffline(false);
            link(classroom, "Compare and choose").click();
            var toDecide = list(classroom, "For you to decide");
            assertThat(toDecide).containsText("Yours");
            assertThat(toDecide).containsText("Forces and motion");
            assertThat(toDecide).containsText("As it is now");
            assertThat(toDecide).containsText("Light and shadow");
            noSidewaysScroll(classroom);
            screenshot(classroom, "conflict-" + width);
            button(classroom, "Use mine").click();
            assertThat(classroom.getByText("Nothing waits.")).isVisible();
            assertThat(desk.getByText("Forces and motion")).isVisible();
        }
    }

    private static void correctLesson(Page page, String topic) {
        button(page, "Correct the lesson").click();
        page.getByLabel("Topic").fill(topic);
        button(page, "Save lesson").click();
    }

    private static Locator notes(Page page) {
        return list(page, "Evidence notes").getByRole(AriaRole.LISTITEM);
    }

    private static Locator list(Page page, String name) {
        return page.getByRole(AriaRole.LIST, named(name));
    }

    private static void noSidewaysScroll(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }
}
