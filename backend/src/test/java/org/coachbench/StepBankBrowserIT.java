package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.stepbank.Curator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Finding, writing and importing steps in the browser, at a desk and on a phone. */
@CoachbenchTest
class StepBankBrowserIT {

    private static final String WRONG = "module,title,criterion 1\nRetreival,Ask it again tomorrow,Asks\n";
    private static final String RIGHT = "module,title,criterion 1\nRetrieval,Ask it again tomorrow,Asks\n";

    private final Staffroom staffroom;
    private final String address;

    StepBankBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aMentorFindsAStepFromANoteAndTailorsIt(int width) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        coach.done("recordEvidence", Map.of("text", "Calls out answers before others can think"));
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            page.navigate(address + "/cycles/" + coach.cycleId() + "/step");
            page.getByLabel("Search for a step").fill("three keen ones answer everything");
            var found = page.getByRole(AriaRole.LIST, named("Steps found"));
            assertThat(found).containsText("Wait three full seconds");
            noSidewaysScroll(page);
            screenshot(page, "finder-" + width);
            found.getByText("Wait three full seconds").first().click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Harder");
            button(page, "Choose this step").click();
            page.getByRole(AriaRole.TEXTBOX, named("Success criterion 1")).fill("Counts to three in her head");
            button(page, "Save step").click();
            link(page, "Plan the session").or(button(page, "Plan the session")).first().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aMentorIsShownWhatMayComeNextAndWhy(int width) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        for (int i = 0; i < 3; i++) {
            coach.done("recordEvidence", Map.of("text", "Half of the class chatted while she gave the task."));
        }
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            page.navigate(address + "/cycles/" + coach.cycleId() + "/step");
            var suggested = page.getByRole(AriaRole.LIST, named("Suggested steps"));
            assertThat(suggested).containsText("Wait for all eyes");
            assertThat(suggested).containsText("30 for it");
            suggested.getByText("Why this one?").first().click();
            assertThat(suggested).containsText("3 notes speak of it");
            var found = page.getByRole(AriaRole.LIST, named("Steps found"));
            found.getByText("Why not this one?").first().click();
            assertThat(found).containsText("It would come further up when");
            noSidewaysScroll(page);
            screenshot(page, "suggestions-" + width);
            page.getByLabel("Search for a step").fill("tidy");
            assertThat(suggested).isHidden();
            page.getByLabel("Search for a step").fill("");
            suggested.getByText("Wait for all eyes").first().click();
            page.getByText("Why this one, or why not?").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Place 1 of");
            button(page, "Choose this step").click();
            button(page, "Save step").click();
            link(page, "Plan the session").or(button(page, "Plan the session")).first().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorWritesAStepWithAdviceAndPublishesIt(int width) {
        var school = staffroom.pair().school();
        var tutor = staffroom.tutorOf(school);
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.person().emailAddress(), width, 800);
            page.navigate(address + "/banks");
            button(page, "Open a bank of a school’s own").click();
            page.getByLabel("Title of the bank").fill("Our own steps");
            button(page, "Open the bank").click();
            link(page, "Write a step").click();
            page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true)).fill("Improve questioning");
            assertThat(page.getByText("Nobody can see")).isVisible();
            page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true)).fill("Wait after every question");
            assertThat(page.getByText("Nobody can see")).isHidden();
            page.getByLabel("Module").selectOption("Retrieval");
            noSidewaysScroll(page);
            screenshot(page, "write-step-" + width);
            button(page, "Save").first().click();
            button(page, "Publish").click();
            assertThat(page.getByText("Published").first()).isVisible();
            screenshot(page, "own-step-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aTutorSeesWhatAnImportWouldDoBeforeItDoesIt(int width) {
        var school = staffroom.pair().school();
        var tutor = staffroom.tutorOf(school);
        var bank = new Curator(tutor.client()).open(school.id());
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.person().emailAddress(), width, 800);
            page.navigate(address + "/banks/" + bank + "/import");
            choose(page, WRONG);
            assertThat(page.getByRole(AriaRole.TABLE)).containsText("Retrieval");
            screenshot(page, "import-problems-" + width);
            choose(page, RIGHT);
            assertThat(page.getByRole(AriaRole.TABLE)).containsText("Ask it again tomorrow");
            noSidewaysScroll(page);
            screenshot(page, "import-preview-" + width);
            page.getByLabel("Publish them at once").check();
            button(page, "Import 1 step").click();
            assertThat(page.getByText("Imported 1 step")).isVisible();
            button(page, "Import another file").click();
            choose(page, RIGHT);
            assertThat(page.getByText("Nothing to change")).isVisible();
        }
    }

    private static void choose(Page page, String csv) {
        page.locator("input[type=file]").setInputFiles(
            new FilePayload("steps.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
        );
    }
}
