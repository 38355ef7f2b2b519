package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor says when the session is, on a device that is elsewhere; the ECT finds it at home. */
@CoachbenchTest
class ScheduleBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    ScheduleBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    /** Some days from now. */
    private static LocalDate weekday() {
        var day = Staffroom.today().plusDays(3);
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
            ? day
            : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private static String dayName(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    @Test
    void aSessionIsScheduledInLondonTimeAndBothFindIt() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        staffroom.teachesAlways(pair.school());
        var day = weekday();
        try (var browsers = new Browsers(address)) {
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 360, 800, "Asia/Tokyo");
            mentor.navigate(address + "/cycles/" + coach.cycleId() + "/plan");
            mentor.getByLabel("Date", Browsers.EXACT).fill(day.toString());
            mentor.getByLabel("Time in London").fill("15:30");
            button(mentor, "Set the time").click();
            assertThat(mentor.getByText("15:30 to 16:15 in London")).isVisible();
            assertThat(button(mentor, "Move the session")).isDisabled();
            reached(mentor, "schedule-plan");
            mentor.getByLabel("Time in London").fill("16:00");
            button(mentor, "Move the session").click();
            assertThat(mentor.getByText("16:00 to 16:45 in London")).isVisible();

            button(mentor, "Say which").click();
            mentor.getByLabel("Day", Browsers.EXACT).selectOption(dayName(day));
            mentor.getByLabel("Starts at").fill("16:00");
            mentor.getByLabel("Minutes", Browsers.EXACT).fill("50");
            reached(mentor, "protected-lessons-form");
            button(mentor, "Keep").click();
            assertThat(
                mentor.getByText("Your protected lesson: %s 16:00 to 16:50.".formatted(dayName(day)))
            ).isVisible();
            var free = mentor.getByRole(AriaRole.GROUP, named("Free protected lessons")).getByRole(AriaRole.BUTTON);
            assertThat(free).hasCount(4);
            assertThat(free.first()).hasAttribute("aria-pressed", "true");
            free.nth(1).click();
            assertThat(free.nth(1)).hasAttribute("aria-pressed", "true");
            reached(mentor, "protected-lessons-free");
            free.first().click();
            assertThat(mentor.getByText("16:00 to 16:45 in London")).isVisible();

            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800, "Europe/London");
            var shortDay = DateTimeFormatter.ofPattern("d MMM", Locale.UK).format(day);
            var coming = ect.getByRole(AriaRole.REGION, named("Sessions to come"));
            assertThat(coming).containsText("Next session:");
            assertThat(coming).containsText(shortDay);
            assertThat(coming).containsText("16:00 with " + pair.mentor().person().name());
            reached(ect, "schedule-home");
            coming.getByRole(AriaRole.LINK).first().click();
            assertThat(ect.getByText("16:00 to 16:45 in London")).isVisible();
            reached(ect, "schedule-overview");
        }
    }
}
