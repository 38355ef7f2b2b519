package org.coachbench.mail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Letters as their receivers see them. */
public final class LetterPictures {

    private static final List<Integer> WIDTHS = List.of(320, 360, 1280);

    private LetterPictures() {}

    /** The page of a letter, as it is sent to somebody of that name. */
    public static String page(Letter letter, String receiverName) {
        return LetterText.page(letter, LetterText.firstName(receiverName), "https://coaching.example.org");
    }

    /** In windows of several widths, light and dark, each kept to be looked at; true when none has to be scrolled sideways. */
    public static boolean fits(Browser browser, Letter letter, String receiverName, String pictureName) {
        var page = page(letter, receiverName);
        var fits = true;
        for (int width : WIDTHS) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                fits &= fits(browser, page, width, scheme, pictureName);
            }
        }
        return fits;
    }

    private static boolean fits(Browser browser, String html, int width, ColorScheme scheme, String pictureName) {
        var window = new Browser.NewContextOptions().setViewportSize(width, 640).setColorScheme(scheme);
        try (var context = browser.newContext(window)) {
            var page = context.newPage();
            page.setContent(html);
            // A browser that has just started refuses a picture of what it has not drawn yet.
            page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            var picture = Path.of(
                "target/screenshots",
                "letter-%s-%d-%s.png".formatted(pictureName, width, scheme).toLowerCase(Locale.ROOT)
            );
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            return (boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            );
        }
    }
}
