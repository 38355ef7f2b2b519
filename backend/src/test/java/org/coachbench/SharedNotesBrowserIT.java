package org.coachbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbench.Browsers.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mentor and an ECT type into the notes of one session, each in a browser of their own. */
@CoachbenchTest
class SharedNotesBrowserIT {

    /** Ten characters each, with the space. */
    private static final int WORDS = Boolean.getBoolean("coachbench.long") ? 200 : 48;
    private static final int AT_A_TIME = 4;

    private final Staffroom staffroom;
    private final String address;
    private Staffroom.Pair pair;
    private Coach coach;

    SharedNotesBrowserIT(@Autowired Staffroom staffroom, @Autowired Environment environment) {
        this.staffroom = staffroom;
        this.address = "http://localhost:" + environment.getProperty("local.server.port");
    }

    @BeforeEach
    void aSessionIsRunning() {
        pair = staffroom.pair();
        coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("startSession", Map.of());
    }

    @Test
    void bothTypeAtOnceOneOfThemOfflineForHalfOfIt() {
        try (var browsers = new Browsers(address)) {
            var mentor = session(browsers, pair.mentor(), 1280, 900);
            var ect = session(browsers, pair.ect(), 360, 740);
            var mentorsNote = note(mentor, "Notes of the session");
            var ectsNote = note(ect, "Notes of the session");
            var height = ectsNote.boundingBox().height;

            typeInTurns(mentorsNote, ectsNote, 0, WORDS / 4);
            assertThat(mentor.locator(".typist-name")).hasText(pair.ect().person().name());
            assertThat(ect.locator(".typist-name")).hasText(pair.mentor().person().name());
            screenshot(mentor, "shared-note-1280");
            screenshot(ect, "shared-note-360");

            ect.context().setOffline(true);
            typeInTurns(mentorsNote, ectsNote, WORDS / 4, (WORDS * 3) / 4);
            // The note's own state: the line that says one is offline is there before anything is kept.
            assertThat(ect.getByText("Kept on this device, sent when you are back")).isVisible();
            screenshot(ect, "shared-note-offline-360");
            ect.context().setOffline(false);
            typeInTurns(mentorsNote, ectsNote, (WORDS * 3) / 4, WORDS);

            mentor.waitForCondition(() -> isComplete(mentorsNote.inputValue()));
            ect.waitForCondition(() -> isComplete(ectsNote.inputValue()));
            assertThat(ect.getByText("Kept on this device")).hasCount(0);
            var text = mentorsNote.inputValue();
            assertThat(wordsOf(text, "mentor")).isEqualTo(words("mentor", 0, WORDS));
            assertThat(wordsOf(text, "typist")).isEqualTo(words("typist", 0, WORDS));
            assertThat(ectsNote.inputValue()).isEqualTo(text);
            assertThat(stored("SESSION")).isEqualTo(text);
            assertThat(ectsNote.boundingBox().height).isEqualTo(height);
        }
    }

    @Test
    void theMentorReadsTheEctsPracticeNotesWhileTheyAreTyped() {
        try (var browsers = new Browsers(address)) {
            var mentor = session(browsers, pair.mentor(), 1280, 900);
            var ect = session(browsers, pair.ect(), 360, 740);
            var name = pair.ect().person().name() + "’s practice notes";
            mentor.locator("summary").getByText(name).click();

            note(ect, "My practice notes").pressSequentially("Count to three, then look left.");

            assertThat(mentor.getByLabel(name)).hasText("Count to three, then look left.");
            assertThat(mentor.getByText(pair.ect().person().name() + " is typing")).isVisible();
        }
    }

    @Test
    void whatWasTypedOfflineOutlivesItsWindowAndIsSentFromTheNextOne() {
        try (var browsers = new Browsers(address)) {
            var ect = session(browsers, pair.ect(), 360, 740);
            var context = ect.context();
            var note = note(ect, "Notes of the session");
            context.setOffline(true);
            note.pressSequentially("Pause after the question.");
            // The note's own state: the line that says one is offline is there before anything is kept.
            assertThat(ect.getByText("Kept on this device, sent when you are back")).isVisible();
            // Asked before: a window that is being closed is offline no longer, and may have sent it.
            assertThat(stored("SESSION")).isEmpty();
            ect.close();

            context.setOffline(false);
            var home = context.newPage();
            home.navigate(address);

            home.waitForCondition(() -> stored("SESSION").equals("Pause after the question."));
        }
    }

    private Page session(Browsers browsers, Staffroom.Colleague person, int width, int height) {
        var page = browsers.signedIn(person.person().emailAddress(), width, height);
        page.navigate(address + "/cycles/" + coach.cycleId() + "/session");
        return page;
    }

    private static Locator note(Page page, String name) {
        var note = page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
        assertThat(note).isEditable();
        return note;
    }

    private static void typeInTurns(Locator mentor, Locator ect, int from, int to) {
        for (int word = from; word < to; word += AT_A_TIME) {
            var until = Math.min(to, word + AT_A_TIME);
            mentor.pressSequentially(typed("mentor", word, until));
            ect.pressSequentially(typed("typist", word, until));
        }
    }

    private static String typed(String who, int from, int to) {
        return words(who, from, to)
            .stream()
            .map(word -> word + " ")
            .collect(joining());
    }

    private static List<String> words(String who, int from, int to) {
        return IntStream.range(from, to)
            .mapToObj(number -> "%s%03d".formatted(who, number))
            .toList();
    }

    private static List<String> wordsOf(String text, String who) {
        return Arrays.stream(text.split(" "))
            .filter(word -> word.startsWith(who))
            .toList();
    }

    private static boolean isComplete(String text) {
        return text.length() == 2 * WORDS * "mentor000 ".length();
    }

    private String stored(String kind) {
        var query = "query ($id: ID!) { coachingCycle(id: $id) { notes { kind text } } }";
        var answer = pair.mentor().client().data(query, Map.of("id", coach.cycleId()));
        for (var note : answer.at("/coachingCycle/notes")) {
            if (note.get("kind").asString().equals(kind)) {
                return note.get("text").asString();
            }
        }
        throw new AssertionError("No note " + kind + ": " + answer);
    }
}
