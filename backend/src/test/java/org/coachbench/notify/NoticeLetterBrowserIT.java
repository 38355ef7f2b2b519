package org.coachbench.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coachbench.Browsers;
import org.coachbench.mail.Letter;
import org.coachbench.mail.Letter.Part;
import org.coachbench.mail.LetterPictures;
import org.coachbench.notify.Notice.About;
import org.junit.jupiter.api.Test;

/** Every fact that somebody can be told of, in one letter to look at. */
class NoticeLetterBrowserIT {

    private static final Instant SESSION = Instant.parse("2027-01-14T15:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 21);
    private static final Map<String, String> NAMES = Map.of("maya", "Maya", "nadia", "Nadia", "eli", "Eli");

    @Test
    void everyFactIsSaidInOneSentenceThatFits() {
        var parts = Arrays.stream(NoticeFact.values())
            .map(fact -> {
                var about = new About("/cycles/1", "1", List.of("nadia", "eli"), SESSION, DAY);
                var notice = Notice.of(fact, "key", "eli", "maya", about, SESSION);
                return new Part(NoticeWords.sentence(notice, NAMES), about.path(), "Open");
            })
            .toList();
        assertThat(parts)
            .extracting(Part::text)
            .allSatisfy(text -> assertThat(text).matches("[A-Z][^.!]+\\.").doesNotContain("Somebody"))
            .doesNotHaveDuplicates()
            .contains(
                "Meetings with Nadia and Eli are overdue.",
                "The next drop-in by Maya is on Thursday 21 January.",
                "Your session with Maya on Thursday 14 January, 15:30 is off: the coaching between you has ended."
            );
        var letter = new Letter("letter_1", "eli", parts.size() + " new notices in Coachbench", parts, null, SESSION);
        try (var browsers = new Browsers("http://localhost")) {
            assertThat(LetterPictures.fits(browsers.browser(), letter, "Eli Brandt", "every-fact")).isTrue();
        }
    }
}
