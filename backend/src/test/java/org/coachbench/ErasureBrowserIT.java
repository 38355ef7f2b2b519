package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.reached;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.coachbench.people.Clerk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A tutor says how long content is kept, somebody leaves, and an administrator erases them. */
@CoachbenchTest
class ErasureBrowserIT {

    private final Staffroom staffroom;
    private final String address;

    ErasureBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @Test
    void anAdministratorErasesWhoHasLeft() {
        var pair = staffroom.pair();
        new Coach(pair.mentor().client()).toClosed(pair.ect().id());
        var administrator = staffroom.administrator();
        var name = pair.ect().person().name();
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(administrator.person().emailAddress(), 360, 800);
            page.navigate("%s/people/%s?school=%s".formatted(address, pair.ect().id(), pair.school().id()));
            link(page, "See what goes and what stays").click();
            assertThat(page.getByText("Record their leaving first")).isVisible();
            assertThat(button(page, "Erase for good")).hasCount(0);
            reached(page, "erase-blocked-360");

            leave(new Clerk(administrator.client()), pair);
            page.reload();
            page.getByLabel("Type the name: " + name).fill("Somebody Else");
            button(page, "Erase for good").click();
            assertThat(page.getByText("This is not their name").first()).isVisible();
            reached(page, "erase-360");
            page.getByLabel("Type the name: " + name).fill(name);
            button(page, "Erase for good").click();
            assertThat(page.getByText("All is gone since")).isVisible();
            reached(page, "erased-360");
            link(page, "Back to the person").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Somebody who was erased"))).isVisible();
        }
    }

    private static void leave(Clerk administrator, Staffroom.Pair pair) {
        administrator.done(
            "leaveSchool",
            Map.of(
                "personId",
                pair.ect().id(),
                "schoolId",
                pair.school().id(),
                "role",
                "ECT",
                "finishedOn",
                Staffroom.today().minusDays(1).toString()
            )
        );
    }

    @Test
    void aTutorSetsHowLongContentIsKeptAndTheEctSeesIt() {
        var pair = staffroom.pair();
        leave(new Clerk(staffroom.administrator().client()), pair);
        var tutor = staffroom.tutorOf(pair.school());
        try (var browsers = new Browsers(address)) {
            var page = browsers.signedIn(tutor.person().emailAddress(), 360, 800);
            page.navigate(address + "/people/school?school=" + pair.school().id());
            link(page, "Months, what goes next, and holds").click();
            page.getByLabel("Pastoral notes, months").fill("3");
            var messages = Map.of("content", "MESSAGES", "months", 20);
            new Clerk(staffroom.tutorOf(pair.school()).client()).done(
                "setRetention",
                Map.of("schoolId", pair.school().id(), "periods", List.of(messages))
            );
            button(page, "Save").click();
            assertThat(page.getByText("Pastoral notes: 3 instead of 6 months.")).isVisible();
            reached(page, "retention-shorter-360");
            button(page, "Keep it shorter").click();
            assertThat(page.getByText("Saved.")).isVisible();
            assertThat(page.getByText("until then 6 months.")).isVisible();
            assertThat(page.getByLabel("Messages, months")).hasValue("20");
            assertThat(page.getByText("Last set on")).isVisible();
            button(page, "Set a hold").click();
            page.getByLabel("On whom").selectOption(pair.ect().id());
            page.getByLabel("Why").fill("A complaint is open until the governors have met.");
            button(page, "Set the hold").click();
            assertThat(button(page, "End the hold on " + pair.ect().person().name())).isVisible();
            reached(page, "retention-360");

            var ect = browsers.signedIn(pair.ect().person().emailAddress(), 360, 800);
            link(ect, "My data").click();
            assertThat(ect.getByText("your school holds it back")).isVisible();
            reached(ect, "my-data-held-360");
            button(page, "End the hold on " + pair.ect().person().name()).click();
            assertThat(page.getByText("What became due while it lasted")).isVisible();
            reached(page, "retention-end-hold-360");
            button(page, "End it").click();
            assertThat(page.getByText("There are none.")).isVisible();
            ect.reload();
            assertThat(ect.getByText("Your programme is over.")).isVisible();
            reached(ect, "my-data-kept-360");
        }
    }
}
