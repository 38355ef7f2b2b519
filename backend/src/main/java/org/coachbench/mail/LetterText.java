package org.coachbench.mail;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What a letter looks like: the same as plain text and as a page, small enough for any reader, with nothing to be fetched. */
final class LetterText {

    private static final int WIDTH = 72;

    private static final String WHY = "Coachbench writes to you about your own coaching and programme.";
    private static final String CHOOSE = "Choose what comes by e-mail";
    private static final String SETTINGS = "/notices/settings";

    private static final String PLAIN = """
    Hello %s,

    %s

    --\s
    %s
    %s:
    %s
    """;

    private static final String PAGE = """
    <!doctype html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>%1$s</title>
    <style>
    @media (prefers-color-scheme: dark) {
      .page { background: #1c1b19 !important; color: #ecebe8 !important; }
      .part { border-color: #55524d !important; }
      .link { color: #8fc1ef !important; }
      .why { color: #b5b2ac !important; }
    }
    </style>
    </head>
    <body class="page" style="margin: 0; padding: 0; background: #ffffff; color: #22211f;">
    <div class="page" style="max-width: 36em; margin: 0 auto; padding: 24px 16px; background: #ffffff; color: #22211f; \
    font: 16px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere;">
    <p style="margin: 0 0 16px;">Hello %2$s,</p>
    %3$s
    <p class="why" style="margin: 24px 0 0; font-size: 14px; color: #5f5c57;">%4$s \
    <a class="link" href="%5$s" style="color: #175a96;">%6$s</a>.</p>
    </div>
    </body>
    </html>
    """;

    private static final String PART = """
    <div class="part" style="margin: 0 0 16px; padding: 0 0 16px; border-bottom: 1px solid #d9d6d0;">
    <p style="margin: 0 0 8px; white-space: pre-line;">%s</p>
    <p style="margin: 0;"><a class="link" href="%s" style="color: #175a96; font-weight: 600;">%s</a></p>
    </div>
    """;

    private LetterText() {}

    /** @param address of the service, to which the links lead */
    static String plain(Letter letter, String firstName, String address) {
        var parts = letter
            .parts()
            .stream()
            .map(part -> "%s\n\n%s:\n%s".formatted(wrapped(part.text()), oneLine(part.link()), address + part.path()))
            .collect(Collectors.joining("\n\n\n"));
        return PLAIN.formatted(firstName, parts, WHY, CHOOSE, address + SETTINGS);
    }

    static String page(Letter letter, String firstName, String address) {
        var parts = letter
            .parts()
            .stream()
            .map(part ->
                PART.formatted(escaped(part.text()), escaped(address + part.path()), escaped(oneLine(part.link())))
            )
            .collect(Collectors.joining());
        return PAGE.formatted(
            escaped(oneLine(letter.subject())),
            escaped(firstName),
            parts,
            WHY,
            escaped(address + SETTINGS),
            CHOOSE
        );
    }

    /** By which a letter greets. */
    static String firstName(String name) {
        return oneLine(name).split(" ", 2)[0];
    }

    /** Nothing that ends a line goes into a head of a letter, where it would begin another one. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static String wrapped(String text) {
        return text.lines().map(LetterText::wrappedLine).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line) {
        var wrapped = new StringBuilder();
        var used = 0;
        for (var word : line.strip().split("\\s+", -1)) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                wrapped.append('\n');
                used = 0;
            } else if (used > 0) {
                wrapped.append(' ');
                used++;
            }
            wrapped.append(word);
            used += word.length();
        }
        return wrapped.toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
