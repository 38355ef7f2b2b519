package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor and an ECT prepare a pastoral meeting and hold it, each at their own screen. */
@CoachbenchTest
class PastoralBrowserIT {

    private static final String SECRET = "Home by five on Thursdays";
    private static final String KEPT = """
    async () => {
      const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => done(opening.result);
        });
        for (const store of database.objectStoreNames) {
          const all = await new Promise((done) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => done(reading.result);
          });
          texts.push(JSON.stringify(all));
        }
        database.close();
      }
      return texts.join();
    }
    """;

    private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

    private final Staffroom staffroom;
    private final String address;

    PastoralBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void twoPrepareAndHoldAPastoralMeeting(int width) {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            mentor.navigate(address + "/pastoral");
            assertThat(mentor.getByText("No pastoral meeting is planned.")).isVisible();
            button(mentor, "Plan a meeting").click();
            button(mentor, "Write in the meeting").click();
            mentor.getByLabel("Workload and marking", EXACT).check();
            mentor.getByText("Workload and marking: what may help").click();
            assertThat(mentor.getByText("Ask one or two")).isVisible();
            mentor.getByLabel("Plan", EXACT).fill(SECRET);
            screenshot(mentor, "pastoral-writing-" + width);

            var ect = browsers.signedIn(pair.ect().person().emailAddress(), width, 800);
            ect.navigate(address + "/pastoral");
            button(ect, "Write in the meeting").click();
            ect.getByLabel("New action", EXACT).fill("Mark in the lesson");
            button(ect, "Save").click();
            assertThat(ect.getByText("Mark in the lesson")).isVisible();

            button(mentor, "Save").click();
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("changed this meanwhile");
            button(mentor, "Show what the other wrote").click();
            assertThat(mentor.getByText("Mark in the lesson")).isVisible();
            assertThat(mentor.getByLabel("Plan", EXACT)).hasValue(SECRET);
            mentor.getByLabel("New action", EXACT).fill("Mark in the lesson");
            button(mentor, "I have taken over what is to stay").click();
            button(mentor, "Save").click();
            assertThat(button(mentor, "It took place")).isVisible();
            leavesNothingBehindUnasked(mentor);
            button(mentor, "It took place").click();
            assertThat(mentor.getByRole(AriaRole.HEADING, named("Past"))).isVisible();
            // Whoever works by key goes on from what they did.
            var held = mentor.getByRole(AriaRole.HEADING, named("with " + pair.ect().person().name()));
            assertThat(held).isFocused();
            button(mentor, "Plan a meeting").click();
            button(mentor, "Take it away").click();
            assertThat(mentor.getByText("No pastoral meeting is planned.")).isVisible();
            screenshot(mentor, "pastoral-held-" + width);
            noSidewaysScroll(mentor);

            ect.reload();
            assertThat(ect.getByText(SECRET)).isVisible();
            for (var page : List.of(mentor, ect)) {
                assertThat((String) page.evaluate(KEPT))
                    .as("on the device")
                    .doesNotContain(SECRET);
            }
        }
    }

    /** The browser's question is answered with no. */
    private static void leavesNothingBehindUnasked(Page page) {
        button(page, "Write in the meeting").click();
        page.getByLabel("Notes", EXACT).fill("Not saved yet");
        page.getByRole(AriaRole.LINK, named("Home").setExact(true)).click();
        assertThat(page.getByLabel("Notes", EXACT)).hasValue("Not saved yet");
        button(page, "Leave it as it was").click();
        assertThat(page.getByText("Not saved yet")).isHidden();
    }
}
