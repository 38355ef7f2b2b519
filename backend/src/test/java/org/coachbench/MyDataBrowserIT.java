package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.coachbench.coaching.Coach;
import org.coachbench.mydata.MyDataFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An ECT finds out on a phone what is held about them, and takes it away. */
@CoachbenchTest
class MyDataBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    MyDataBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void anEctTakesTheirDataAway() throws IOException {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.toClosed(pair.ect().id());
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            // Downloads are to pass by what opens the pages without a network.
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            link(page, "My data").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("My data"))).isVisible();
            assertThat(page.getByText("concerns: the index says")).isVisible();
            noSidewaysScroll(page);
            screenshot(page, "my-data-360");
            var download = page.waitForDownload(() -> link(page, "Download my data").click());
            assertThat(download.suggestedFilename()).startsWith("coachbench-my-data-").endsWith(".zip");
            var files = MyDataFiles.unpacked(Files.readAllBytes(download.path()));
            assertThat(files.records("coaching_cycles")).hasSize(1);
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, named("My data"))).isVisible();
        }
    }
}
