package org.coachbench.mydata;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.mydata.Contents.LeftOut;
import org.springframework.web.util.HtmlUtils;

/** The page with which somebody begins who has unpacked the files. */
final class IndexPage {

    private static final String PAGE = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>What Coachbench holds about %1$s</title>
    <style>
    body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
    table { border-collapse: collapse; width: 100%%; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc; }
    .wide { overflow-x: auto; }
    </style>
    </head>
    <body>
    <h1>What Coachbench holds about %1$s</h1>
    <p>Made on %2$s from everything in the service in which your id or e-mail address stands, and from all that happened in
    your coaching cycles. Times are in UTC. Other people stand in it with their ids; your school can tell you who they are.</p>
    <h2>Files</h2>
    <p>Each file is there twice: as JSON, and as CSV for a spreadsheet, one line for each value.</p>
    <div class="wide"><table>
    <thead><tr><th>File</th><th>What it holds</th><th>Records</th><th>Days in it</th></tr></thead>
    <tbody>
    %3$s
    </tbody></table></div>
    <p><a href="who-looked.csv">who-looked.csv</a>: which tutors looked into your coaching, and who was given sessions of yours
    to review. <a href="index.csv">index.csv</a>: this list.</p>
    <h2>What is left out, and why</h2>
    %4$s
    <p>The same record by record: <a href="left-out.csv">left-out.csv</a>.</p>
    <p>Also left out, from records that are here:</p>
    <ul>
    <li>Your password, of which only a hash is kept that nobody can read; and your sign-ins of this moment, which are not kept.</li>
    <li>Of records about somebody else, all but the entries that name you.</li>
    <li>Feedback that a tutor gave to your mentor, which is between these two.</li>
    <li>In your coaching log as an ECT, drop-ins that are not shared with you.</li>
    <li>The typing history of shared notes: no one can read it as it is kept, and it holds what either of you took away again.
    The notes themselves are here.</li>
    <li>Other people’s steps in a record by which the service knows a repeated request.</li>
    </ul>
    <p>Somebody may have written your name into a text of theirs, such as notes of a cycle between others. No program can find
    that for certain, so it is not here. What is left out you may still ask your school for: it answers within one month, free
    of charge, and may have to decide first what concerns other people.</p>
    <h2>Words of other people</h2>
    <p>What others wrote about you or with you is here where you may read it in Coachbench too. Which texts these are stands in
    <a href="redaction.csv">redaction.csv</a>, in the last column of the CSV files, and under “wordsOfOthers” in the JSON files,
    so that whoever hands these files on can first take out what is not about you. Words count as another person’s wherever it
    is not certain that they are yours.</p>
    <h2>Your rights</h2>
    <p>Your school, or who runs the programme for it, decides about these data; ask there why they are kept, for how long, where
    they come from and who receives them. You may ask for corrections and erasure, object, and complain to the Information
    Commissioner’s Office.</p>
    </body>
    </html>
    """;

    private IndexPage() {}

    static String of(String name, LocalDate day, Contents contents) {
        var files = contents.files().stream().map(IndexPage::row).collect(joining("\n"));
        return PAGE.formatted(text(name), day, files, leftOut(contents.leftOut()));
    }

    private static String row(Contents.FileOfKind file) {
        var name = text(file.kind().file());
        var links = "<a href=\"data/%1$s.json\">%1$s.json</a><br><a href=\"data/%1$s.csv\">%1$s.csv</a>".formatted(
            name
        );
        return "<tr><td>%s</td><td><strong>%s.</strong> %s</td><td>%d</td><td>%s</td></tr>".formatted(
            links,
            text(file.kind().title()),
            text(file.kind().holds()),
            file.records(),
            days(file.from(), file.to())
        );
    }

    private static String days(String from, String to) {
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String leftOut(List<LeftOut> records) {
        if (records.isEmpty()) {
            return "<p>No record that names you is left out.</p>";
        }
        // A drop-in has many events: one line for all of a kind and day.
        var lines = new LinkedHashMap<String, Integer>();
        for (var record : records) {
            var cells = Stream.of(record.kind().title(), record.day(), record.because())
                .map(IndexPage::text)
                .collect(joining("</td><td>"));
            lines.merge(cells, 1, Integer::sum);
        }
        var rows = lines
            .entrySet()
            .stream()
            .map(line -> "<tr><td>%s</td><td>%d</td></tr>".formatted(line.getKey(), line.getValue()))
            .collect(joining("\n"));
        return """
        <div class="wide"><table>
        <thead><tr><th>What it is</th><th>Begun on</th><th>Why it is left out</th><th>Records</th></tr></thead>
        <tbody>
        %s
        </tbody></table></div>""".formatted(rows);
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
