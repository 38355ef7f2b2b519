package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.reached;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A person makes their calendar address, gives it away, and revokes it. */
@CoachbenchTest
class CalendarBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    CalendarBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void anAddressIsMadeShownOnceAndRevoked() {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            page.navigate(address + "/programme");
            link(page, "In your own calendar").click();
            assertThat(page.getByText("You have no address.")).isVisible();
            reached(page, "calendar-none");
            button(page, "Make an address").click();
            var made = page.getByLabel("Calendar address").inputValue();
            reached(page, "calendar-made");
            assertThat(statusOf(made)).isEqualTo(200);

            page.reload();
            assertThat(page.getByText("It was shown once")).isVisible();
            assertThat(page.getByLabel("Calendar address")).hasCount(0);
            button(page, "Revoke the address").click();
            assertThat(page.getByText("You have no address.")).isVisible();
            assertThat(statusOf(made)).isEqualTo(404);
        }
    }

    /** For somebody who is not signed in. */
    private int statusOf(String calendar) {
        return staffroom.anybody().send("GET", URI.create(calendar).getPath(), null, "*/*").statusCode();
    }
}
