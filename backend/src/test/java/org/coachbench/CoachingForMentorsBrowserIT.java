package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;

/** A mentor shares a session, the coach reviews it, both work through a meeting of 60 minutes, and the ECT ends the access. */
@CoachbenchTest
class CoachingForMentorsBrowserIT {

    private static final IsVisibleOptions WITHIN_A_SECOND = new IsVisibleOptions().setTimeout(1000);

    private final Staffroom staffroom;
    private final LongMeeting longMeeting;
    private final String address;

    CoachingForMentorsBrowserIT(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired Environment environment
    ) {
        this.staffroom = staffroom;
        this.longMeeting = new LongMeeting(store);
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void aCoachReviewsASessionAndCoachesItsMentor() {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var coach = staffroom.colleague(false);
        var coachName = coach.person().name();
        var mentorName = pair.mentor().person().name();
        var cycleId = heldSession(pair);
        try (var browsers = new Browsers(address)) {
            var desk = browsers.signedIn(tutor.person().emailAddress(), 1280, 900);
            desk.navigate(address + "/people/" + pair.mentor().id());
            button(desk, "Give them a coach").click();
            desk.getByLabel("Email address of the coach").fill(coach.person().emailAddress());
            button(desk, "Give them this coach").click();
            assertThat(desk.getByRole(AriaRole.LIST, named("Coaches"))).containsText(coachName);
            screenshot(desk, "coach-given-1280");

            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 360, 740);
            assertThat(mentor.getByText(coachName + " coaches you.")).isVisible();
            mentor.navigate(address + "/cycles/" + cycleId);
            button(mentor, "Share with " + coachName).click();
            assertThat(mentor.getByText(coachName + ", the coach of " + mentorName)).isVisible();
            screenshot(mentor, "coach-access-360");
            noSidewaysScroll(mentor);

            var coaching = browsers.signedIn(coach.person().emailAddress(), 1280, 900);
            assertThat(coaching.getByText("1 session waits for your review.")).isVisible();
            link(coaching, "Your mentors and their sessions").click();
            assertThat(coaching.getByText("not reviewed yet")).isVisible();
            screenshot(coaching, "coach-queue-1280");
            link(coaching, "Look back on " + mentorName).click();
            assertThat(coaching.getByLabel("Figures of the meeting")).containsText("2");
            coaching.getByLabel("What do you see at this moment?").fill("What did you hope for here?");
            button(coaching, "Add comment").click();
            assertThat(coaching.getByRole(AriaRole.LIST, named("Comments"))).containsText(
                "What did you hope for here?"
            );
            link(coaching, "Overview").click();
            button(coaching, "Mark as reviewed").click();
            assertThat(coaching.getByText("Reviewed on")).isVisible();
            screenshot(coaching, "coach-review-1280");

            button(coaching, "Coach " + mentorName + " on this session").click();
            prepare(coaching, mentorName);
            mentor.navigate(address + "/coaching-for-mentors");
            mentor.getByText("Your step:").getByRole(AriaRole.LINK).click();
            meet(coaching, mentor);

            // The ECT sees who may look, and ends it; what is open ends within a second.
            coaching.navigate(address + "/cycles/" + cycleId + "/replay");
            assertThat(coaching.getByLabel("Figures of the meeting")).isVisible();
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 740);
            ect.navigate(address + "/cycles/" + cycleId);
            assertThat(ect.getByText(coachName + ", the coach of " + mentorName)).isVisible();
            button(ect, "End the coach").click();
            assertThat(coaching.getByText("There is no such cycle")).isVisible(WITHIN_A_SECOND);
            assertThat(ect.getByText(pair.ect().person().name() + " ended it.")).isVisible();
        }
    }

    private static void prepare(Page coaching, String mentorName) {
        coaching.getByLabel("What do you see or hear?").fill("The first rehearsal begins in minute 29 of 41.");
        button(coaching, "Add note").click();
        coaching
            .getByLabel("What went well, and what did it do for pupils?")
            .fill("You waited for the ECT's own words.");
        button(coaching, "Add praise").click();
        link(coaching, "Choose a step").first().click();
        var found = coaching.getByRole(AriaRole.LIST, named("Steps found"));
        found.getByRole(AriaRole.LISTITEM).first().getByRole(AriaRole.LINK).first().click();
        button(coaching, "Choose this step").click();
        button(coaching, "Save step").click();
        link(coaching, "Plan the session").first().click();
        assertThat(coaching.getByText("60").first()).isVisible();
        screenshot(coaching, "coach-plan-1280");
        button(coaching, "Save plan").click();
        button(coaching, "Share with " + mentorName).click();
        link(coaching, "Go to the session").first().click();
        button(coaching, "Start the session").click();
        assertThat(coaching.getByLabel("Running section")).isVisible();
    }

    private static void meet(Page coaching, Page mentor) {
        link(mentor, "Session").or(link(mentor, "Join the session")).first().click();
        assertThat(mentor.getByLabel("Running section")).isVisible();
        for (int number = 1; number <= 2; number++) {
            coaching.getByLabel("What was rehearsed in round " + number).fill("Setting up practice, go " + number);
            button(coaching, "Log round " + number).click();
            assertThat(mentor.getByText("Setting up practice, go " + number)).isVisible();
            coaching
                .getByLabel("Feedback on round " + number)
                .last()
                .fill("Say what to watch for, round " + number);
            button(coaching, "Give feedback").click();
            assertThat(mentor.getByText("Say what to watch for, round " + number)).isVisible();
        }
        screenshot(mentor, "coach-session-360");
        noSidewaysScroll(mentor);
        var today = Staffroom.today();
        coaching.getByLabel("First used on").fill(today.plusDays(1).toString());
        coaching.getByLabel("Where will the step be used?").fill("Session with the ECT on Thursday");
        coaching.getByLabel("Next drop-in on").fill(today.plusDays(7).toString());
        button(coaching, "Agree follow-up").click();
        button(coaching, "Close the cycle").click();
        assertThat(mentor.getByLabel("Phase", new Page.GetByLabelOptions().setExact(true)).first()).containsText(
            "Closed"
        );
    }

    private String heldSession(Staffroom.Pair pair) {
        var coach = new Coach(pair.mentor().client());
        var sections = coach.toShared(pair.ect().id()).at("/plan/sections");
        coach.done("startSession", Map.of());
        coach.done("startSection", Map.of("sectionId", sections.at("/1/id").asString()));
        coach.round("Asked the first question");
        coach.done("startSection", Map.of("sectionId", sections.at("/2/id").asString()));
        coach.round("Asked it again, slower");
        coach.close();
        longMeeting.spread(coach.cycleId());
        return coach.cycleId();
    }
}
