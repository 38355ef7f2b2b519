package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What axe-core finds that keeps people from reading or using a screen: nothing. */
@CoachbenchTest
class AxeBrowserIT {

    private static final Path AXE = Path.of("../web-client/node_modules/axe-core/axe.min.js");
    private static final String FAULTS =
        "() => axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))";

    private final Staffroom staffroom;
    private final String address;

    AxeBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void nobodyIsKeptFromAScreen() throws IOException {
        var pair = staffroom.pair();
        var tutor = staffroom.tutorOf(pair.school());
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        var cycle = "/cycles/" + coach.cycleId();
        try (var browsers = new Browsers(address)) {
            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            noFaults(
                ect,
                List.of("/", "/notices", "/notices/settings", "/my-data", "/programme", "/diagnostics", cycle)
            );
            var mentor = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 800);
            noFaults(mentor, List.of("/", cycle, cycle + "/observation", cycle + "/step", cycle + "/plan"));
            noFaults(mentor, List.of(cycle + "/session", "/calendar", "/pastoral", "/rehearsals", "/banks"));
            var desk = browsers.signedIn(tutor.person().emailAddress(), 360, 800);
            noFaults(desk, List.of("/", "/engagement", "/coaching-log", "/concerns", "/visits", "/people/retention"));
            var administrator = browsers.signedIn(staffroom.administrator().person().emailAddress(), 1280, 800);
            noFaults(administrator, List.of("/", "/mail", "/people", "/organisations"));
        }
    }

    private void noFaults(Page page, List<String> paths) throws IOException {
        for (var path : paths) {
            page.navigate(address + path);
            page.locator("h1").first().waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.evaluate(Files.readString(AXE));
            assertThat((List<?>) page.evaluate(FAULTS))
                .as(path)
                .isEmpty();
        }
    }
}
