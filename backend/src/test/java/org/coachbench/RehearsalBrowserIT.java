package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.EXACT;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.reached;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor rehearses a turn of coaching; the tutor's desk does not know of it. */
@CoachbenchTest
class RehearsalBrowserIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String SCENE = "Twenty-six children and one long instruction";

    private final Staffroom staffroom;
    private final String address;

    RehearsalBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aMentorRehearsesWithAGuideOnAPhone() {
        var pair = coached();
        try (var browsers = new Browsers(address)) {
            var tutor = browsers.signedIn(staffroom.tutorOf(pair.school()).person().emailAddress(), DESK, 900);
            var before = desk(tutor);
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), PHONE, 740);
            link(mentor, "Rehearse a whole turn of coaching").click();
            assertThat(heading(mentor, "Rehearsals")).isVisible();
            assertThat(heading(mentor, SCENE)).isVisible();
            reached(mentor, "rehearsals");
            button(mentor, "With a guide: " + SCENE).click();
            assertThat(heading(mentor, "In the lesson")).isVisible();
            assertThat(mentor.getByText("Stage 1 of 12")).isVisible();

            // Line by line, by the keyboard.
            button(mentor, "Next").focus();
            mentor.keyboard().press("Enter");
            mentor.keyboard().press("Enter");
            assertThat(mentor.getByText("Two children at the back are whispering.")).isVisible();
            reached(mentor, "rehearsal-lesson");
            button(mentor, "Show all").click();
            assertThat(heading(mentor, "What pupils wrote")).isVisible();
            button(mentor, "Note what happens at 2:42").click();
            var keep = mentor.getByLabel("What happens", EXACT).getByText("Keep the note");
            mentor.getByLabel("Your note", EXACT).fill("");
            keep.click();
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("Write what you saw or heard.");
            mentor.getByLabel("Your note", EXACT).fill("2:42 Seven things to do in one go, cubes to challenge.");
            keep.click();
            assertThat(mentor.getByText("One note")).isVisible();
            screenshot(mentor, "rehearsal-lesson-noted");
            noSidewaysScroll(mentor);
            button(mentor, "Leave the lesson").click();

            assertThat(heading(mentor, "Worth noting")).isVisible();
            assertThat(mentor.getByText("Noted by you")).hasCount(1);
            assertThat(heading(mentor, "In the lesson")).isFocused();
            reached(mentor, "rehearsal-worth-noting");
            button(mentor, "Go on").click();
            assertThat(heading(mentor, "Praise")).isFocused();
            button(mentor, "Choose this").click();
            assertThat(mentor.getByRole(AriaRole.ALERT)).hasText("Choose one of these.");
            option(mentor, "After your signal you stood still").check();
            mentor
                .getByLabel("In your own words, if you like")
                .fill("You stood still for six seconds, and they stopped.");
            reached(mentor, "rehearsal-praise");
            button(mentor, "Choose this").click();
            assertThat(mentor.getByText("You chose")).isVisible();
            reached(mentor, "rehearsal-told");
            button(mentor, "Choose again").click();
            option(mentor, "You asked how they could know").check();
            button(mentor, "Choose this").click();
            button(mentor, "Go on").click();

            assertThat(heading(mentor, "Choose the step")).isFocused();
            option(mentor, "three parts").check();
            choose(mentor);
            option(mentor, "From the carpet give only the first part").check();
            mentor.getByText("Put it in your own words").click();
            mentor.getByLabel("Criterion 1").fill("");
            button(mentor, "Choose this").click();
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("Enter the criterion");
            assertThat(mentor.getByLabel("Criterion 2")).not().hasValue("");
            mentor.getByLabel("Criterion 1").fill("One sentence, the cubes in her hand");
            reached(mentor, "rehearsal-tailor");
            choose(mentor);
            option(mentor, "The two minutes after the carpet").check();
            mentor.getByText("Change the minutes").click();
            mentor.getByLabel("Minutes of The two minutes after the carpet").fill("25");
            button(mentor, "Choose this").click();
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("the meeting has 45. Shorten some.");
            mentor.getByLabel("Minutes of The two minutes after the carpet").fill("4");
            reached(mentor, "rehearsal-plan");
            choose(mentor);

            // Left, and gone on with.
            link(mentor, "Leave it and go on later").click();
            assertThat(mentor.getByText("stage 6 of 12")).isVisible();
            reached(mentor, "rehearsals-to-go-on");
            link(mentor, SCENE).click();
            choose(mentor, 1);
            assertThat(heading(mentor, "Show the step")).isFocused();
            assertThat(mentor.getByText("You name the step")).isVisible();
            reached(mentor, "rehearsal-meeting");
            choose(mentor, 1);
            practise(mentor, 0);
            assertThat(heading(mentor, "First round of practice")).isFocused();
            assertThat(mentor.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Yes")).first()).isVisible();
            reached(mentor, "rehearsal-round-told");
            button(mentor, "Go on").click();
            choose(mentor, 1);
            practise(mentor, 0);
            button(mentor, "Go on").click();
            choose(mentor, 0);
            option(mentor, "Maths after break").check();
            button(mentor, "Choose this").click();
            button(mentor, "Look back").click();
            assertThat(heading(mentor, "Looking back")).isFocused();
            assertThat(mentor.getByText("One sentence, the cubes in her hand").first()).isVisible();
            reached(mentor, "rehearsal-debrief-phone");

            link(mentor, "All rehearsals").click();
            button(mentor, "Take away the rehearsal of " + SCENE).click();
            assertThat(heading(mentor, "To look back on")).isHidden();
            assertThat(desk(tutor)).isEqualTo(before);
        }
    }

    @Test
    void aMentorRehearsesWithoutAGuideAtADesk() {
        var pair = coached();
        try (var browsers = new Browsers(address)) {
            var tutor = browsers.signedIn(staffroom.tutorOf(pair.school()).person().emailAddress(), DESK, 900);
            var before = desk(tutor);
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), DESK, 900);
            mentor.navigate(address + "/rehearsals");
            button(mentor, "Without a guide: " + SCENE).click();
            button(mentor, "Show all").click();
            button(mentor, "Leave the lesson").click();
            assertThat(heading(mentor, "Praise")).isFocused();
            assertThat(mentor.getByText("Worth noting")).isHidden();
            select(mentor, 1);
            assertThat(heading(mentor, "Choose the step")).isFocused();
            select(mentor, 1);
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("Record what you saw or heard first");
            // The lesson is still there to be looked into.
            mentor.getByText("The lesson again", new Page.GetByTextOptions().setExact(true)).click();
            mentor.getByLabel("A note in your own words").fill("Seven things, one child with the glue.");
            button(mentor, "Keep the note").click();
            assertThat(
                mentor.getByText("Seven things, one child with the glue.").locator("visible=true").first()
            ).isVisible();
            reached(mentor, "rehearsal-step-desk");
            button(mentor, "Choose this").click();
            for (int stage = 0; stage < 4; stage++) {
                assertThat(mentor.getByText("Stage %d of 12".formatted(stage + 4))).isVisible();
                select(mentor, 1);
            }
            assertThat(heading(mentor, "First round of practice")).isFocused();
            reached(mentor, "rehearsal-round-desk");
            practise(mentor, 1);
            assertThat(heading(mentor, "Feedback on the first round")).isFocused();
            select(mentor, 0);
            practise(mentor, 1);
            assertThat(heading(mentor, "Feedback on the second round")).isFocused();
            select(mentor, 0);
            // Cut off: what was chosen is still there.
            assertThat(heading(mentor, "Follow-up")).isFocused();
            mentor.context().setOffline(true);
            select(mentor, 0);
            assertThat(mentor.getByRole(AriaRole.ALERT)).containsText("The service could not be reached.");
            mentor.context().setOffline(false);
            assertThat(mentor.getByRole(AriaRole.RADIO).first()).isChecked();
            button(mentor, "Choose this").click();

            assertThat(heading(mentor, "Looking back")).isFocused();
            assertThat(heading(mentor, "Worth noting")).isVisible();
            assertThat(mentor.getByText("Eight years in Key Stage 1")).isVisible();
            reached(mentor, "rehearsal-debrief-desk");
            button(mentor, "Rehearse with a guide").click();
            assertThat(mentor.getByText("Stage 1 of 12")).isVisible();
            assertThat(mentor.getByText("Primary · Guided")).isVisible();
            assertThat(desk(tutor)).isEqualTo(before);
        }
    }

    private Staffroom.Pair coached() {
        var pair = staffroom.pair();
        staffroom.teachesAlways(pair.school());
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        return pair;
    }

    /** All that the tutor's home and log say. */
    private List<String> desk(Page tutor) {
        tutor.navigate(address);
        heading(tutor, "Hello").waitFor();
        assertThat(tutor.getByLabel("Loading")).hasCount(0);
        var home = tutor.locator("main").innerText();
        tutor.navigate(address + "/coaching-log");
        heading(tutor, "Coaching log").waitFor();
        assertThat(tutor.getByLabel("Loading")).hasCount(0);
        return List.of(home, tutor.locator("main").innerText());
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name)).first();
    }

    private static Locator option(Page page, String text) {
        return page.getByRole(AriaRole.RADIO, named(text));
    }

    private static void select(Page page, int option) {
        page.getByRole(AriaRole.RADIO).nth(option).check();
        button(page, "Choose this").click();
    }

    /** Chooses, reads what is said to it, and goes on. */
    private static void choose(Page page) {
        button(page, "Choose this").click();
        assertThat(page.getByText("You chose")).isVisible();
        button(page, "Go on").click();
    }

    private static void choose(Page page, int option) {
        page.getByRole(AriaRole.RADIO).nth(option).check();
        choose(page);
    }

    private static void practise(Page page, int criterion) {
        page.getByRole(AriaRole.CHECKBOX).nth(criterion).check();
        button(page, "That is what I saw").click();
    }
}
