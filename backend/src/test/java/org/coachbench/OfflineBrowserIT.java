package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coachbench.Browsers.button;
import static org.coachbench.Browsers.link;
import static org.coachbench.Browsers.named;
import static org.coachbench.Browsers.noSidewaysScroll;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor notes a drop-in in a classroom without a network; the same mentor's other window is online. */
@CoachbenchTest
class OfflineBrowserIT {

    private static final List<String> SEEN = List.of("Six hands went up.", "Pupil A called out.", "The bell rang.");

    /** The page asks every five seconds whether the service is there again. */
    private static final IsHiddenOptions GONE = new IsHiddenOptions().setTimeout(15_000);
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(15_000);
    private static final GetByLabelOptions EXACTLY = new GetByLabelOptions().setExact(true);

    /** All that the device keeps in a storage of answers, as text. */
    private static final String KEPT = """
    async (name) => {
      const database = await new Promise((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
      });
      const entries = await new Promise((done) => {
        const reading = database.transaction('entries').objectStore('entries').getAll();
        reading.onsuccess = () => done(reading.result);
      });
      database.close();
      return JSON.stringify(entries);
    }
    """;

    private final Staffroom staffroom;
    private final String address;

    OfflineBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void whatWasDoneOfflineArrivesOnceAndAConflictIsThePersonsToDecide(int width) {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var browsers = new Browsers(address)) {
            var classroom = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            var desk = browsers.signedIn(pair.mentor().person().emailAddress(), 1280, 900);
            var dropIn = address + "/cycles/" + coach.cycleId() + "/observation";
            classroom.navigate(dropIn);
            desk.navigate(dropIn);
            button(classroom, "Correct the lesson").waitFor();
            button(desk, "Correct the lesson").waitFor();

            classroom.context().setOffline(true);
            for (var seen : SEEN) {
                classroom.getByLabel("What do you see or hear?").fill(seen);
                button(classroom, "Add note").click();
            }
            classroom.getByLabel("What went well, and what did it do for pupils?").fill("The task was on the board.");
            button(classroom, "Add praise").click();
            correctLesson(classroom, "Forces");
            assertThat(classroom.getByText("5 changes wait to be sent.")).isVisible();
            assertThat(notes(classroom)).containsText(SEEN.toArray(String[]::new));
            screenshot(classroom, "offline-drop-in-" + width);
            link(classroom, "Look at them").click();
            assertThat(list(classroom, "On their way").getByRole(AriaRole.LISTITEM)).hasCount(5);
            noSidewaysScroll(classroom);
            screenshot(classroom, "offline-waiting-" + width);
            assertThat(notes(desk)).hasCount(0);

            classroom.context().setOffline(false);
            assertThat(classroom.getByText("Nothing waits.")).isVisible();
            assertThat(notes(desk)).hasCount(SEEN.size());
            assertThat(notes(desk)).containsText(SEEN.toArray(String[]::new));
            assertThat(desk.getByText("The task was on the board.")).hasCount(1);
            assertThat(desk.getByText("Forces")).isVisible();

            classroom.goBack();
            button(classroom, "Correct the lesson").waitFor();
            classroom.context().setOffline(true);
            correctLesson(classroom, "Forces and motion");
            assertThat(classroom.getByText("1 change waits to be sent.")).isVisible();
            correctLesson(desk, "Light and shadow");
            button(desk, "Correct the lesson").waitFor();
            classroom.context().setOffline(false);
            link(classroom, "Compare and choose").click();
            var toDecide = list(classroom, "For you to decide");
            assertThat(toDecide).containsText("Yours");
            assertThat(toDecide).containsText("Forces and motion");
            assertThat(toDecide).containsText("As it is now");
            assertThat(toDecide).containsText("Light and shadow");
            noSidewaysScroll(classroom);
            screenshot(classroom, "conflict-" + width);
            button(classroom, "Use mine").click();
            assertThat(classroom.getByText("Nothing waits.")).isVisible();
            assertThat(desk.getByText("Forces and motion")).isVisible();
        }
    }

    @Test
    void theWorkbenchOpensWithoutANetworkAndForgetsWhoSignsOut() {
        var pair = staffroom.pair();
        var coach = new Coach(pair.mentor().client());
        coach.start(pair.ect().id());
        try (var browsers = new Browsers(address)) {
            var phone = browsers.signedIn(pair.mentor().person().emailAddress(), 360, 800);
            var ects = list(phone, "Your ECTs");
            assertThat(ects).containsText(pair.ect().person().name());
            // Its files are on the device, and so is the cycle that may be opened next.
            phone.evaluate("navigator.serviceWorker.ready.then(() => true)");
            isKept(phone, pair.mentor().id(), "mayEdit");

            phone.context().setOffline(true);
            phone.reload();
            assertThat(ects).containsText(pair.ect().person().name());
            assertThat(phone.getByText("What you do is kept on this device")).isVisible();
            screenshot(phone, "opened-offline-360");
            phone.navigate(address + "/cycles/" + coach.cycleId() + "/observation");
            phone.getByLabel("What do you see or hear?").fill(SEEN.getFirst());
            button(phone, "Add note").click();
            assertThat(phone.getByText("1 change waits to be sent.")).isVisible();
            phone.reload();
            assertThat(phone.getByText("1 change waits to be sent.")).isVisible();
            assertThat(notes(phone)).containsText(SEEN.getFirst());
            noSidewaysScroll(phone);
            screenshot(phone, "noted-offline-360");
            phone.navigate(address + "/banks");
            assertThat(phone.getByText("You seem to be offline")).isVisible();
            screenshot(phone, "not-kept-360");

            phone.context().setOffline(false);
            assertThat(phone.getByText("What you do is kept on this device")).isHidden(GONE);
            assertThat(phone.getByText("waits to be sent")).isHidden(GONE);
            var evidence = pair
                .mentor()
                .client()
                .data(
                    "query ($id: ID!) { coachingCycle(id: $id) { observation { evidence { text } } } }",
                    Map.of("id", coach.cycleId())
                );
            assertThat(evidence.findValuesAsString("text")).containsExactly(SEEN.getFirst());

            phone.context().setOffline(true);
            button(phone, "Sign out").click();
            assertThat(phone.getByText("You are signed out on this device.")).isVisible();
            phone.reload();
            assertThat(phone.getByText("Coachbench cannot be reached")).isVisible();
            assertThat(phone.evaluate(KEPT, "coachbench.answers." + pair.mentor().id())).isEqualTo("[]");
            phone.context().setOffline(false);
            assertThat(phone.getByLabel("Password", EXACTLY)).isVisible(SOON);
            phone.reload();
            assertThat(phone.getByLabel("Password", EXACTLY)).isVisible(SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 360)
    void aDropInThatBeginsWithoutANetworkArrivesWhole(int width) {
        var pair = staffroom.pair();
        try (var browsers = new Browsers(address)) {
            var classroom = browsers.signedIn(pair.mentor().person().emailAddress(), width, 800);
            classroom.evaluate("navigator.serviceWorker.ready.then(() => true)");
            isKept(classroom, pair.mentor().id(), pair.ect().id() + ".coachingCycles");
            classroom.context().setOffline(true);
            classroom.reload();
            link(classroom, "Start a drop-in").click();
            classroom.getByLabel("Subject").fill("Art");
            classroom.getByLabel("Class").fill("7C");
            button(classroom, "Start drop-in").click();
            for (var seen : SEEN) {
                classroom.getByLabel("What do you see or hear?").fill(seen);
                button(classroom, "Add note").click();
            }
            assertThat(classroom.getByText("4 changes wait to be sent.")).isVisible();
            assertThat(notes(classroom)).containsText(SEEN.toArray(String[]::new));
            noSidewaysScroll(classroom);
            screenshot(classroom, "begun-offline-" + width);
            classroom.navigate(address);
            link(classroom, "Continue the drop-in").click();
            assertThat(notes(classroom)).containsText(SEEN.toArray(String[]::new));

            classroom.context().setOffline(false);
            assertThat(button(classroom, "Correct the lesson")).isVisible(SOON);
            assertThat(notes(classroom)).containsText(SEEN.toArray(String[]::new));
            assertThat(classroom.getByText("to be sent")).isHidden(GONE);
            var cycles = pair
                .mentor()
                .client()
                .data(
                    "query ($id: ID!) { node(id: $id) { ... on Person { coachingCycles(first: 5) { edges { node { observation { lesson { subject } evidence { text } } } } } } } }",
                    Map.of("id", pair.ect().id())
                );
            assertThat(cycles.findValuesAsString("subject")).containsExactly("Art");
            assertThat(cycles.findValuesAsString("text")).containsExactlyElementsOf(SEEN);
        }
    }

    /** Waits until the device keeps something of what the service told a person. */
    private static void isKept(Page page, String personId, String what) {
        await()
            .pollInSameThread()
            .atMost(Duration.ofSeconds(15))
            .untilAsserted(() ->
                assertThat(page.evaluate(KEPT, "coachbench.answers." + personId))
                    .asString()
                    .contains(what)
            );
    }

    private static void correctLesson(Page page, String topic) {
        button(page, "Correct the lesson").click();
        page.getByLabel("Topic").fill(topic);
        button(page, "Save lesson").click();
    }

    private static Locator notes(Page page) {
        return list(page, "Evidence notes").getByRole(AriaRole.LISTITEM);
    }

    private static Locator list(Page page, String name) {
        return page.getByRole(AriaRole.LIST, named(name));
    }
}
