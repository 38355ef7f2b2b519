package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.reached;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An administrator is told that e-mail is off, and what turns it on; nobody else is told anything. */
@CoachbenchTest
class MailOffBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    MailOffBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void theSettingsThatTurnItOnAreNamed() {
        var administrator = staffroom.administrator().person();
        var colleague = staffroom.colleague(false).person();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(administrator.emailAddress(), 360, 800);
            link(page, "sending e-mail").click();
            assertThat(page.getByText("E-mail is off")).isVisible();
            assertThat(page.getByText("coachbench.public-address")).isVisible();
            reached(page, "mail-off");

            var other = browsers.signedIn(colleague.emailAddress(), 360, 800);
            assertThat(link(other, "sending e-mail")).hasCount(0);
            other.navigate(address + "/mail");
            assertThat(other.getByText("Administrators look after e-mail.")).isVisible();
            reached(other, "mail-of-somebody-else");
        }
    }
}
