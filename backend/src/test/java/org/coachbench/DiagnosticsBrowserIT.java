package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.diagnostics.Respondent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An ECT answers on a phone, is cut off, and goes on elsewhere; their mentor has it beside the steps. */
@CoachbenchTest
class DiagnosticsBrowserIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;

    private final Staffroom staffroom;
    private final String address;

    DiagnosticsBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void whoIsCutOffGoesOnWhereTheyStopped() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var respondent = new Respondent(pair.ect());
        var total = respondent.questions("orientation").size();
        try (var browsers = new Browsers(address)) {
            var phone = browsers.signedIn(pair.ect().person().emailAddress(), PHONE, 740);
            link(phone, "Questions about your teaching").click();
            assertThat(phone.getByRole(AriaRole.HEADING, named("For now"))).isVisible();
            reached(phone, "diagnostics-open");
            link(phone, "Begin: Where you start from").click();
            assertThat(phone.getByText("Question 1 of " + total)).isVisible();
            button(phone, "Answer").click();
            assertThat(phone.getByRole(AriaRole.ALERT)).hasText("Choose one of these.");
            reached(phone, "diagnostics-question");

            answerByKeyboard(phone, 1, total);
            assertThat(phone.getByText("Fits best")).isVisible();
            reached(phone, "diagnostics-answered");
            for (int question = 2; question <= 6; question++) {
                button(phone, "Next question").click();
                answerByKeyboard(phone, question, total);
            }
            // No good-bye: the phone is simply gone.
            phone.context().close();
            assertThat(respondent.questions("orientation"))
                .filteredOn(one -> !one.get("answer").isNull())
                .hasSize(6);

            var desk = browsers.signedIn(pair.ect().person().emailAddress(), DESK, 800);
            desk.navigate(address + "/diagnostics");
            link(desk, "Go on with question 7 of " + total).click();
            assertThat(desk.getByText("Question 7 of " + total)).isVisible();
            assertThat(desk.getByRole(AriaRole.RADIO, checked())).hasCount(0);
            for (int question = 7; question <= total; question++) {
                answerByKeyboard(desk, question, total);
                var next = desk.getByRole(AriaRole.BUTTON, named(question == total ? "Finish" : "Next question"));
                var following = desk.getByText("Question %d of %d".formatted(question + 1, total));
                var over = desk.getByRole(AriaRole.HEADING, named("That is all"));
                next.or(following).or(over).first().waitFor();
                if (next.isVisible()) {
                    next.click();
                }
            }
            assertThat(desk.getByRole(AriaRole.HEADING, named("That is all"))).isVisible();
            reached(desk, "diagnostics-complete");
            desk.navigate(address + "/diagnostics");
            assertThat(link(desk, "Answer Where you start from again")).isVisible();
            reached(desk, "diagnostics-complete-list");
        }
        assertThat(respondent.set("orientation").get("state").asString()).isEqualTo("COMPLETE");
        assertThat(respondent.questions("orientation")).allSatisfy(one ->
            assertThat(one.at("/answer/sitting").asInt()).isEqualTo(1)
        );
    }

    private static Page.GetByRoleOptions checked() {
        return new Page.GetByRoleOptions().setChecked(true);
    }

    /** The third option of four. */
    private static void answerByKeyboard(Page page, int question, int total) {
        assertThat(page.getByText("Question %d of %d".formatted(question, total))).isVisible();
        page.getByRole(AriaRole.RADIO).first().focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.RADIO).nth(2)).isChecked();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.RADIO, checked())).hasCount(0);
    }

    @Test
    void theModelThatSuitsIsFirstAndTheMentorSeesThePictureBesideTheSteps() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        var respondent = new Respondent(pair.ect());
        respondent.completes("orientation", 1, 1);
        respondent.completes("reflection_retrieval", 1, 2);
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), PHONE, 740);
            ect.navigate(address + "/diagnostics/examples");
            button(ect, "Keep this").click();
            assertThat(ect.getByRole(AriaRole.ALERT)).containsText("Choose whom you teach.");
            ect.getByLabel("Pupils in Years 1 to 6").check();
            ect.getByLabel("Science, biology, chemistry or physics").check();
            reached(ect, "diagnostics-examples");
            button(ect, "Keep this").click();
            assertThat(ect.getByText("Primary: Science, biology, chemistry or physics")).isVisible();

            var coach = new Coach(pair.mentor().client());
            coach.start(pair.ect().id());
            coach.done("recordEvidence", Map.of("text", "Six hands were up before the question ended."));
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), DESK, 900);
            mentor.navigate(address + "/cycles/" + coach.cycleId() + "/step");
            var said = mentor.getByText("What %s said".formatted(pair.ect().person().name()));
            assertThat(said).isVisible();
            assertThat(mentor.getByRole(AriaRole.TABLE)).containsText("Behaviour");
            assertThat(mentor.getByRole(AriaRole.TABLE)).containsText("A little sure");
            reached(mentor, "diagnostics-beside-finder");
            mentor.getByLabel("Steps found").getByRole(AriaRole.LINK).first().click();
            var tabs = mentor.getByRole(AriaRole.TABPANEL);
            assertThat(tabs).containsText("Shown first because " + pair.ect().person().name() + " teaches");
            assertThat(mentor.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setSelected(true))).isVisible();
            reached(mentor, "diagnostics-model-first");
            mentor.navigate(address + "/ects/" + pair.ect().id() + "/diagnostics");
            mentor.getByText("Where you start from (").click();
            assertThat(mentor.getByText("(another answer fits better)").first()).isVisible();
            reached(mentor, "diagnostics-of-an-ect");
            mentor.setViewportSize(PHONE, 740);
            reached(mentor, "diagnostics-of-an-ect-on-a-phone");
        }
    }
}
